package astray.kernel.socket;

import astray.facts.Family;
import astray.kernel.netlink.Request;

/**
 * Which internet sockets to list, and what to tell about each ({@code struct inet_diag_req_v2} of linux/inet_diag.h).
 *
 * @param family the family of the sockets; one of INET6 may speak IPv4 too
 * @param protocol the protocol
 * @param states a bit for each state wanted, see {@link SocketState#bit}; {@link #ALL_STATES} for all that classic
 *     tools show
 * @param details a sum of {@link #MEMORY}, {@link #INFO}, {@link #CONGESTION}, {@link #TRAFFIC_CLASS}, {@link #SHUTDOWN}
 */
public record InetRequest(Family family, TransportProtocol protocol, int states, int details) {
    /** Every state but {@link SocketState#BOUND_INACTIVE}. */
    public static final int ALL_STATES = 0xfff;

    /** Those that only listen. */
    public static final int LISTENING = 1 << 10;

    /** Asks for {@link InetSocket#memory}. */
    public static final int MEMORY = 1 << InetSocket.SKMEMINFO - 1;

    /** Asks for {@link InetSocket#tcpInfo}. */
    public static final int INFO = 1 << InetSocket.INFO - 1;

    /** Asks for {@link InetSocket#congestionControl}. */
    public static final int CONGESTION = 1 << InetSocket.CONG - 1;

    /** Asks for {@link InetSocket#tos} and {@link InetSocket#trafficClass}. */
    public static final int TRAFFIC_CLASS = 1 << InetSocket.TOS - 1 | 1 << InetSocket.TCLASS - 1;

    /** Asks for {@link InetSocket#shutdown}; newer kernels tell it unasked. */
    public static final int SHUTDOWN = 1 << InetSocket.SHUTDOWN - 1;

    static final int SOCK_DIAG_BY_FAMILY = 20;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int SOCKID = 48;

    /** All sockets of a protocol, without details. */
    public InetRequest(Family family, TransportProtocol protocol) {
        this(family, protocol, ALL_STATES, 0);
    }

    Request toRequest() {
        return new Request(SOCK_DIAG_BY_FAMILY)
                .u8(family == Family.INET ? AF_INET : AF_INET6)
                .u8(protocol.number())
                .u8(details)
                .u8(0)
                .u32(states)
                .zeroes(SOCKID);
    }
}
