package astray.kernel.proc;

import astray.facts.Family;
import astray.facts.IpAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The IPv6 addresses of the interfaces, {@code if_inet6} (proc(5)). */
public final class InterfaceAddresses6 {
    private static final int MOST = 1 << 20;

    private InterfaceAddresses6() {}

    /**
     * An address.
     *
     * @param address the address
     * @param index the interface's index
     * @param prefix the prefix length
     * @param scope {@code IPV6_ADDR_*} of net/ipv6.h: 0 global, 0x10 host, 0x20 link, 0x40 site, 0x80 compatible
     * @param flags the lower 8 bits of {@code IFA_F_*}
     * @param device the interface's name
     */
    public record Address(IpAddress address, int index, int prefix, int scope, int flags, String device) {}

    /** Reads the file. */
    public static List<Address> parse(byte[] text) {
        List<Address> addresses = new ArrayList<>();
        Fields fields = new Fields();
        Lines lines = new Lines(new ByteArrayInputStream(text), fields);
        try {
            while (lines.next() && addresses.size() < MOST) {
                if (fields.atEnd()) {
                    continue;
                }
                long high = fields.hex(16);
                long low = fields.hex(16);
                addresses.add(new Address(
                        new IpAddress(Family.INET6, high, low),
                        (int) fields.hex(8),
                        (int) fields.hex(2),
                        (int) fields.hex(2),
                        (int) fields.hex(2),
                        fields.word()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return addresses;
    }
}
