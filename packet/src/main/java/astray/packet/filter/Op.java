package astray.packet.filter;

/** How a {@link Value} comes about. */
enum Op {
    CONSTANT,
    /** The length of the packet on the wire. */
    LENGTH,
    /** One, two or four bytes of the packet, big-endian. */
    LOAD,
    NEGATE,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MODULO,
    AND,
    OR,
    XOR,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    /** One of two values, by a test. */
    SELECT,
    /** The protocol at the end of a chain of headers, or the one asked for where the chain has it. */
    CHAIN;

    /** An operation with two operands on constants: 32 bits without sign. Division by zero and shifts over 31 bits do not get here. */
    int apply(int left, int right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> Integer.divideUnsigned(left, right);
            case MODULO -> Integer.remainderUnsigned(left, right);
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case SHIFT_LEFT -> left << right;
            case SHIFT_RIGHT -> left >>> right;
            case CONSTANT, LENGTH, LOAD, NEGATE, SELECT, CHAIN -> throw new IllegalStateException(name());
        };
    }
}
