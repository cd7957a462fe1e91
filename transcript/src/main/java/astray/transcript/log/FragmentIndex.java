package astray.transcript.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds which of many fragments occur in a text, in one pass (Aho and Corasick 1975): an automaton with a full table,
 * one look-up for each character. Characters that occur in no fragment share one column; fragments are ASCII.
 */
final class FragmentIndex {
    private static final int ASCII = 128;
    /** Set in an entry of the table when the state it leads to ends a fragment. */
    private static final int HIT = 1 << 31;

    private final byte[] columnOf = new byte[ASCII];
    private final int columns;
    /** For each state its row; an entry is the next state's row index, perhaps with {@link #HIT}. */
    private final int[] next;
    /** For each state the numbers of the fragments that end there. */
    private final int[][] ends;

    /** Takes what is found. */
    interface Taker {
        /** Takes a fragment that ends before the index; {@code true} ends the search. */
        boolean take(int fragment, int end);
    }

    FragmentIndex(List<String> fragments) {
        int count = 1;
        for (String fragment : fragments) {
            for (int i = 0; i < fragment.length(); i++) {
                char c = fragment.charAt(i);
                if (c >= ASCII) {
                    throw new IllegalArgumentException("not ASCII: " + fragment);
                }
                if (columnOf[c] == 0) {
                    columnOf[c] = (byte) count++;
                }
            }
        }
        columns = count;
        List<int[]> rows = new ArrayList<>();
        List<int[]> found = new ArrayList<>();
        addState(rows, found);
        for (int f = 0; f < fragments.size(); f++) {
            int state = 0;
            for (int i = 0; i < fragments.get(f).length(); i++) {
                int column = columnOf[fragments.get(f).charAt(i)];
                int to = rows.get(state)[column];
                if (to == 0) {
                    to = addState(rows, found);
                    rows.get(state)[column] = to;
                }
                state = to;
            }
            found.set(state, with(found.get(state), f));
        }
        fall(rows, found);
        ends = found.toArray(int[][]::new);
        next = table(rows);
    }

    private int addState(List<int[]> rows, List<int[]> found) {
        rows.add(new int[columns]);
        found.add(new int[0]);
        return rows.size() - 1;
    }

    private static int[] with(int[] numbers, int... more) {
        int[] all = Arrays.copyOf(numbers, numbers.length + more.length);
        System.arraycopy(more, 0, all, numbers.length, more.length);
        return all;
    }

    /** Fills what a row lacks from the state of the longest proper suffix, breadth first. */
    private void fall(List<int[]> rows, List<int[]> found) {
        int[] suffix = new int[rows.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        for (Integer state = queue.poll(); state != null; state = queue.poll()) {
            int[] row = rows.get(state);
            int[] fallback = rows.get(suffix[state]);
            for (int column = 1; column < columns; column++) {
                int to = row[column];
                if (to > 0) {
                    suffix[to] = state == 0 ? 0 : fallback[column];
                    found.set(to, with(found.get(to), found.get(suffix[to])));
                    queue.add(to);
                } else if (state != 0) {
                    row[column] = fallback[column];
                }
            }
        }
    }

    private int[] table(List<int[]> rows) {
        int[] table = new int[rows.size() * columns];
        for (int state = 0; state < rows.size(); state++) {
            for (int column = 0; column < columns; column++) {
                int to = rows.get(state)[column];
                table[state * columns + column] = to * columns | (ends[to].length > 0 ? HIT : 0);
            }
        }
        return table;
    }

    /** Offers every occurrence between two indexes to the taker; whether it ended the search. */
    boolean search(String text, int from, int to, Taker taker) {
        int row = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int entry = next[row + (c < ASCII ? columnOf[c] : 0)];
            if (entry < 0) {
                entry &= ~HIT;
                for (int fragment : ends[entry / columns]) {
                    if (taker.take(fragment, i + 1)) {
                        return true;
                    }
                }
            }
            row = entry;
        }
        return false;
    }
}
