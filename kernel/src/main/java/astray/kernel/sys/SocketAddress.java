package astray.kernel.sys;

import astray.facts.Family;
import astray.facts.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** {@code struct sockaddr_in} and {@code struct sockaddr_in6} of netinet/in.h. */
public final class SocketAddress {
    /** {@code AF_INET}. */
    public static final int AF_INET = 2;

    /** {@code AF_INET6}. */
    public static final int AF_INET6 = 10;

    /** The size of the longest that a socket hands out ({@code struct sockaddr_storage}). */
    public static final int STORAGE = 128;

    private static final int PORT = 2;
    private static final int IN_ADDRESS = 4;
    private static final int IN_SIZE = 16;
    private static final int IN6_ADDRESS = 8;
    private static final int IN6_SCOPE = 24;
    private static final int IN6_SIZE = 28;

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfShort WIRE_SHORT = SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt WIRE_INT = INT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong WIRE_LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private SocketAddress() {}

    /** The number of a family: {@link #AF_INET} or {@link #AF_INET6}. */
    public static int number(Family family) {
        return family == Family.INET ? AF_INET : AF_INET6;
    }

    /**
     * Writes one.
     *
     * @param port 0 to 65535
     * @param scope the index of the interface of a link-local IPv6 address; 0 for none
     */
    public static MemorySegment write(Arena arena, IpAddress address, int port, int scope) {
        MemorySegment written = arena.allocate(address.family() == Family.INET ? IN_SIZE : IN6_SIZE, 8);
        written.set(SHORT, 0, (short) number(address.family()));
        written.set(WIRE_SHORT, PORT, (short) port);
        if (address.family() == Family.INET) {
            written.set(WIRE_INT, IN_ADDRESS, (int) address.low());
        } else {
            written.set(WIRE_LONG, IN6_ADDRESS, address.high());
            written.set(WIRE_LONG, IN6_ADDRESS + 8, address.low());
            written.set(INT, IN6_SCOPE, scope);
        }
        return written;
    }

    /** The address in one; {@code null} for another family, or one that is cut short. */
    public static @Nullable IpAddress address(MemorySegment read) {
        int family = read.byteSize() < 2 ? 0 : read.get(SHORT, 0);
        if (family == AF_INET && read.byteSize() >= IN_ADDRESS + 4) {
            return IpAddress.v4(read.get(WIRE_INT, IN_ADDRESS));
        }
        if (family == AF_INET6 && read.byteSize() >= IN6_ADDRESS + 16) {
            return new IpAddress(Family.INET6, read.get(WIRE_LONG, IN6_ADDRESS), read.get(WIRE_LONG, IN6_ADDRESS + 8));
        }
        return null;
    }

    /** The port in one, 0 to 65535; 0 where it is cut short. */
    public static int port(MemorySegment read) {
        return read.byteSize() < PORT + 2 ? 0 : Short.toUnsignedInt(read.get(WIRE_SHORT, PORT));
    }
}
