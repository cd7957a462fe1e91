package astray.collect.live;

import astray.collect.Gap;
import astray.facts.HostName;
import astray.facts.IpAddress;
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
            if (addresses.isEmpty()) {
                ledger.gap(Gap.What.NAMES, nameOrAddress, Gap.Why.PASSIVE, "");
            }
        } else {
            addresses = LiveNames.resolve(nameOrAddress, ledger);
        }
        return addresses.isEmpty() ? null : addresses.getFirst();
    }
}
