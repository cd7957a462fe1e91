package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Request;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A gateway with its family ({@code struct rtvia} of linux/rtnetlink.h; RFC 5549).
 *
 * @param family the family's number
 * @param address the address; {@code null} when it is none of IP
 */
public record Via(int family, @Nullable IpAddress address) {
    // struct rtvia { u16 family; u8 addr[]; }
    private static final int ADDRESS = 2;

    static @Nullable Via of(Attributes.@Nullable Attribute attribute) {
        return attribute == null || attribute.length() < ADDRESS
                ? null
                : new Via(attribute.u16(0), attribute.address(ADDRESS, attribute.length() - ADDRESS));
    }

    static byte[] bytesOf(IpAddress gateway) {
        byte[] address = Request.bytesOf(gateway);
        byte[] via = new byte[ADDRESS + address.length];
        // the family is in the machine's byte order
        via[ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : 1] = (byte) Families.number(gateway.family());
        System.arraycopy(address, 0, via, ADDRESS, address.length);
        return via;
    }
}
