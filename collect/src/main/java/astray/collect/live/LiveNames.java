package astray.collect.live;

import astray.collect.Gap;
import astray.facts.ConnectAttempt;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.kernel.Lookup;
import astray.kernel.LookupError;
import astray.kernel.Resolver;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** What names mean here: the hosts file and the resolver. */
final class LiveNames {
    private static final String HOSTS = "/etc/hosts";
    private static final int MOST_LINES = 20_000;
    private static final int MOST_CHARACTERS = 4_096;
    private static final long RESOLVER_MILLIS = 3_000;

    private LiveNames() {}

    /** The machine's own name. */
    static String hostName() {
        try (InputStream stream = new FileInputStream("/proc/sys/kernel/hostname")) {
            String name = new String(stream.readNBytes(256), StandardCharsets.UTF_8).strip();
            return name.isEmpty() ? "localhost" : name;
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** The lines of the hosts file that name this name, or say a name of this address. */
    static List<IpAddress> hostsFile(String nameOrAddress, Ledger ledger) {
        List<IpAddress> found = new ArrayList<>();
        Ledger.Block shown = ledger.block(HOSTS);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new FileInputStream(HOSTS), StandardCharsets.UTF_8))) {
            String line;
            for (int i = 0; i < MOST_LINES && (line = reader.readLine()) != null; i++) {
                if (line.length() > MOST_CHARACTERS || !line.contains(nameOrAddress)) {
                    continue;
                }
                int comment = line.indexOf('#');
                StringTokenizer words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
                IpAddress address = words.hasMoreTokens() ? IpAddress.parse(words.nextToken()) : null;
                while (address != null && words.hasMoreTokens()) {
                    String name = words.nextToken();
                    if (name.equalsIgnoreCase(nameOrAddress)) {
                        found.add(address);
                        shown.add(new NameMapping(nameOrAddress, address, HOSTS), line.strip());
                    } else if (nameOrAddress.equals(address.toString())) {
                        shown.add(new NameMapping(name, address, HOSTS), line.strip());
                    }
                }
            }
        } catch (IOException e) {
            ledger.gap(Gap.What.NAMES, HOSTS, Gap.Why.FAILED, String.valueOf(e.getMessage()));
        }
        return found;
    }

    /** The addresses of a name in the order in which programs try them; none for a name without any. */
    static List<IpAddress> resolve(String name, Ledger ledger) {
        List<IpAddress> inFile = hostsFile(name, ledger);
        return switch (new Resolver(RESOLVER_MILLIS).addresses(name)) {
            case Lookup.Found<List<IpAddress>>(List<IpAddress> addresses) -> {
                Ledger.Block shown = ledger.block("getent ahosts " + name);
                for (IpAddress address : addresses) {
                    String source = inFile.contains(address) ? HOSTS : "dns";
                    shown.add(new NameMapping(name, address, source), address + " STREAM " + name);
                }
                yield addresses;
            }
            case Lookup.Failed<List<IpAddress>>(LookupError error) -> {
                ledger.block("getent ahosts " + name)
                        .add(
                                new ConnectAttempt("getent", name, null, null, ConnectAttempt.Outcome.NAME_UNRESOLVED),
                                name + ": " + error.text());
                yield List.of();
            }
            case Lookup.Unanswered<List<IpAddress>>(long millis) -> {
                ledger.gap(Gap.What.NAMES, name, Gap.Why.NO_TIME, millis + " ms");
                yield inFile;
            }
        };
    }
}
