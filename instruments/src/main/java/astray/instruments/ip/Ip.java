package astray.instruments.ip;

import astray.instruments.Console;
import astray.instruments.Instrument;
import astray.kernel.ErrnoException;
import astray.kernel.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ip(8) as iproute2 6.1 prints it, for looking: commands that change something are refused. Objects and commands may be
 * shortened as there, and the exit statuses are its own: 255 wrong usage, 1 what cannot be, 2 what the kernel refused.
 */
public final class Ip implements Instrument {
    private static final String VERSION = "ip utility, iproute2-6.1.0, as printed by Astray";

    /** Makes the instrument. */
    public Ip() {}

    /** The objects, in the order in which a shortened name is looked up. */
    private static final String[] OBJECTS = {
        "address",
        "addrlabel",
        "maddress",
        "route",
        "rule",
        "neighbor",
        "neighbour",
        "ntable",
        "ntbl",
        "link",
        "l2tp",
        "fou",
        "ila",
        "macsec",
        "tunnel",
        "tunl",
        "tuntap",
        "tap",
        "token",
        "tcpmetrics",
        "tcp_metrics",
        "monitor",
        "xfrm",
        "mroute",
        "mrule",
        "netns",
        "netconf",
        "vrf",
        "sr",
        "nexthop",
        "mptcp",
        "ioam",
        "help",
        "stats"
    };

    private static @Nullable String objectOf(String word) {
        for (String object : OBJECTS) {
            if (Words.matches(word, object)) {
                return object;
            }
        }
        return null;
    }

    private static IpObject objectNamed(String name) throws Failure {
        return switch (name) {
            case "address" -> new Addresses();
            case "link" -> new LinkObject();
            case "maddress" -> new MulticastAddresses();
            case "tuntap", "tap" -> new TunTap();
            case "token" -> new Tokens();
            case "netconf" -> new NetworkSettingsObject();
            case "netns" -> new NamespaceObject();
            case "stats" -> new LinkStatisticsObject();
            case "monitor" -> new Monitor();
            case "addrlabel" -> new AddressLabels();
            case "route" -> new Routes();
            case "rule" -> new Rules();
            case "nexthop" -> new Nexthops();
            case "neighbor", "neighbour" -> new Neighbours();
            case "ntable", "ntbl" -> new NeighbourTables();
            case "tcp_metrics", "tcpmetrics" -> new TcpMetrics();
            case "help" -> throw Usage.failure();
            default -> throw Failure.unsupported(name);
        };
    }

    @Override
    public int run(List<String> line, Console console) throws IOException {
        try {
            Words words = new Words(line);
            Settings settings = Settings.of(words);
            if (settings.version()) {
                console.out().text(VERSION).line();
                return 0;
            }
            String namespace = settings.namespace();
            if (namespace == null) {
                return run(settings, words, console);
            }
            return enter(namespace).call(() -> run(settings, words, console));
        } catch (Failure failure) {
            // what was printed before belongs before the message
            console.out().flush();
            if (!failure.lines().isEmpty()) {
                console.complain(failure.lines());
            }
            return failure.status();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failure.FAILED;
        }
    }

    private static int run(Settings settings, Words words, Console console) throws IOException {
        if (!words.hasNext()) {
            throw Usage.failure();
        }
        String word = words.next();
        String object = objectOf(word);
        if (object == null) {
            throw new Failure(Failure.FAILED, "Object \"" + word + "\" is unknown, try \"ip help\".");
        }
        try (Session session = new Session(settings, console)) {
            return objectNamed(object).run(session, words);
        } catch (ErrnoException e) {
            throw new Failure(Failure.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** The namespace of a name, or with a slash of a path; one that cannot be opened is wrong usage as there. */
    private static Namespace enter(String name) throws Failure {
        Namespace namespace = name.indexOf('/') < 0 ? Namespace.named(name) : new Namespace(Path.of(name));
        if (!Files.exists(namespace.file())) {
            throw new Failure(
                    Failure.WRONG_USAGE, "Cannot open network namespace \"" + name + "\": No such file or directory");
        }
        return namespace;
    }
}
