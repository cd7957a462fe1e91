package astray.packet.filter;

/** What a packet must be like: tests and how they are joined. The order is that of asking. */
sealed interface Condition permits Test, Condition.Both, Condition.Either, Condition.Inverse, Condition.Always {
    /** The second is asked only where the first holds. */
    record Both(Condition first, Condition second) implements Condition {}

    /** The second is asked only where the first does not hold. */
    record Either(Condition first, Condition second) implements Condition {}

    /** The opposite. */
    record Inverse(Condition of) implements Condition {}

    /** No question at all. */
    enum Always implements Condition {
        TRUE,
        FALSE;

        boolean holds() {
            return this == TRUE;
        }
    }

    /** This, and then the other. */
    default Condition and(Condition second) {
        return new Both(this, second);
    }

    /** This, or else the other. */
    default Condition or(Condition second) {
        return new Either(this, second);
    }

    /** Not this. */
    default Condition not() {
        return this instanceof Inverse inverse ? inverse.of() : new Inverse(this);
    }

    /** Of questions that all must hold, the one that is asked last. */
    static Condition last(Condition condition) {
        return condition instanceof Both both ? last(both.second()) : condition;
    }
}
