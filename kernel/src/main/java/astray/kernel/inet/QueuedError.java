package astray.kernel.inet;

import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.sys.SocketAddress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * An error of the network that the kernel kept for a socket, out of its error queue (IP_RECVERR in ip(7), IPV6_RECVERR
 * in ipv6(7)).
 *
 * @param errno what the kernel makes of it
 * @param origin who says so
 * @param type the ICMP or ICMPv6 type, 0 to 255; 0 where the origin is no ICMP message
 * @param code the ICMP or ICMPv6 code, 0 to 255
 * @param info the mtu of the next hop where the message is that a packet is too big; else 0
 * @param offender who sent the ICMP message: the own host's address when its own kernel did, since no neighbour
 *     answered; {@code null} where the origin is no ICMP message
 * @param destination where the packet in question was sent to; {@code null} where the kernel does not say
 * @param port the port of TCP or UDP that it was sent to; 0 where there is none
 * @param packet how the packet in question began, from the transport's payload on, as far as the message quotes it
 */
public record QueuedError(
        Errno errno,
        Origin origin,
        int type,
        int code,
        long info,
        @Nullable IpAddress offender,
        @Nullable IpAddress destination,
        int port,
        Bytes packet) {

    /** Where an error came from: {@code ee_origin} of linux/errqueue.h. */
    public enum Origin {
        /** This host refused to send it. */
        LOCAL,
        /** An ICMP message. */
        ICMP,
        /** An ICMPv6 message. */
        ICMP6,
        /** Something else, such as a time stamp. */
        OTHER
    }

    private static final int IPPROTO_IP = 0;
    private static final int IP_RECVERR = 11;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_RECVERR = 25;

    /** {@code struct sock_extended_err} of linux/errqueue.h; behind it lies the offender's address. */
    static final int EE_ERRNO = 0;

    static final int EE_ORIGIN = 4;
    static final int EE_TYPE = 5;
    static final int EE_CODE = 6;
    static final int EE_INFO = 8;
    static final int EE_SIZE = 16;

    /**
     * Reads one.
     *
     * @param control the control messages that came with it
     * @param name the socket address that came with it
     * @param packet the data that came with it
     * @return {@code null} where there is no error among the control messages
     */
    static @Nullable QueuedError parse(MemorySegment control, MemorySegment name, byte[] packet) {
        MemorySegment error = ControlMessages.find(control, IPPROTO_IP, IP_RECVERR);
        if (error.byteSize() < EE_SIZE) {
            error = ControlMessages.find(control, IPPROTO_IPV6, IPV6_RECVERR);
        }
        if (error.byteSize() < EE_SIZE) {
            return null;
        }
        Origin origin = switch (octet(error, EE_ORIGIN)) {
            case 1 -> Origin.LOCAL;
            case 2 -> Origin.ICMP;
            case 3 -> Origin.ICMP6;
            default -> Origin.OTHER;
        };
        boolean icmp = origin == Origin.ICMP || origin == Origin.ICMP6;
        return new QueuedError(
                Errno.of(error.get(ValueLayout.JAVA_INT_UNALIGNED, EE_ERRNO)),
                origin,
                icmp ? octet(error, EE_TYPE) : 0,
                icmp ? octet(error, EE_CODE) : 0,
                Integer.toUnsignedLong(error.get(ValueLayout.JAVA_INT_UNALIGNED, EE_INFO)),
                icmp ? SocketAddress.address(error.asSlice(EE_SIZE)) : null,
                SocketAddress.address(name),
                SocketAddress.port(name),
                Bytes.of(packet));
    }

    private static int octet(MemorySegment segment, int offset) {
        return Byte.toUnsignedInt(segment.get(ValueLayout.JAVA_BYTE, offset));
    }
}
