package astray.instruments.names;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of IP protocols: {@code /etc/protocols} (protocols(5)), read when first asked. */
public final class Protocols {
    private static final int LARGEST = 1 << 20;
    private static final String FILE = "/etc/protocols";

    private @Nullable Map<Integer, String> names;
    private final @Nullable String text;

    private Protocols(@Nullable String text) {
        this.text = text;
    }

    /** Those of this machine; a file that cannot be read names none. */
    public static Protocols ofMachine() {
        return new Protocols(null);
    }

    /** Those of a text in the form of protocols(5). */
    public static Protocols of(String text) {
        return new Protocols(text);
    }

    /** The name of a protocol; {@code null} for one without. */
    public @Nullable String name(int number) {
        Map<Integer, String> known = names;
        if (known == null) {
            known = read(text == null ? file() : text);
            names = known;
        }
        return known.get(number);
    }

    private static String file() {
        try (FileInputStream stream = new FileInputStream(FILE)) {
            return new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static Map<Integer, String> read(String text) {
        Map<Integer, String> names = new HashMap<>();
        Columns columns = new Columns(text);
        while (columns.line()) {
            String name = columns.word();
            int number = Columns.number(columns.word(), 0xffff);
            if (number >= 0) {
                names.putIfAbsent(number, name);
            }
        }
        return names;
    }
}
