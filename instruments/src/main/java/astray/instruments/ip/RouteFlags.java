package astray.instruments.ip;

import astray.kernel.route.Route;
import astray.kernel.route.RouteHop;

/** Prints the flags of routes, nexthops and cached routes. */
final class RouteFlags {
    private RouteFlags() {}

    /** Those of a route or of one of its ways out. */
    static void print(Printer printer, int flags) {
        printer.openArray("flags");
        if (flags != 0) {
            one(printer, flags, RouteHop.DEAD, "dead");
            one(printer, flags, RouteHop.ONLINK, "onlink");
            one(printer, flags, RouteHop.PERVASIVE, "pervasive");
            one(printer, flags, RouteHop.OFFLOADED, "offload");
            one(printer, flags, RouteHop.TRAPPED, "trap");
            one(printer, flags, Route.NOTIFY, "notify");
            one(printer, flags, RouteHop.LINKDOWN, "linkdown");
            one(printer, flags, RouteHop.UNRESOLVED, "unresolved");
            one(printer, flags, Route.OFFLOADED, "rt_offload");
            one(printer, flags, Route.TRAPPED, "rt_trap");
            one(printer, flags, Route.OFFLOAD_FAILED, "rt_offload_failed");
        }
        printer.closeArray();
    }

    private static void one(Printer printer, int flags, int flag, String word) {
        if ((flags & flag) != 0) {
            printer.string(null, word);
        }
    }

    /** Those of a cached route ({@code RTCF_} of linux/in_route.h), on a line of their own. */
    static void printCache(Printer printer, int all) {
        int flags = all & 0xffff0000;
        printer.line().text("    cache ");
        printer.openArray("cache");
        if (flags != 0) {
            printer.text("<");
            for (Cached cached : Cached.values()) {
                if ((flags & cached.bit) != 0) {
                    flags &= ~cached.bit;
                    printer.string(null, "", cached.word, flags == 0 ? "> " : ",");
                }
            }
            if (flags != 0) {
                printer.string(null, "", "0x" + Integer.toHexString(flags), "> ");
            }
        }
        printer.closeArray();
    }

    private enum Cached {
        LOCAL(0x80000000, "local"),
        REJECT(0x40000000, "reject"),
        MULTICAST(0x20000000, "mc"),
        BROADCAST(0x10000000, "brd"),
        DESTINATION_NAT(0x08000000, "dst-nat"),
        SOURCE_NAT(0x00800000, "src-nat"),
        MASQUERADE(0x00400000, "masq"),
        DIRECT_DESTINATION(0x00020000, "dst-direct"),
        DIRECT_SOURCE(0x04000000, "src-direct"),
        REDIRECTED(0x00040000, "redirected"),
        REDIRECT(0x01000000, "redirect"),
        FAST(0x00200000, "fastroute"),
        NOTIFY(0x00010000, "notify"),
        TRANSPARENT(0x00080000, "proxy");

        private final int bit;
        private final String word;

        Cached(int bit, String word) {
            this.bit = bit;
            this.word = word;
        }
    }
}
