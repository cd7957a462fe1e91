package astray.instruments.tcpdump;

import astray.instruments.Console;
import astray.testkit.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the instrument within the test. */
final class Runs {
    private Runs() {}

    /** Runs it; output is taken for Latin 1, so that no byte is lost. */
    static Result run(List<String> words) throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        return run(words, err);
    }

    /** As {@link #run(List)}, with standard error going where the caller can watch it. */
    static Result run(List<String> words, ByteArrayOutputStream err) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = run(words, out, err);
        return new Result(status, out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.UTF_8));
    }

    static int run(List<String> words, OutputStream out, OutputStream err) throws IOException {
        Console console = new Console(out, err, Map.of(), false);
        int status = new Tcpdump().run(words, console);
        console.out().flush();
        return status;
    }

    /** The words of a line; single quotes keep blanks together. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                any = true;
            } else if (c == ' ' && !quoted) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
