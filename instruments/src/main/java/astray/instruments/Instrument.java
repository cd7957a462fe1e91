package astray.instruments;

import java.io.IOException;
import java.util.List;

/** A classic tool, with the options, lines and exit statuses that people know. */
public interface Instrument {

    /**
     * Runs it.
     *
     * @param words the command line behind the tool's name
     * @param console where it prints, and what it may ask of its surroundings
     * @return the exit status of the original
     * @throws ClosedOutput when whoever read the output went away
     */
    int run(List<String> words, Console console) throws IOException;
}
