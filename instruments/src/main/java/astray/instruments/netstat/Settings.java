package astray.instruments.netstat;

import java.util.ArrayList;
import java.util.List;

/** What a command line asks for. */
final class Settings {
    /** The address families that were named, in their order; those that no kernel of today has are kept by name. */
    final List<String> families = new ArrayList<>();

    boolean routes;
    boolean interfaces;
    boolean statistics;
    boolean masquerade;
    boolean groups;

    boolean tcp;
    boolean udp;
    boolean udplite;
    boolean raw;
    boolean sctp;

    boolean all;
    boolean listening;
    boolean numericHosts;
    boolean numericPorts;
    boolean numericUsers;
    boolean wide;
    boolean programs;
    boolean timers;
    boolean verbose;
    boolean continuous;
    boolean cache;
    boolean fib;
    boolean json;
    int extended;

    boolean inet() {
        return families.contains("inet");
    }

    boolean inet6() {
        return families.contains("inet6");
    }

    boolean unix() {
        return families.contains("unix");
    }

    /** Whether a protocol of the internet families was named. */
    boolean transport() {
        return tcp || udp || udplite || raw || sctp;
    }

    /** A family alone means all its protocols, a protocol alone both families. */
    void complete() {
        if ((inet() || inet6() || statistics) && !transport()) {
            tcp = true;
            udp = true;
            udplite = true;
            raw = true;
        }
    }

    /** Whether sockets of IPv4 are shown. */
    boolean shows4() {
        return inet() || !inet6();
    }

    /** Whether sockets of IPv6 are shown. */
    boolean shows6() {
        return inet6() || !inet();
    }

    /** Whether nothing was named, so that every kind of socket is shown. */
    boolean everything() {
        return !transport() && !groups && families.isEmpty();
    }
}
