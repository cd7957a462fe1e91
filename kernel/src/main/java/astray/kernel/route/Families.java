package astray.kernel.route;

import astray.facts.Family;
import org.jspecify.annotations.Nullable;

/** Address families by their numbers in the kernel ({@code AF_} of linux/socket.h). */
public final class Families {
    /** {@code AF_UNSPEC}: any. */
    public static final int UNSPEC = 0;

    /** {@code AF_INET}. */
    public static final int INET = 2;

    /** {@code AF_BRIDGE}. */
    public static final int BRIDGE = 7;

    /** {@code AF_INET6}. */
    public static final int INET6 = 10;

    /** {@code AF_PACKET}: link-layer addresses. */
    public static final int PACKET = 17;

    /** {@code AF_MPLS}. */
    public static final int MPLS = 28;

    /** {@code RTNL_FAMILY_IPMR}: IPv4 multicast routes. */
    public static final int IPMR = 128;

    /** {@code RTNL_FAMILY_IP6MR}: IPv6 multicast routes. */
    public static final int IP6MR = 129;

    private Families() {}

    /** The family whose addresses these are; {@code null} when they are no IP addresses. */
    public static @Nullable Family ip(int number) {
        return switch (number) {
            case INET, IPMR -> Family.INET;
            case INET6, IP6MR -> Family.INET6;
            default -> null;
        };
    }

    /** The number of a family. */
    public static int number(Family family) {
        return family == Family.INET ? INET : INET6;
    }
}
