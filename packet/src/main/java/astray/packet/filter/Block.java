package astray.packet.filter;

import org.jspecify.annotations.Nullable;

/**
 * A node of the graph that a condition becomes: a test and where to go by its answer, or an end. The graph has no
 * circles; blocks are shared.
 */
final class Block {
    /** The end that takes the packet. */
    static final Block ACCEPT = new Block(null);

    /** The end that refuses it. */
    static final Block REJECT = new Block(null);

    /** Null for an end. */
    final @Nullable Test test;

    private @Nullable Block yes;
    private @Nullable Block no;

    private Block(@Nullable Test test) {
        this.test = test;
    }

    Block(Test test, Block yes, Block no) {
        this.test = test;
        this.yes = yes;
        this.no = no;
    }

    boolean isEnd() {
        return test == null;
    }

    Test test() {
        return required(test);
    }

    Block yes() {
        return required(yes);
    }

    Block no() {
        return required(no);
    }

    /** Where the test leads by its answer. */
    Block next(boolean answer) {
        return answer ? yes() : no();
    }

    void lead(boolean answer, Block to) {
        if (answer) {
            yes = to;
        } else {
            no = to;
        }
    }

    private static <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("an end asks nothing");
        }
        return part;
    }

    /** The graph of a condition that leads to one of two blocks. */
    static Block of(Condition condition, Block yes, Block no) {
        // A long chain ("host a or b or c ...") leans to the left: walk down there without recursion.
        Condition at = condition;
        Block ifYes = yes;
        Block ifNo = no;
        while (true) {
            switch (at) {
                case Condition.Always always -> {
                    return always.holds() ? ifYes : ifNo;
                }
                case Test test -> {
                    return new Block(test, ifYes, ifNo);
                }
                case Condition.Inverse(Condition inner) -> {
                    Block swapped = ifYes;
                    ifYes = ifNo;
                    ifNo = swapped;
                    at = inner;
                }
                case Condition.Both(Condition first, Condition second) -> {
                    ifYes = of(second, ifYes, ifNo);
                    at = first;
                }
                case Condition.Either(Condition first, Condition second) -> {
                    ifNo = of(second, ifYes, ifNo);
                    at = first;
                }
            }
        }
    }
}
