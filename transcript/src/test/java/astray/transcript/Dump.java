package astray.transcript;

import astray.facts.Observation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what is read from files, for people who work on the formats: blocks, facts with lines and hosts, the rest. */
public final class Dump {
    private Dump() {}

    /** Takes paths; with {@code -q} first, only blocks and what was not understood. */
    public static void main(String[] arguments) throws IOException {
        boolean quiet = arguments.length > 0 && arguments[0].equals("-q");
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Transcript transcript = new Transcript(Limits.STANDARD);
        for (int i = quiet ? 1 : 0; i < arguments.length; i++) {
            Path path = Path.of(arguments[i]);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                transcript.add(path.getFileName().toString(), in);
            }
        }
        Reading reading = transcript.reading();
        for (Block block : reading.blocks()) {
            out.println("block " + block.number() + " " + block.document() + ":" + block.firstLine() + "-"
                    + block.lastLine() + " [" + block.format() + "] host=" + block.host() + " $ " + block.command());
        }
        if (!quiet) {
            for (Observation<?> seen : reading.observations()) {
                out.println(seen.origin().line() + " #" + seen.origin().block() + " "
                        + seen.origin().host() + " " + seen.fact());
            }
        }
        for (NotUnderstood n : reading.notUnderstood()) {
            out.println("NOT UNDERSTOOD " + n.document() + ":" + n.firstLine() + "-" + n.lastLine() + " " + n.words());
        }
        reading.losses().forEach(l -> out.println("LOSS " + l));
        out.println(reading.tally());
        out.flush();
    }
}
