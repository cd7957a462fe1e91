package astray.kernel.inet;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An interface as one must know it to send through it (netdevice(7)).
 *
 * @param name the name
 * @param index the index, from 1
 * @param type the kind of link: an ARPHRD number of linux/if_arp.h, 1 for Ethernet
 * @param address the link-layer address, 6 bytes of Ethernet
 */
public record NetDevice(String name, int index, int type, Bytes address) {
    /** {@code ARPHRD_ETHER}: a link whose neighbours have addresses of six bytes. */
    public static final int ETHERNET = 1;

    private static final int SIOCGIFNAME = 0x8910;
    private static final int SIOCGIFADDR = 0x8915;
    private static final int SIOCGIFNETMASK = 0x891b;
    private static final int SIOCGIFHWADDR = 0x8927;
    private static final int SIOCGIFINDEX = 0x8933;
    private static final int SIOCETHTOOL = 0x8946;
    private static final int ETHTOOL_GLINK = 0x0a;
    private static final int SOCK_DGRAM = 2;
    private static final int AF_INET = 2;

    /** {@code struct ifreq} of net/if.h: the name, then a union. */
    static final int IFREQ = 40;

    static final int IFREQ_VALUE = 16;
    private static final int ETHERNET_LENGTH = 6;

    /**
     * An IPv4 network.
     *
     * @param address an address in it
     * @param mask which bits of it are the network's
     */
    public record Network(int address, int mask) {}

    /** The IPv4 network of an interface's first address; {@code null} for one without. */
    public static @Nullable Network network(String name) throws ErrnoException {
        Integer address = word(name, SIOCGIFADDR);
        Integer mask = word(name, SIOCGIFNETMASK);
        return address == null || mask == null ? null : new Network(address, mask);
    }

    /** The address in the {@code struct sockaddr_in} that the kernel tells of an interface; {@code null} for none. */
    private static @Nullable Integer word(String name, int request) throws ErrnoException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        try (Descriptor socket = Descriptor.socket(AF_INET, SOCK_DGRAM, 0, name);
                Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(IFREQ, 8);
            MemorySegment.copy(bytes, 0, value, ValueLayout.JAVA_BYTE, 0, Math.min(bytes.length, IFREQ_VALUE - 1));
            long result = Sys.call(CallNumber.IOCTL, socket.number(), request, value.address());
            return result < 0 ? null : Integer.reverseBytes(value.get(ValueLayout.JAVA_INT, IFREQ_VALUE + 4));
        }
    }

    /** The name of the interface with an index; {@code null} where there is none. */
    public static @Nullable String nameOf(int index) throws ErrnoException {
        try (Descriptor socket = Descriptor.socket(AF_INET, SOCK_DGRAM, 0, "interface " + index);
                Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(IFREQ, 8);
            request.set(ValueLayout.JAVA_INT, IFREQ_VALUE, index);
            long result = Sys.call(CallNumber.IOCTL, socket.number(), SIOCGIFNAME, request.address());
            if (result == -Errno.ENODEV.number()) {
                return null;
            }
            socket.checked(result, "ioctl");
            return request.getString(0);
        }
    }

    /**
     * Whether an interface has a carrier, as its driver says (ETHTOOL_GLINK of linux/ethtool.h); {@code null} where the
     * driver says nothing.
     */
    public static @Nullable Boolean hasCarrier(String name) throws ErrnoException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        try (Descriptor socket = Descriptor.socket(AF_INET, SOCK_DGRAM, 0, name);
                Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(IFREQ, 8);
            // struct ethtool_value { __u32 cmd; __u32 data; }
            MemorySegment value = arena.allocate(8, 4);
            value.set(ValueLayout.JAVA_INT, 0, ETHTOOL_GLINK);
            MemorySegment.copy(bytes, 0, request, ValueLayout.JAVA_BYTE, 0, Math.min(bytes.length, IFREQ_VALUE - 1));
            request.set(ValueLayout.JAVA_LONG, IFREQ_VALUE, value.address());
            long result = Sys.call(CallNumber.IOCTL, socket.number(), SIOCETHTOOL, request.address());
            return result < 0 ? null : value.get(ValueLayout.JAVA_INT, 4) != 0;
        }
    }

    /**
     * Looks for an interface.
     *
     * @throws ErrnoException with ENODEV where there is none of this name
     */
    public static NetDevice named(String name) throws ErrnoException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length >= IFREQ_VALUE) {
            throw new ErrnoException("ioctl", name, Errno.ENODEV);
        }
        try (Descriptor socket = Descriptor.socket(AF_INET, SOCK_DGRAM, 0, name);
                Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(IFREQ, 8);
            MemorySegment.copy(bytes, 0, request, ValueLayout.JAVA_BYTE, 0, bytes.length);
            socket.checked(Sys.call(CallNumber.IOCTL, socket.number(), SIOCGIFINDEX, request.address()), "ioctl");
            int index = request.get(ValueLayout.JAVA_INT, IFREQ_VALUE);
            socket.checked(Sys.call(CallNumber.IOCTL, socket.number(), SIOCGIFHWADDR, request.address()), "ioctl");
            // a struct sockaddr: the type in the place of a family, then the address
            int type = Short.toUnsignedInt(request.get(ValueLayout.JAVA_SHORT, IFREQ_VALUE));
            byte[] address = request.asSlice(IFREQ_VALUE + 2, ETHERNET_LENGTH).toArray(ValueLayout.JAVA_BYTE);
            return new NetDevice(name, index, type, Bytes.of(address));
        }
    }
}
