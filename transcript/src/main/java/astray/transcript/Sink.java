package astray.transcript;

import astray.facts.Fact;

/** Where a reader puts what it read. */
public interface Sink {

    /**
     * Takes a fact.
     *
     * @param fact the fact
     * @param line the (first) line that it was read from
     * @param text the words to quote as evidence; several lines of one fact are joined with {@code \n}
     */
    void fact(Fact fact, Line line, String text);

    /** Takes a fact that was read from one line. */
    default void fact(Fact fact, Line line) {
        fact(fact, line, line.text().strip());
    }
}
