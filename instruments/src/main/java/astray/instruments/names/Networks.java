package astray.instruments.names;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of IPv4 networks: {@code /etc/networks} (networks(5)), read when first asked. */
public final class Networks {
    private static final String FILE = "/etc/networks";

    private final Table<Map<Integer, String>> names;

    private Networks(Table<Map<Integer, String>> names) {
        this.names = names;
    }

    /** Those of this machine; a file that cannot be read names none. */
    public static Networks ofMachine() {
        return new Networks(Table.ofFile(FILE, Networks::read));
    }

    /** Those of a text in the form of networks(5). */
    public static Networks of(String text) {
        return new Networks(Table.of(text, Networks::read));
    }

    /**
     * The name of a network; {@code null} for one without.
     *
     * @param network its address; zero bytes at the end do not count
     */
    public @Nullable String name(int network) {
        return names.get().get(network);
    }

    private static Map<Integer, String> read(Columns columns) {
        Map<Integer, String> names = new HashMap<>();
        while (columns.line()) {
            String name = columns.word();
            long network = address(columns.word());
            if (network >= 0) {
                names.putIfAbsent((int) network, name);
            }
        }
        return names;
    }

    /** One to four numbers with dots, as inet_network(3) reads them, filled up with zeroes at the end; -1 for others. */
    private static long address(String word) {
        long bits = 0;
        int parts = 0;
        for (int at = 0; at <= word.length(); parts++) {
            int dot = word.indexOf('.', at);
            int end = dot < 0 ? word.length() : dot;
            int part = Columns.number(word.substring(at, end), 255);
            if (part < 0 || parts == 4) {
                return -1;
            }
            bits = bits << 8 | part;
            at = end + 1;
        }
        return bits << 8 * (4 - parts);
    }
}
