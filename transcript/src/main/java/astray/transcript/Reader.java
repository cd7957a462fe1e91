package astray.transcript;

/** Reads one block of a format, line by line, and keeps no more of it than it must. Never throws on bad input. */
public interface Reader {

    /**
     * Takes the next line, or declines it. A declined line ends the block: {@link #end} is called and the line is
     * offered to other formats.
     */
    boolean accept(Line line);

    /** The block is over: facts that were still being put together go to the sink. */
    default void end() {}
}
