package astray.instruments.names;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of ports: {@code /etc/services} (services(5)), read when first asked.
 */
public final class Services {
    private static final String FILE = "/etc/services";

    private final Table<Known> known;

    /** Both ways through the table: {@code 22/tcp} to a name, {@code ssh/tcp} to a port. */
    private record Known(Map<String, String> names, Map<String, Integer> ports) {}

    private Services(Table<Known> known) {
        this.known = known;
    }

    /** Those of this machine; a file that cannot be read names none. */
    public static Services ofMachine() {
        return new Services(Table.ofFile(FILE, Services::read));
    }

    /** Those of a text in the form of services(5). */
    public static Services of(String text) {
        return new Services(Table.of(text, Services::read));
    }

    /** The name of a port; {@code null} for one without. Of several the first counts. */
    public @Nullable String name(int port, String protocol) {
        return known.get().names().get(port + "/" + protocol);
    }

    /** The port of a name, or of one of its aliases; {@code null} when there is none. */
    public @Nullable Integer port(String name, String protocol) {
        return known.get().ports().get(name + "/" + protocol);
    }

    private static Known read(Columns columns) {
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> ports = new HashMap<>();
        while (columns.line()) {
            String name = columns.word();
            String place = columns.word();
            int slash = place.indexOf('/');
            int port = slash <= 0 ? -1 : Columns.number(place.substring(0, slash), 65535);
            if (port < 0) {
                continue;
            }
            String protocol = place.substring(slash + 1);
            names.putIfAbsent(place.indexOf('0') == 0 ? port + "/" + protocol : place, name);
            while (!name.isEmpty()) {
                ports.putIfAbsent(name + "/" + protocol, port);
                name = columns.word();
            }
        }
        return new Known(names, ports);
    }
}
