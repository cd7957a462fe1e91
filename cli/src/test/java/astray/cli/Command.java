package astray.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command as it ended, run in this process: the same arguments, exit status and standard output as from a shell.
 *
 * @param status its exit status
 * @param output what it printed
 */
record Command(int status, String output) {

    /** {@code astray case FOLDER WORDS...} in a terminal of 80 columns that shows more than ASCII. */
    static Command onCase(Path folder, List<String> words) {
        List<String> all = new ArrayList<>(List.of(folder.toString()));
        all.addAll(words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Main.command("case", all, Map.of("LANG", "C.UTF-8"), new Terminal(false, out));
        return new Command(status, out.toString(StandardCharsets.UTF_8));
    }

    /** The same with words more. */
    static Command onCase(Path folder, List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return onCase(folder, all);
    }
}
