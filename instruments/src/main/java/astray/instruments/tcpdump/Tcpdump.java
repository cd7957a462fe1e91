package astray.instruments.tcpdump;

import astray.instruments.Console;
import astray.instruments.Instrument;
import java.io.IOException;
import java.util.List;

/** tcpdump(1): packets from a file, printed. */
public final class Tcpdump implements Instrument {
    /** Makes it. */
    public Tcpdump() {}

    @Override
    public int run(List<String> words, Console console) throws IOException {
        try {
            return switch (CommandLine.read(words, console.variable("POSIXLY_CORRECT") == null)) {
                case CommandLine.Page(String text) -> {
                    console.out().text(text);
                    yield 0;
                }
                case CommandLine.Run(Settings settings) -> run(settings, console);
            };
        } catch (Failure e) {
            console.out().flush();
            console.complain("tcpdump: " + e.line());
            return CommandLine.FAILED;
        }
    }

    private static int run(Settings settings, Console console) throws Failure, IOException {
        warn(settings, console);
        String list = settings.fileList;
        String file = settings.readFile;
        if (list == null && file == null) {
            throw new Failure("name a file to read with -r");
        }
        List<String> files = list != null ? Files.listed(list) : List.of(String.valueOf(file));
        return new FileReading(settings, Filters.of(settings), console).read(files);
    }

    private static void warn(Settings settings, Console console) {
        if (settings.ascii > 0 && settings.hexadecimal > 0) {
            console.complain("tcpdump: WARNING: -A and -x[x] are mutually exclusive. -A ignored.");
        }
        if (settings.ascii > 0 && settings.both > 0) {
            console.complain("tcpdump: WARNING: -A and -X[X] are mutually exclusive. -A ignored.");
        }
        if (settings.hexadecimal > 0 && settings.both > 0) {
            console.complain("tcpdump: WARNING: -x[x] and -X[X] are mutually exclusive. -x[x] ignored.");
        }
    }
}
