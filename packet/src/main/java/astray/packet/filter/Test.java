package astray.packet.filter;

/**
 * A comparison of two numbers without sign, as one jump instruction of BPF makes it.
 *
 * @param against a constant, or a value that is put into the index register
 */
record Test(Value subject, Jump jump, Value against) implements Condition {
    /** The jump instructions. */
    enum Jump {
        EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        /** Has any of these bits. */
        ANY_BIT;

        boolean holds(int left, int right) {
            return switch (this) {
                case EQUAL -> left == right;
                case GREATER -> Integer.compareUnsigned(left, right) > 0;
                case GREATER_OR_EQUAL -> Integer.compareUnsigned(left, right) >= 0;
                case ANY_BIT -> (left & right) != 0;
            };
        }
    }

    // Values are one object for each tree, so that identity is equality; the tree itself would be walked each time.

    @Override
    public boolean equals(Object other) {
        return other instanceof Test test && test.subject == subject && test.jump == jump && test.against == against;
    }

    @Override
    public int hashCode() {
        return (subject.id * 31 + jump.hashCode()) * 31 + against.id;
    }
}
