package astray.kernel.route;

import astray.kernel.netlink.Request;

/**
 * Which nexthops the kernel lists.
 *
 * @param family the family's number, {@link Families#UNSPEC} for all
 * @param oif the outgoing interface's index, 0 for any
 * @param master the index of the device that the outgoing interface is a port of, 0 for any
 * @param groups only groups
 * @param fdb only those for a bridge's forwarding database
 */
public record NexthopFilter(int family, int oif, int master, boolean groups, boolean fdb) {
    /** All of them. */
    public static final NexthopFilter ALL = new NexthopFilter(Families.UNSPEC, 0, 0, false, false);

    /** The request for a listing. */
    public Request request() {
        Request request = new Request(Nexthop.GET).u8(family).zeroes(Nexthop.HEADER - 1);
        if (oif != 0) {
            request.attributeU32(Nexthop.NHA_OIF, oif);
        }
        if (groups) {
            request.attribute(Nexthop.NHA_GROUPS, new byte[0]);
        }
        if (master != 0) {
            request.attributeU32(Nexthop.NHA_MASTER, master);
        }
        if (fdb) {
            request.attribute(Nexthop.NHA_FDB, new byte[0]);
        }
        return request;
    }
}
