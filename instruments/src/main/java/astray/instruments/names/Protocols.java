package astray.instruments.names;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of IP protocols: {@code /etc/protocols} (protocols(5)), read when first asked. */
public final class Protocols {
    private static final String FILE = "/etc/protocols";

    private final Table<Map<Integer, String>> names;

    private Protocols(Table<Map<Integer, String>> names) {
        this.names = names;
    }

    /** Those of this machine; a file that cannot be read names none. */
    public static Protocols ofMachine() {
        return new Protocols(Table.ofFile(FILE, Protocols::read));
    }

    /** Those of a text in the form of protocols(5). */
    public static Protocols of(String text) {
        return new Protocols(Table.of(text, Protocols::read));
    }

    /** The name of a protocol; {@code null} for one without. */
    public @Nullable String name(int number) {
        return names.get().get(number);
    }

    private static Map<Integer, String> read(Columns columns) {
        Map<Integer, String> names = new HashMap<>();
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
