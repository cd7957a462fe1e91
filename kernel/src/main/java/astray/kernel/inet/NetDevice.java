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

    private static final int SIOCGIFHWADDR = 0x8927;
    private static final int SIOCGIFINDEX = 0x8933;
    private static final int SOCK_DGRAM = 2;
    private static final int AF_INET = 2;

    /** {@code struct ifreq} of net/if.h: the name, then a union. */
    static final int IFREQ = 40;

    static final int IFREQ_VALUE = 16;
    private static final int ETHERNET_LENGTH = 6;

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
