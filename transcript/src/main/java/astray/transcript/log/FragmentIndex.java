package astray.transcript.log;

import java.util.List;

/**
 * Finds which of many fragments occur in a text, in one pass: the first characters of each fragment, three where all have
 * as many, are hashed into a small table, and what the table points at is compared. To make one costs next to nothing,
 * which matters for a program that is started for a few lines; an automaton took longer to build than such a run.
 */
final class FragmentIndex {
    private static final int BITS = 4;
    private static final int MOST = 3;

    private final List<String> fragments;
    /** How many characters are hashed, and which bits of a rolling hash are theirs. */
    private final int gram;

    private final int mask;
    /** For each hash the first of its fragments and one; 0 for none. */
    private final short[] first;
    /** For each fragment the next one of the same hash and one; 0 after the last. */
    private final short[] next;

    /** Takes what is found. */
    interface Taker {
        /** Takes a fragment that ends before the index; {@code true} ends the search. */
        boolean take(int fragment, int end);
    }

    FragmentIndex(List<String> fragments) {
        this.fragments = fragments;
        int shortest = MOST;
        for (String fragment : fragments) {
            shortest = Math.min(shortest, fragment.length());
        }
        gram = shortest;
        mask = (1 << BITS * gram) - 1;
        first = new short[mask + 1];
        next = new short[fragments.size()];
        for (int f = 0; f < fragments.size(); f++) {
            int hash = 0;
            for (int i = 0; i < gram; i++) {
                hash = hash << BITS ^ fragments.get(f).charAt(i);
            }
            next[f] = first[hash & mask];
            first[hash & mask] = (short) (f + 1);
        }
    }

    /** Offers every occurrence between two indexes to the taker; whether it ended the search. */
    @SuppressWarnings(
            "deprecation") // getBytes cuts each character down to a byte: fragments are ASCII, and are compared
    boolean search(String text, int from, int to, Taker taker) {
        // several times faster than asking the text for each character
        byte[] bytes = new byte[Math.max(to - from, 0)];
        text.getBytes(from, from + bytes.length, bytes, 0);
        int hash = 0;
        for (int i = 0; i < bytes.length; i++) {
            hash = (hash << BITS ^ bytes[i] & 0xff) & mask;
            for (int f = first[hash]; f != 0; f = next[f - 1]) {
                String fragment = fragments.get(f - 1);
                int start = from + i + 1 - gram;
                int end = start + fragment.length();
                if (start >= from && end <= to && text.startsWith(fragment, start) && taker.take(f - 1, end)) {
                    return true;
                }
            }
        }
        return false;
    }
}
