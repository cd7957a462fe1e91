package astray.instruments.tcpdump;

import astray.instruments.Console;
import astray.instruments.Instrument;
import astray.packet.LinkType;
import astray.packet.filter.Program;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** tcpdump(1): packets of an interface or of a file, printed or written. */
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
        if (settings.deviceList) {
            Devices.list().print(console.out());
            return 0;
        }
        Filters filters = Filters.of(settings);
        String list = settings.fileList;
        String file = settings.readFile;
        if (list != null || file != null) {
            List<String> files = list != null ? Files.listed(list) : List.of(String.valueOf(file));
            return new FileReading(settings, filters, console).read(files);
        }
        if (settings.listing > 0 && settings.device == null) {
            console.out().text(Listings.of(deadProgram(settings, filters, console), settings.listing));
            return 0;
        }
        return LiveCapture.run(settings, filters, console);
    }

    /** A program for no interface in particular. */
    private static Program deadProgram(Settings settings, @Nullable Filters filters, Console console) throws Failure {
        LinkType link = settings.linkType;
        if (link == null) {
            console.complain("Warning: assuming Ethernet");
            link = LinkType.ETHERNET;
        }
        int length = settings.snapshotLength == 0 ? Settings.LONGEST_PACKET : settings.snapshotLength;
        return filters == null
                ? Program.all(length)
                : filters.compile(astray.packet.filter.Settings.of(link)
                        .snapshotLength(length)
                        .optimised(settings.optimised)
                        .netmask(0));
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
