package astray.instruments.names;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of ports: {@code /etc/services} (services(5)), read when first asked.
 */
public final class Services {
    private static final int LARGEST = 16 << 20;
    private static final String FILE = "/etc/services";

    private @Nullable Map<String, String> names;
    private @Nullable Map<String, Integer> ports;
    private @Nullable String text;

    private Services(@Nullable String text) {
        this.text = text;
    }

    /** Those of this machine; a file that cannot be read names none. */
    public static Services ofMachine() {
        return new Services(null);
    }

    /** Those of a text in the form of services(5). */
    public static Services of(String text) {
        return new Services(text);
    }

    private static String file() {
        try (FileInputStream stream = new FileInputStream(FILE)) {
            return new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The name of a port; {@code null} for one without. Of several the first counts. */
    public @Nullable String name(int port, String protocol) {
        Map<String, String> known = names;
        if (known == null) {
            read();
            known = names;
        }
        return known == null ? null : known.get(port + "/" + protocol);
    }

    /** The port of a name, or of one of its aliases; {@code null} when there is none. */
    public @Nullable Integer port(String name, String protocol) {
        if (ports == null) {
            read();
        }
        Map<String, Integer> known = ports;
        return known == null ? null : known.get(name + "/" + protocol);
    }

    private void read() {
        String source = text == null ? file() : text;
        Map<String, String> byPort = new HashMap<>();
        Map<String, Integer> byName = new HashMap<>();
        Columns columns = new Columns(source);
        while (columns.line()) {
            String name = columns.word();
            String place = columns.word();
            int slash = place.indexOf('/');
            int port = slash <= 0 ? -1 : Columns.number(place.substring(0, slash), 65535);
            if (port < 0) {
                continue;
            }
            String protocol = place.substring(slash + 1);
            byPort.putIfAbsent(place.indexOf('0') == 0 ? port + "/" + protocol : place, name);
            while (!name.isEmpty()) {
                byName.putIfAbsent(name + "/" + protocol, port);
                name = columns.word();
            }
        }
        names = byPort;
        ports = byName;
        text = "";
    }
}
