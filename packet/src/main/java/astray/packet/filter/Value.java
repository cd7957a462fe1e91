package astray.packet.filter;

import org.jspecify.annotations.Nullable;

/**
 * A number of 32 bits computed from a packet: a tree, with equal trees being one object (see {@link Values}). Loading a
 * byte that was not captured, and dividing by zero, end the program instead.
 */
final class Value {
    final Op op;

    /** The operands: for a load the index that is added to the offset, for a choice both ways. */
    final @Nullable Value left;

    final @Nullable Value right;

    /** What a choice hangs on. */
    final @Nullable Test test;

    /** The constant; a load's offset; a chain's start. */
    final int k;

    /** A load's width in bytes: 1, 2 or 4; for a chain the version of IP. */
    final int size;

    /** For a chain: the protocol asked for. */
    final int wanted;

    private final boolean plain;

    /** Distinguishes values and orders them as they came to be. */
    final int id;

    Value(
            Op op,
            @Nullable Value left,
            @Nullable Value right,
            @Nullable Test test,
            int k,
            int size,
            int wanted,
            int id) {
        this.op = op;
        this.left = left;
        this.right = right;
        this.test = test;
        this.k = k;
        this.size = size;
        this.wanted = wanted;
        this.id = id;
        this.plain =
                op != Op.SELECT && op != Op.CHAIN && (left == null || left.plain) && (right == null || right.plain);
    }

    boolean isConstant() {
        return op == Op.CONSTANT;
    }

    /** Whether it is computed without a choice and without a loop. */
    boolean isPlain() {
        return plain;
    }

    boolean is(int constant) {
        return op == Op.CONSTANT && k == constant;
    }

    /** The operand on the left of an operation that has one. */
    Value left() {
        return present(left);
    }

    /** The operand on the right of an operation that has one. */
    Value right() {
        return present(right);
    }

    /** The test of a choice. */
    Test test() {
        if (test == null) {
            throw new IllegalStateException(op.name());
        }
        return test;
    }

    private Value present(@Nullable Value operand) {
        if (operand == null) {
            throw new IllegalStateException(op.name());
        }
        return operand;
    }
}
