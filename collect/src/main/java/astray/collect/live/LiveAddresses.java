package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of all interfaces. */
final class LiveAddresses {
    private static final int PERMANENT = 0x80;

    /** Bits of {@code IFA_F_} (linux/if_addr.h) in the order in which ip-address(8) names them. */
    private static final int[] BITS = {0x1, 0x2, 0x4, 0x8, 0x10, 0x20, 0x40, 0x100, 0x200, 0x400, 0x800};

    private static final String[] NAMES = {
        "secondary",
        "nodad",
        "optimistic",
        "dadfailed",
        "home",
        "deprecated",
        "tentative",
        "mngtmpaddr",
        "noprefixroute",
        "autojoin",
        "stable-privacy"
    };

    private LiveAddresses() {}

    static List<astray.facts.Address> read(NetlinkSocket socket, Interfaces interfaces, Ledger ledger)
            throws ErrnoException {
        Listing listing = socket.dump(Address.list(0, 0));
        Ledger.Block shown = ledger.block("ip addr");
        Quote quote = new Quote("ip addr");
        List<astray.facts.Address> all = new ArrayList<>();
        for (Message message : listing) {
            Address address = new Address(message);
            astray.facts.Address fact = fact(address, interfaces);
            if (fact != null) {
                all.add(fact);
                Link link = interfaces.named(fact.dev());
                shown.add(
                        fact,
                        link == null
                                ? fact.address().toString()
                                : quote.line(List.of(link, fact), fact.address() + (fact.peer() == null ? "/" : " ")));
            }
        }
        if (ledger.isWhole(listing, Gap.What.ADDRESSES, "")) {
            shown.whole(Coverage.Topic.ADDRESSES, null, null);
        }
        return all;
    }

    private static astray.facts.@Nullable Address fact(Address address, Interfaces interfaces) {
        IpAddress local = address.local();
        String dev = interfaces.name(address.index());
        if (local == null
                || dev == null
                || address.prefixLength() > local.family().bits()) {
            return null;
        }
        return new astray.facts.Address(
                dev,
                local,
                address.prefixLength(),
                address.hasPeer() ? address.peer() : null,
                address.broadcast(),
                LiveRoutes.scope(address.scope(), true),
                local.family() == Family.INET ? address.label() : null,
                flags(address.flags(), local.family()));
    }

    private static List<String> flags(int bits, Family family) {
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < BITS.length; i++) {
            if ((bits & BITS[i]) != 0) {
                flags.add(BITS[i] == 1 && family == Family.INET6 ? "temporary" : NAMES[i]);
            }
        }
        if ((bits & PERMANENT) == 0) {
            flags.add("dynamic");
        }
        return flags;
    }
}
