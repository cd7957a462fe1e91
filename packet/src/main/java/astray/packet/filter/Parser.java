package astray.packet.filter;

import astray.packet.filter.Expr.Arith;
import astray.packet.filter.Expr.Direction;
import astray.packet.filter.Expr.Qualifiers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of an expression. Two things are peculiar to the language. "and" and "or" bind equally, to the left. And
 * an address or a name without qualifiers has those of the term before it: {@code tcp dst port 80 or 443}.
 */
final class Parser {
    /** Deeper than people write; the parser is recursive. */
    private static final int DEEPEST = 250;

    private final String text;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(String text) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    /** The tree, or null for an expression of no words, which takes every packet. */
    static @Nullable Expr parse(String expression) {
        Parser parser = new Parser(expression);
        if (parser.peek().is(Word.END)) {
            return null;
        }
        Item whole = parser.list(parser.item(Qualifiers.NONE));
        if (!parser.peek().is(Word.END)) {
            throw parser.syntax();
        }
        return parser.term(whole);
    }

    /**
     * A part of an expression: a term, an address or name ({@code id}), or a number that is not compared yet.
     *
     * @param as what an address without qualifiers inherits that follows it
     */
    private record Item(@Nullable Expr expr, @Nullable Arith number, Qualifiers as, boolean id, int at) {}

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean accept(Word word) {
        if (peek().is(word)) {
            next++;
            return true;
        }
        return false;
    }

    private Token expect(Word word) {
        if (!peek().is(word)) {
            throw syntax();
        }
        return take();
    }

    private FilterException syntax() {
        return syntax(peek().at());
    }

    private FilterException syntax(int at) {
        return FilterException.at("syntax error in filter expression", text, at);
    }

    private Expr term(Item item) {
        if (item.expr() == null || item.id()) {
            throw syntax(item.at());
        }
        return item.expr();
    }

    /** Items joined by "and" and "or". A list that begins with an address holds nothing else. */
    private Item list(Item first) {
        Item left = asListed(first);
        while (peek().is(Word.AND) || peek().is(Word.OR)) {
            boolean and = take().is(Word.AND);
            Item right = asListed(item(left.as()));
            if (left.id() && !right.id()) {
                throw syntax(right.at());
            }
            Expr joined = and ? new Expr.And(expr(left), expr(right)) : new Expr.Or(expr(left), expr(right));
            left = new Item(joined, null, right.as(), left.id(), left.at());
        }
        return left;
    }

    /** A bare number in a list is a port or a protocol or an address. */
    private Item asListed(Item item) {
        if (item.expr() != null) {
            return item;
        }
        if (!(item.number() instanceof Arith.Constant(Token token))) {
            throw syntax();
        }
        return new Item(new Expr.Id(item.as(), token, null), null, item.as(), true, item.at());
    }

    private Expr expr(Item item) {
        if (item.expr() == null) {
            throw syntax(item.at());
        }
        return item.expr();
    }

    private Item item(Qualifiers inherited) {
        if (++depth > DEEPEST) {
            throw FilterException.at("nested too deeply", text, peek().at());
        }
        int at = peek().at();
        Item item = switch (peek().word()) {
            case NOT -> {
                take();
                Item of = asListed(item(inherited));
                yield new Item(new Expr.Not(expr(of)), null, of.as(), of.id(), at);
            }
            case OPEN -> {
                Item inner = parentheses(inherited);
                yield inner.number() == null ? inner : compared(inner.number(), inherited, at);
            }
            case NUMBER, LEN, MINUS -> compared(arith(0), inherited, at);
            case NAME, ADDRESS4, ADDRESS6, ETHERNET_ADDRESS, ARCNET_ADDRESS -> id(inherited);
            default -> question(inherited);
        };
        depth--;
        return item;
    }

    private Item parentheses(Qualifiers inherited) {
        int at = expect(Word.OPEN).at();
        Item first = item(inherited);
        if (first.number() != null && accept(Word.CLOSE)) {
            return first;
        }
        Item inner = list(first);
        expect(Word.CLOSE);
        return new Item(expr(inner), null, inherited, inner.id(), at);
    }

    /** A number, and what it is compared with where a comparison follows. */
    private Item compared(Arith start, Qualifiers inherited, int at) {
        Arith left = arith(0, start);
        Test.Jump jump;
        boolean reversed;
        switch (peek().word()) {
            case GREATER_THAN -> {
                jump = Test.Jump.GREATER;
                reversed = false;
            }
            case GREATER_OR_EQUAL -> {
                jump = Test.Jump.GREATER_OR_EQUAL;
                reversed = false;
            }
            case EQUAL -> {
                jump = Test.Jump.EQUAL;
                reversed = false;
            }
            case LESS_OR_EQUAL -> {
                jump = Test.Jump.GREATER;
                reversed = true;
            }
            case LESS_THAN -> {
                jump = Test.Jump.GREATER_OR_EQUAL;
                reversed = true;
            }
            case NOT_EQUAL -> {
                jump = Test.Jump.EQUAL;
                reversed = true;
            }
            default -> {
                return new Item(null, left, inherited, false, at);
            }
        }
        take();
        Expr relation = new Expr.Relation(left, jump, reversed, arith(0), at);
        return new Item(relation, null, Qualifiers.NONE, false, at);
    }

    private Arith arith(int above) {
        if (++depth > DEEPEST) {
            throw FilterException.at("nested too deeply", text, peek().at());
        }
        Arith whole = arith(above, operand());
        depth--;
        return whole;
    }

    /**
     * Goes on with operators that bind more tightly than those before. "%" and "^" have no rank: to their left they
     * bind as tightly as can be, to their right they take all there is.
     */
    private Arith arith(int above, Arith start) {
        Arith left = start;
        while (true) {
            Token sign = peek();
            int rank = switch (sign.word()) {
                case BITS_OR -> 1;
                case BITS_AND -> 2;
                case SHIFT_LEFT, SHIFT_RIGHT -> 3;
                case PLUS, MINUS -> 4;
                case TIMES, DIVIDED -> 5;
                case MODULO, BITS_XOR -> Integer.MAX_VALUE;
                default -> 0;
            };
            if (rank <= above) {
                return left;
            }
            take();
            Arith right = arith(rank == Integer.MAX_VALUE ? 0 : rank);
            left = new Arith.Binary(operation(sign.word()), left, right, sign.at());
        }
    }

    private static Op operation(Word sign) {
        return switch (sign) {
            case BITS_OR -> Op.OR;
            case BITS_AND -> Op.AND;
            case SHIFT_LEFT -> Op.SHIFT_LEFT;
            case SHIFT_RIGHT -> Op.SHIFT_RIGHT;
            case PLUS -> Op.ADD;
            case MINUS -> Op.SUBTRACT;
            case TIMES -> Op.MULTIPLY;
            case DIVIDED -> Op.DIVIDE;
            case MODULO -> Op.MODULO;
            default -> Op.XOR;
        };
    }

    private Arith operand() {
        Token token = take();
        switch (token.word()) {
            case NUMBER -> {
                return new Arith.Constant(token);
            }
            case LEN -> {
                return new Arith.Length();
            }
            case MINUS -> {
                return new Arith.Negative(arith(5));
            }
            case OPEN -> {
                Arith inner = arith(0);
                expect(Word.CLOSE);
                return inner;
            }
            default -> {
                if (!token.word().isProtocol()) {
                    throw syntax(token.at());
                }
                return bytes(token);
            }
        }
    }

    private Arith bytes(Token of) {
        expect(Word.OPEN_BRACKET);
        Arith index = arith(0);
        int size = 1;
        if (accept(Word.COLON)) {
            Token width = expect(Word.NUMBER);
            size = width.number();
            if (size != 1 && size != 2 && size != 4) {
                throw FilterException.at("data size must be 1, 2, or 4", text, width.at());
            }
        }
        expect(Word.CLOSE_BRACKET);
        return new Arith.Bytes(of, index, size);
    }

    /** An address or a name, or several in parentheses, or not. */
    private Item id(Qualifiers as) {
        Token token = peek();
        switch (token.word()) {
            case NAME, ETHERNET_ADDRESS, ARCNET_ADDRESS -> {
                take();
                return new Item(new Expr.Id(as, token, null), null, as, true, token.at());
            }
            case ADDRESS4, ADDRESS6 -> {
                take();
                Token second = null;
                if (accept(Word.DIVIDED)) {
                    second = expect(Word.NUMBER);
                } else if (token.is(Word.ADDRESS4) && accept(Word.MASK)) {
                    second = expect(Word.ADDRESS4);
                }
                return new Item(new Expr.Id(as, token, second), null, as, true, token.at());
            }
            case NUMBER -> {
                take();
                return new Item(new Expr.Id(as, token, null), null, as, true, token.at());
            }
            case NOT, OPEN -> {
                Item item = asListed(item(as));
                if (!item.id()) {
                    throw syntax(item.at());
                }
                return item;
            }
            default -> throw syntax();
        }
    }

    /** What begins with a word: a protocol, qualifiers with what they are about, or one of the other questions. */
    private Item question(Qualifiers inherited) {
        int at = peek().at();
        Token level = null;
        if (peek().word().isProtocol()) {
            if (tokens.get(next + 1).is(Word.OPEN_BRACKET)) {
                return compared(arith(0), inherited, at);
            }
            level = take();
        }
        Qualifiers as = qualifiers(level == null ? null : level.word());
        if (as != null) {
            Item about = id(as);
            return new Item(expr(about), null, about.as(), false, at);
        }
        Expr question;
        switch (peek().word()) {
            case BROADCAST, MULTICAST -> question = ask(level, take());
            case TYPE, SUBTYPE, DIR -> question = wireless(level, take());
            default -> question = level != null ? ask(null, level) : new Questions().question(take());
        }
        return new Item(question, null, Qualifiers.NONE, false, at);
    }

    private static Expr ask(@Nullable Token level, Token word, Token... with) {
        return new Expr.Question(level == null ? null : level.word(), word, List.of(with));
    }

    private @Nullable Qualifiers qualifiers(@Nullable Word protocol) {
        Direction direction = direction();
        Word type = null;
        switch (peek().word()) {
            case HOST, NET, PORT, PORTRANGE -> type = take().word();
            case PROTO, PROTOCHAIN, GATEWAY -> {
                if (direction != Direction.ANY) {
                    throw syntax();
                }
                type = take().word();
            }
            default -> {
                if (direction == Direction.ANY) {
                    return null;
                }
            }
        }
        return new Qualifiers(protocol, direction, type, false);
    }

    private Direction direction() {
        Word first = peek().word();
        switch (first) {
            case SRC, DST -> {
                take();
                if (!peek().is(Word.OR) && !peek().is(Word.AND)) {
                    return first == Word.SRC ? Direction.SOURCE : Direction.DESTINATION;
                }
                boolean both = take().is(Word.AND);
                expect(first == Word.SRC ? Word.DST : Word.SRC);
                return both ? Direction.BOTH : Direction.EITHER;
            }
            case ADDR1, ADDR2, ADDR3, ADDR4, RA, TA -> {
                return switch (take().word()) {
                    case ADDR1 -> Direction.ADDRESS1;
                    case ADDR2 -> Direction.ADDRESS2;
                    case ADDR3 -> Direction.ADDRESS3;
                    case ADDR4 -> Direction.ADDRESS4;
                    case RA -> Direction.RECEIVER;
                    default -> Direction.TRANSMITTER;
                };
            }
            default -> {
                return Direction.ANY;
            }
        }
    }

    private Expr wireless(@Nullable Token level, Token word) {
        Token value = numberOrName();
        if (word.is(Word.SUBTYPE) && !value.is(Word.NAME)) {
            throw syntax(value.at());
        }
        if (word.is(Word.TYPE) && accept(Word.SUBTYPE)) {
            return ask(level, word, value, numberOrName());
        }
        return ask(level, word, value);
    }

    private Token numberOrName() {
        if (!peek().is(Word.NUMBER) && !peek().is(Word.NAME)) {
            throw syntax();
        }
        return take();
    }

    /** The questions that are a word of their own, with the words that belong to each. */
    private final class Questions {
        Expr question(Token word) {
            return switch (word.word()) {
                case LESS, GREATER, IFINDEX, RNR, SRNR -> ask(null, word, expect(Word.NUMBER));
                case BYTE -> ask(null, word, expect(Word.NUMBER), sign(), expect(Word.NUMBER));
                case INBOUND, OUTBOUND, PPPOED -> ask(null, word);
                case VLAN, MPLS, PPPOES, GENEVE, VXLAN -> {
                    Token number = optionalNumber();
                    yield number == null ? ask(null, word) : ask(null, word, number);
                }
                case BATADV -> batman(word);
                case IFNAME, RSET, ACTION -> ask(null, word, expect(Word.NAME));
                case REASON -> ask(null, word, numberOrName());
                case LLC -> peek().is(Word.NAME) || peek().is(Word.RNR) ? ask(null, word, take()) : ask(null, word);
                case VPI, VCI -> values(word);
                default -> {
                    if (word.word().isAtmKind() || word.word().isMtp2Kind()) {
                        yield ask(null, word);
                    }
                    if (word.word().isMtp3Field()) {
                        yield values(word);
                    }
                    throw syntax(word.at());
                }
            };
        }

        private Token sign() {
            return switch (peek().word()) {
                case BITS_AND, BITS_OR, LESS_THAN, GREATER_THAN, EQUAL -> take();
                default -> throw syntax();
            };
        }

        private @Nullable Token optionalNumber() {
            if (peek().is(Word.NUMBER)) {
                return take();
            }
            if (!peek().is(Word.OPEN)) {
                return null;
            }
            int opened = 0;
            while (accept(Word.OPEN)) {
                opened++;
            }
            Token number = expect(Word.NUMBER);
            while (opened-- > 0) {
                expect(Word.CLOSE);
            }
            return number;
        }

        private Expr batman(Token word) {
            Token version = optionalNumber();
            if (version == null) {
                return ask(null, word);
            }
            if (peek().is(Word.NAME)) {
                return ask(null, word, version, take());
            }
            Token type = optionalNumber();
            return type == null ? ask(null, word, version) : ask(null, word, version, type);
        }

        /** A number, a comparison with one, or several numbers in parentheses with "or" between them. */
        private Expr values(Token word) {
            List<Token> with = new ArrayList<>();
            if (accept(Word.OPEN)) {
                do {
                    with.add(expect(Word.NUMBER));
                } while (accept(Word.OR));
                expect(Word.CLOSE);
            } else {
                switch (peek().word()) {
                    case GREATER_THAN, GREATER_OR_EQUAL, EQUAL, LESS_OR_EQUAL, LESS_THAN, NOT_EQUAL -> with.add(take());
                    default -> {
                        // A number alone is compared for equality.
                    }
                }
                with.add(expect(Word.NUMBER));
            }
            return new Expr.Question(null, word, List.copyOf(with));
        }
    }
}
