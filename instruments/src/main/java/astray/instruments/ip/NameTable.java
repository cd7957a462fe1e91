package astray.instruments.ip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of numbers, as a file of {@code /etc/iproute2} gives them on top of those that ip knows by itself: lines of a
 * number, decimal or behind {@code 0x} hexadecimal, and a word; {@code #} begins a comment. A later line wins. Reading
 * ends at the first line that is neither, as in the original.
 */
final class NameTable {
    /** The folder; also of {@code NAME.d} with its {@code *.conf}. */
    private static final Path FOLDER = Path.of("/etc/iproute2");

    /** A file longer than this is no list of names. */
    private static final long LONGEST = 1 << 20;

    private final Map<Long, String> names = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    /** The table of a file, and of the folder beside it that ends with {@code .d}. */
    static NameTable load(String file, String... builtin) {
        NameTable table = new NameTable();
        table.add(String.join("\n", builtin));
        table.read(FOLDER.resolve(file));
        Path folder = FOLDER.resolve(file + ".d");
        if (!Files.isDirectory(folder)) {
            return table;
        }
        List<Path> more = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path one : files) {
                String name = String.valueOf(one.getFileName());
                if (!name.startsWith(".") && name.endsWith(".conf")) {
                    more.add(one);
                }
            }
        } catch (IOException unreadable) {
            return table;
        }
        for (Path one : more) {
            table.read(one);
        }
        return table;
    }

    /** The table of a text. */
    static NameTable of(String text) {
        NameTable table = new NameTable();
        table.add(text);
        return table;
    }

    private void read(Path file) {
        try {
            if (Files.size(file) <= LONGEST) {
                add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (IOException none) {
            // the builtin names remain, as in the original
        }
    }

    private void add(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (!addLine(text, at, end)) {
                return;
            }
            at = end + 1;
        }
    }

    private boolean addLine(String text, int at, int end) {
        int from = skip(text, at, end, true);
        if (from == end || text.charAt(from) == '#') {
            return true;
        }
        int behind = skip(text, from, end, false);
        int name = skip(text, behind, end, true);
        int nameEnd = skip(text, name, end, false);
        String number = text.substring(from, behind);
        long value = Words.number(number, number.startsWith("0x") ? 16 : 10);
        if (value < 0 || value > 0xffffffffL || name == nameEnd) {
            return false;
        }
        String word = text.substring(name, nameEnd);
        names.put(value, word);
        numbers.put(word, value);
        return true;
    }

    private static int skip(String text, int at, int end, boolean blanks) {
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t') == blanks) {
            at++;
        }
        return at;
    }

    /** The name of a number; {@code null} when it has none. */
    @Nullable
    String name(long number) {
        return names.get(number);
    }

    /** The number of a name; -1 when there is none. */
    long number(String name) {
        Long number = numbers.get(name);
        return number == null || !name.equals(names.get(number)) ? -1 : number;
    }
}
