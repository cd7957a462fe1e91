package astray.instruments.netstat;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.kernel.proc.MulticastGroups;
import astray.kernel.proc.NetFile;

/** The multicast groups that the interfaces listen to. */
final class MulticastMemberships {
    private final Settings settings;
    private final Sources sources;
    private final Output out;
    private final AddressText address = new AddressText();

    MulticastMemberships(Settings settings, Sources sources, Output out) {
        this.settings = settings;
        this.sources = sources;
        this.out = out;
    }

    /**
     * Prints them.
     *
     * @return whether this kernel tells them
     */
    boolean print() throws ClosedOutput {
        out.text("IPv6/IPv4 Group Memberships").line();
        out.text("Interface       RefCnt Group").line();
        out.text("--------------- ------ ---------------------").line();
        boolean there = true;
        if (settings.shows4()) {
            if (sources.net().read("igmp") instanceof NetFile.Whole whole) {
                for (MulticastGroups.Group group : MulticastGroups.inet(whole.bytes())) {
                    row(group);
                }
            } else {
                there = false;
            }
        }
        if (settings.shows6() && sources.net().read("igmp6") instanceof NetFile.Whole whole) {
            for (MulticastGroups.Group group : MulticastGroups.inet6(whole.bytes())) {
                row(group);
            }
        }
        return there;
    }

    private void row(MulticastGroups.Group group) throws ClosedOutput {
        address.clear();
        IpAddress which = group.group();
        if (which.family() == Family.INET) {
            address.inet((int) which.low());
        } else {
            address.inet6(which.high(), which.low());
        }
        out.left(UnixSockets.path(group.device()), 15)
                .put(' ')
                .left(Long.toString(group.users()), 6)
                .put(' ');
        address.write(out, 0);
        out.line();
    }
}
