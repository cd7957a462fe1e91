package astray.packet.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it is written. */
sealed interface Expr {
    /** Both, asked in this order. */
    record And(Expr first, Expr second) implements Expr {}

    /** Either, asked in this order. */
    record Or(Expr first, Expr second) implements Expr {}

    /** The opposite. */
    record Not(Expr of) implements Expr {}

    /**
     * A name, a number or an address, with what was said before it about what it means.
     *
     * @param second the mask or the length of the prefix that follows it
     */
    record Id(Qualifiers as, Token value, @Nullable Token second) implements Expr {}

    /**
     * A comparison of numbers.
     *
     * @param reversed whether the opposite is meant
     */
    record Relation(Arith left, Test.Jump jump, boolean reversed, Arith right, int at) implements Expr {}

    /**
     * Any other question: a word and what follows it.
     *
     * @param level the protocol that was written before it
     */
    record Question(@Nullable Word level, Token word, List<Token> with) implements Expr {}

    /** A number in an expression. */
    sealed interface Arith {
        /** A constant. */
        record Constant(Token token) implements Arith {}

        /** The length of the packet. */
        record Length() implements Arith {}

        /**
         * Bytes of the packet.
         *
         * @param of what they are counted from
         */
        record Bytes(Token of, Arith index, int size) implements Arith {}

        /** The opposite sign. */
        record Negative(Arith of) implements Arith {}

        /** An operation. */
        record Binary(Op op, Arith left, Arith right, int at) implements Arith {}
    }

    /**
     * What stands before an address or a name and says what it means.
     *
     * @param protocol null where none was written
     * @param type a word for a kind of address, or PROTO, PROTOCHAIN, GATEWAY; null where none was written
     * @param missing whether nothing at all was said
     */
    record Qualifiers(
            @Nullable Word protocol,
            Direction direction,
            @Nullable Word type,
            boolean missing) {
        /** Nothing was said, and there is nothing to inherit. */
        static final Qualifiers NONE = new Qualifiers(null, Direction.ANY, null, true);
    }

    /** Which of a packet's addresses or ports is meant. */
    enum Direction {
        /** Not said: either. */
        ANY,
        SOURCE,
        DESTINATION,
        EITHER,
        BOTH,
        ADDRESS1,
        ADDRESS2,
        ADDRESS3,
        ADDRESS4,
        RECEIVER,
        TRANSMITTER;

        /** Whether it is one that any protocol with two ends has. */
        boolean isOfTwo() {
            return switch (this) {
                case ANY, SOURCE, DESTINATION, EITHER, BOTH -> true;
                case ADDRESS1, ADDRESS2, ADDRESS3, ADDRESS4, RECEIVER, TRANSMITTER -> false;
            };
        }

        /** The word for it. */
        String word() {
            return switch (this) {
                case ANY, EITHER -> "src or dst";
                case SOURCE -> "src";
                case DESTINATION -> "dst";
                case BOTH -> "src and dst";
                case ADDRESS1 -> "addr1";
                case ADDRESS2 -> "addr2";
                case ADDRESS3 -> "addr3";
                case ADDRESS4 -> "addr4";
                case RECEIVER -> "ra";
                case TRANSMITTER -> "ta";
            };
        }
    }
}
