package astray.collect.live;

import astray.facts.ConnectAttempt;
import astray.facts.HostName;
import astray.facts.IpAddress;
import astray.facts.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look at a live host begins with: who it is, and who the other end is. */
public final class Surroundings {
    private Surroundings() {}

    /**
     * A ledger with the host's name.
     *
     * @param namespace the network namespace where it is another than the process's; it stands for a host of its own
     */
    public static Ledger begin(@Nullable String namespace) {
        String host = namespace == null ? LiveNames.hostName() : namespace;
        Ledger ledger = new Ledger(host);
        ledger.block("hostname").add(new HostName(host), host);
        return ledger;
    }

    /**
     * The other end's address.
     *
     * @return {@code null} when it is a name without one
     */
    public static @Nullable IpAddress address(String nameOrAddress, boolean passive, Ledger ledger) {
        IpAddress literal = IpAddress.parse(nameOrAddress);
        if (literal != null) {
            LiveNames.hostsFile(literal.toString(), ledger);
            return literal;
        }
        List<IpAddress> addresses;
        if (passive) {
            // a name server would have to be asked
            addresses = LiveNames.hostsFile(nameOrAddress, ledger);
        } else {
            addresses = LiveNames.resolve(nameOrAddress, ledger);
        }
        return addresses.isEmpty() ? null : addresses.getFirst();
    }

    /** Why {@link #address} found none, in one line: there is nobody then to look for. */
    public static String whyNoAddress(String name, boolean passive, Ledger ledger) {
        if (passive) {
            return name + ": not in the hosts file, and with --passive no name server may be asked";
        }
        for (Observation<?> seen : ledger.seen().reversed()) {
            if (seen.fact() instanceof ConnectAttempt attempt
                    && attempt.outcome() == ConnectAttempt.Outcome.NAME_UNRESOLVED) {
                return seen.origin().text();
            }
        }
        return name + ": no address";
    }
}
