package astray.instruments.ip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The names of IP protocols, of /etc/protocols (protocols(5)). */
final class IpProtocols {
    private static final Path FILE = Path.of("/etc/protocols");
    private static final long LARGEST = 1 << 20;

    private IpProtocols() {}

    private static String[] lines() {
        try {
            return Files.size(FILE) > LARGEST
                    ? new String[0]
                    : new String(Files.readAllBytes(FILE), StandardCharsets.ISO_8859_1).split("\n", -1);
        } catch (IOException none) {
            return new String[0];
        }
    }

    /** The words of a line: the name, the number, other names; {@code null} for a line without them. */
    private static @Nullable List<String> words(String line) {
        int comment = line.indexOf('#');
        StringTokenizer tokens = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
        List<String> words = new ArrayList<>();
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words.size() < 2 ? null : words;
    }

    /** The name of a number, or {@code ipproto-N}, as always with {@code -N}. */
    static String name(int number, boolean numeric) {
        String digits = Integer.toString(number);
        for (String line : numeric ? new String[0] : lines()) {
            List<String> words = words(line);
            if (words != null && words.get(1).equals(digits)) {
                return words.getFirst();
            }
        }
        return "ipproto-" + number;
    }

    /** The number of a name or number; -1 for neither. */
    static int number(String word) {
        long given = Words.number(word, 10);
        if (given >= 0) {
            return given > 255 ? -1 : (int) given;
        }
        for (String line : lines()) {
            List<String> words = words(line);
            for (int i = 0; words != null && i < words.size(); i++) {
                if (i != 1 && words.get(i).equals(word)) {
                    return (int) Words.number(words.get(1), 10);
                }
            }
        }
        return -1;
    }
}
