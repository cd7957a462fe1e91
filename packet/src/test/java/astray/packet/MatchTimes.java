package astray.packet;

import astray.packet.file.CaptureFile;
import astray.packet.filter.Filter;
import astray.packet.filter.FilterException;
import astray.packet.filter.Listing;
import astray.packet.filter.Program;
import astray.packet.filter.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Answers {@code -n -tt -r FILE EXPRESSION} with the times of the packets that match, and {@code -d LINKTYPE EXPRESSION}
 * ({@code -O} before it: as written) with the program: enough to compare with other implementations by hand.
 */
public final class MatchTimes {
    private MatchTimes() {}

    public static void main(String[] args) {
        StringBuilder out = new StringBuilder();
        int status = run(args, out, System.err);
        new PrintStream(System.out, false, StandardCharsets.UTF_8).append(out).flush();
        System.exit(status);
    }

    private static int run(String[] args, StringBuilder out, PrintStream err) {
        try {
            if (args[0].startsWith("-d") || args[0].equals("-O")) {
                LinkType link = LinkType.named(args[1]);
                Settings settings = Settings.of(link == null ? LinkType.ETHERNET : link)
                        .live(true)
                        .optimised(args[0].startsWith("-d"));
                Program program = Filter.compile(args[2], settings);
                out.append(
                        switch (args[0]) {
                            case "-dd" -> Listing.asC(program);
                            case "-ddd" -> Listing.asNumbers(program);
                            default -> Listing.readable(program);
                        });
                return 0;
            }
            try (CaptureFile file = CaptureFile.open(Path.of(args[3]))) {
                Settings settings = Settings.of(file.linkType()).littleEndian(file.littleEndian());
                Program program = Filter.compile(args[4], settings);
                while (file.next()) {
                    if (program.run(file.bytes(), file.offset(), file.captured(), file.length()) != 0) {
                        out.append(file.seconds()).append(".000000\n");
                    }
                }
                return 0;
            }
        } catch (IOException | FilterException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
