package astray.packet.filter;

import astray.packet.filter.Test.Jump;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a graph of tests short, after the ideas of McCanne and Jacobson ("The BSD Packet Filter", 1993) and of Begel,
 * McCanne and Graham ("BPF+", 1999). Until nothing changes:
 *
 * <ul>
 *   <li>a way that leads to a test whose answer is known on that way goes on to where the answer leads;
 *   <li>tests of one value in a row of alternatives are brought together, so that the value is loaded once;
 *   <li>equal blocks are made one.
 * </ul>
 *
 * What is known on a way: the answers given on all ways to its start, since values do not change.
 */
final class Optimiser {
    /** A graph that is still changing then is short enough. */
    private static final int MOST_ROUNDS = 100;

    /** Bringing together costs the square of the graph's size; longer expressions are left as they are written. */
    private static final int MOST_BLOCKS_TO_REGROUP = 4000;

    /** Blocks times different tests: what is known on all ways has so many bits. Beyond, a program stays as written. */
    private static final long MOST_WORK = 1L << 30;

    private final Map<Test, Integer> numbers = new HashMap<>();

    /** The other tests for equality with a constant of the same value. */
    private final Map<Value, List<Test>> equalities = new HashMap<>();

    private final boolean sparing;
    private boolean changed;

    private Optimiser(boolean sparing) {
        this.sparing = sparing;
    }

    /**
     * The short form of a graph.
     *
     * @param sparing whether loads may be spared that the expression as written makes, so that a packet that is cut may
     *     be taken where it was refused
     */
    static Block optimised(Block root, boolean sparing) {
        return new Optimiser(sparing).rounds(root);
    }

    private Block rounds(Block start) {
        Block root = Order.merged(start, sparing);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            changed = false;
            root = Order.merged(thread(root), sparing);
            if (sparing && !root.isEnd()) {
                regroup(root);
            }
            if (!changed) {
                break;
            }
        }
        return Order.merged(root, sparing);
    }

    private int number(Test test) {
        Integer number = numbers.get(test);
        if (number == null) {
            number = numbers.size();
            numbers.put(test, number);
            if (isEquality(test)) {
                equalities
                        .computeIfAbsent(test.subject(), _ -> new ArrayList<>())
                        .add(test);
            }
        }
        return number;
    }

    private static boolean isEquality(Test test) {
        return test.jump() == Jump.EQUAL && test.against().isConstant();
    }

    private Block thread(Block root) {
        if (root.isEnd()) {
            return root;
        }
        List<Block> order = Order.topological(root);
        Set<Test> tests = new HashSet<>();
        for (Block block : order) {
            if (!block.isEnd()) {
                tests.add(block.test());
            }
        }
        if ((long) order.size() * tests.size() > MOST_WORK) {
            return root;
        }
        Map<Block, BitSet> known = new HashMap<>();
        known.put(root, new BitSet());
        for (Block block : order) {
            BitSet before = known.remove(block);
            if (block.isEnd() || before == null) {
                continue;
            }
            int number = number(block.test());
            for (int answer = 0; answer < 2; answer++) {
                BitSet after = (BitSet) before.clone();
                after.set(2 * number + answer);
                Block to = block.next(answer == 1);
                Block onward = follow(to, after);
                if (onward != to) {
                    block.lead(answer == 1, onward);
                    changed = true;
                }
                BitSet there = known.get(onward);
                if (there == null) {
                    known.put(onward, after);
                } else {
                    there.and(after);
                }
            }
        }
        return root;
    }

    private Block follow(Block from, BitSet known) {
        Block at = from;
        while (!at.isEnd()) {
            Boolean answer = answer(at.test(), known);
            if (answer == null) {
                break;
            }
            at = at.next(answer);
        }
        return at;
    }

    private @Nullable Boolean answer(Test test, BitSet known) {
        int number = number(test);
        if (known.get(2 * number + 1)) {
            return true;
        }
        if (known.get(2 * number)) {
            return false;
        }
        if (isEquality(test)) {
            for (Test other : equalities.getOrDefault(test.subject(), List.of())) {
                if (known.get(2 * number(other) + 1)) {
                    return false;
                }
            }
        }
        return null;
    }

    /**
     * In a row of blocks that lead to the same place by the same answer, and each only from the one before it: when the
     * value is at hand with which the row was entered, tests of that value come first.
     */
    private void regroup(Block root) {
        List<Block> order = Order.topological(root);
        if (order.size() > MOST_BLOCKS_TO_REGROUP) {
            return;
        }
        Ways ways = new Ways(root);
        for (int i = order.size() - 1; i > 0; i--) {
            Block block = order.get(i);
            for (int answer = 1; answer >= 0 && !block.isEnd(); answer--) {
                if (pull(ways, block, answer == 1)) {
                    ways = new Ways(root);
                    changed = true;
                }
            }
        }
    }

    private static boolean pull(Ways ways, Block block, boolean answer) {
        List<Block> before = ways.into(block);
        if (before.isEmpty()) {
            return false;
        }
        Value value = before.getFirst().test().subject();
        for (Block one : before) {
            if (one.test().subject() != value) {
                return false;
            }
        }
        Block target = block.next(answer);
        // The first of the row that asks about another value, and whom it follows.
        Block previous = null;
        Block other = block;
        while (other.test().subject() == value) {
            previous = other;
            other = other.next(!answer);
            if (!belongs(ways, other, target, answer)) {
                return false;
            }
        }
        Block last = other;
        Block same = other.next(!answer);
        while (true) {
            if (!belongs(ways, same, target, answer)) {
                return false;
            }
            if (same.test().subject() == value) {
                break;
            }
            last = same;
            same = same.next(!answer);
        }
        last.lead(!answer, same.next(!answer));
        same.lead(!answer, other);
        if (previous != null) {
            previous.lead(!answer, same);
            return true;
        }
        for (Block one : before) {
            for (int way = 0; way < 2; way++) {
                if (one.next(way == 1) == block) {
                    one.lead(way == 1, same);
                }
            }
        }
        return true;
    }

    private static boolean belongs(Ways ways, Block candidate, Block target, boolean answer) {
        return !candidate.isEnd()
                && candidate.next(answer) == target
                && ways.into(candidate).size() == 1;
    }
}
