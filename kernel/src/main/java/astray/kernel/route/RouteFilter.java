package astray.kernel.route;

import astray.kernel.netlink.Request;

/**
 * Which routes a kernel that checks strictly (Linux 4.20) lists; an older one lists all of the family. A missing table
 * is refused with ENOENT where the family is given.
 *
 * @param family the family's number, {@link Families#UNSPEC} for all
 * @param table the table's number, 0 for all
 * @param protocol who made it, 0 for anybody
 * @param type the type, 0 for any
 * @param oif the outgoing interface's index, 0 for any
 * @param cache whether entries of the cache (learnt exceptions) are listed instead of routes
 */
public record RouteFilter(int family, long table, int protocol, int type, int oif, boolean cache) {

    /** All routes of a family in all tables. */
    public static RouteFilter all(int family) {
        return new RouteFilter(family, 0, 0, 0, 0, false);
    }

    /** All routes of a table. */
    public static RouteFilter table(int family, long table) {
        return new RouteFilter(family, table, 0, 0, 0, false);
    }

    /** The request for a listing. */
    public Request request() {
        Request request = new Request(Route.GET)
                .u8(family)
                .zeroes(3)
                .u8(0)
                .u8(protocol)
                .u8(0)
                .u8(type)
                .u32(cache ? Route.CLONED : 0);
        if (table != 0) {
            request.attributeU32(Route.RTA_TABLE, table);
        }
        if (oif != 0) {
            request.attributeU32(Route.RTA_OIF, oif);
        }
        return request;
    }
}
