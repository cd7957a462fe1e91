package astray.transcript.log;

import astray.facts.Moment;

/** One way of printing a time at the start of a line. Finding its end is cheap; the value is made only on demand. */
interface Stamp {

    /** The index behind a stamp that begins at {@code from}, or -1 where there is none. */
    int end(String text, int from);

    /** The stamp's value; {@code null} when {@link #end} finds one that names no real time, such as 31 February. */
    @org.jspecify.annotations.Nullable
    Moment read(String text, int from);

    /** Whether this form can show the moment. */
    boolean canPrint(Moment moment);

    /** Prints a moment that it {@link #canPrint}. */
    void print(Moment moment, StringBuilder out);
}
