package astray.kernel.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.IpAddress;
import astray.kernel.Layouts;
import astray.kernel.netlink.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Links and addresses from bytes put together by the layouts of the C headers. */
class LinkTest {
    private static final int NETLINK_HEADER = 16;

    private final ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.nativeOrder());

    private void header(int fixed) {
        bytes.position(NETLINK_HEADER + fixed);
    }

    private void attribute(int type, byte[] payload) {
        bytes.putShort((short) (4 + payload.length)).putShort((short) type).put(payload);
        bytes.position(bytes.position() + 3 & ~3);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    private Message message(int type) {
        bytes.putInt(0, bytes.position()).putShort(4, (short) type);
        Message message = Message.at(bytes.array(), 0);
        assertNotNull(message);
        return message;
    }

    private int at(String structure, String field) {
        return NETLINK_HEADER + Layouts.offset("struct " + structure, field);
    }

    @Test
    void aLinkIsReadWhereTheHeadersSay() {
        bytes.put(at("ifinfomsg", "ifi_family"), (byte) 7);
        bytes.putShort(at("ifinfomsg", "ifi_type"), (short) 0xfffe);
        bytes.putInt(at("ifinfomsg", "ifi_index"), 3);
        bytes.putInt(at("ifinfomsg", "ifi_flags"), 0x10043);
        bytes.putInt(at("ifinfomsg", "ifi_change"), 1);
        header(Layouts.size("struct ifinfomsg"));
        attribute(3, "eth0\0".getBytes(StandardCharsets.UTF_8));
        attribute(4, number(-1));
        attribute(10, number(9));
        attribute(16, new byte[] {6});
        Link link = new Link(message(Link.NEW));
        assertEquals(7, link.family());
        assertEquals(0xfffe, link.type());
        assertEquals(3, link.index());
        assertEquals(0x10043, link.flags());
        assertEquals(1, link.changed());
        assertEquals("eth0", link.name());
        assertEquals(0xffffffffL, link.mtu());
        assertEquals(9, link.master());
        assertEquals(6, link.state());
        assertFalse(link.isDeleted());
        assertNull(link.kind());
        assertNull(link.statistics());
        assertEquals(-1, link.lower());
        assertEquals(-1, link.carrier());
    }

    @Test
    void countersLieWhereTheHeadersSay() {
        ByteBuffer row = ByteBuffer.allocate(25 * 8).order(ByteOrder.nativeOrder());
        String structure = "struct rtnl_link_stats64";
        row.putLong(Layouts.offset(structure, "rx_bytes"), 1);
        row.putLong(Layouts.offset(structure, "multicast"), 2);
        row.putLong(Layouts.offset(structure, "rx_missed_errors"), 3);
        row.putLong(Layouts.offset(structure, "tx_carrier_errors"), 4);
        row.putLong(Layouts.offset(structure, "tx_window_errors"), 5);
        row.putLong(Layouts.offset(structure, "rx_nohandler"), 6);
        row.putLong(Layouts.offset(structure, "rx_otherhost_dropped"), -1);
        header(Layouts.size("struct ifinfomsg"));
        attribute(23, row.array());
        Statistics counters = new Link(message(Link.NEW)).statistics();
        assertNotNull(counters);
        assertEquals(1, counters.get(Statistics.RX_BYTES));
        assertEquals(2, counters.get(Statistics.MULTICAST));
        assertEquals(3, counters.get(Statistics.RX_MISSED_ERRORS));
        assertEquals(4, counters.get(Statistics.TX_CARRIER_ERRORS));
        assertEquals(5, counters.get(Statistics.TX_WINDOW_ERRORS));
        assertEquals(6, counters.get(Statistics.RX_NOHANDLER));
        assertEquals(-1, counters.get(Statistics.RX_OTHERHOST_DROPPED));
    }

    @Test
    void anAddressIsReadWhereTheHeadersSay() {
        bytes.put(at("ifaddrmsg", "ifa_family"), (byte) 2);
        bytes.put(at("ifaddrmsg", "ifa_prefixlen"), (byte) 24);
        bytes.put(at("ifaddrmsg", "ifa_flags"), (byte) 0x80);
        bytes.put(at("ifaddrmsg", "ifa_scope"), (byte) 253);
        bytes.putInt(at("ifaddrmsg", "ifa_index"), 4);
        header(Layouts.size("struct ifaddrmsg"));
        attribute(1, new byte[] {10, 0, 0, 1});
        attribute(2, new byte[] {10, 0, 0, 2});
        Address address = new Address(message(Address.DELETED));
        assertEquals(2, address.family());
        assertEquals(24, address.prefixLength());
        assertEquals(Address.PERMANENT, address.flags());
        assertEquals(253, address.scope());
        assertEquals(4, address.index());
        assertEquals(IpAddress.of("10.0.0.2"), address.local());
        assertEquals(IpAddress.of("10.0.0.1"), address.peer());
        assertTrue(address.hasPeer());
        assertTrue(address.isDeleted());
        assertFalse(address.hasLifetimes());
        assertEquals(-1, address.validSeconds());
    }

    @Property(tries = 500)
    void noGetterFailsWhateverTheBytes(@ForAll byte[] rest) {
        ByteBuffer any = ByteBuffer.allocate(NETLINK_HEADER + rest.length).order(ByteOrder.nativeOrder());
        any.putInt(0, any.capacity()).putShort(4, (short) Link.NEW).put(NETLINK_HEADER, rest);
        Message message = Message.at(any.array(), 0);
        assertNotNull(message);
        Link link = new Link(message);
        link.name();
        link.address();
        link.kind();
        link.data().isEmpty();
        link.portKind();
        link.properties().isEmpty();
        Statistics counters = link.statistics();
        if (counters != null) {
            counters.get(Statistics.RX_OTHERHOST_DROPPED);
        }
        Address address = new Address(message);
        address.local();
        address.hasPeer();
        address.label();
        address.validSeconds();
        new AddressLabel(message).address();
        new NamespaceId(message).id();
        new NetworkSettings(message).get(NetworkSettings.RP_FILTER);
        new LinkStatistics(message).counters();
    }
}
