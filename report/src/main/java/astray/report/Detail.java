package astray.report;

import java.util.List;

/**
 * How much a page shows.
 *
 * @param evidence pieces of evidence
 * @param notes whether also what each shows
 * @param others rows of what is unknown, excluded, still to do, and the like
 * @param asides whether also how the question was found, and what text was not understood
 * @param airy whether blank lines part the sections
 */
record Detail(int evidence, boolean notes, int others, boolean asides, boolean airy) {

    /** Everything. */
    static final Detail ALL = new Detail(Integer.MAX_VALUE, true, Integer.MAX_VALUE, true, true);

    /** From plentiful to bare: the first that fits on a screen is taken. */
    static final List<Detail> LEVELS = List.of(
            new Detail(6, true, 6, true, true),
            new Detail(5, true, 4, true, true),
            new Detail(4, true, 3, true, true),
            new Detail(4, true, 2, false, true),
            new Detail(6, false, 2, false, true),
            new Detail(6, false, 1, false, true),
            new Detail(6, false, 1, false, false),
            new Detail(5, false, 1, false, false),
            new Detail(4, false, 1, false, false),
            new Detail(3, false, 1, false, false),
            new Detail(2, false, 1, false, false),
            new Detail(2, false, 0, false, false));

    boolean all() {
        return evidence == Integer.MAX_VALUE;
    }

    /** What of it each of several causes gets. */
    Detail sharedBy(int causes) {
        return all() || causes < 2
                ? this
                : new Detail(Math.max(1, evidence / causes), notes, Math.min(1, others), asides, airy);
    }
}
