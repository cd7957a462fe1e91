package astray.kernel.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.IpAddress;
import astray.facts.Prefix;
import astray.kernel.Layouts;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Routes, rules, nexthops and neighbours from bytes: as the kernel sent them, and as nobody should. */
class RoutingViewsTest {

    private static Message message(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        // nlmsg_len
        bytes[0] = (byte) bytes.length;
        Message message = Message.at(bytes, 0);
        if (message == null) {
            throw new AssertionError("no message");
        }
        return message;
    }

    /** A message of a type around a body. */
    private static Message message(int type, byte[] body) {
        byte[] bytes = ByteBuffer.allocate(16 + body.length)
                .order(ByteOrder.nativeOrder())
                .putInt(16 + body.length)
                .putShort((short) type)
                .putShort((short) 0)
                .putLong(0)
                .put(body)
                .array();
        Message message = Message.at(bytes, 0);
        if (message == null) {
            throw new AssertionError("no message");
        }
        return message;
    }

    @Test
    void offsetsAreThoseOfTheHeaders() {
        assertEquals(Layouts.size("struct rtmsg"), Route.HEADER);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_family"), Route.FAMILY);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_dst_len"), Route.DST_LEN);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_src_len"), Route.SRC_LEN);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_tos"), Route.TOS);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_table"), Route.TABLE);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_protocol"), Route.PROTOCOL);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_scope"), Route.SCOPE);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_type"), Route.TYPE);
        assertEquals(Layouts.offset("struct rtmsg", "rtm_flags"), Route.FLAGS);
        assertEquals(Layouts.size("struct rtnexthop"), RouteHop.HEADER);
        assertEquals(Layouts.offset("struct rtnexthop", "rtnh_flags"), RouteHop.FLAGS);
        assertEquals(Layouts.offset("struct rtnexthop", "rtnh_hops"), RouteHop.HOPS);
        assertEquals(Layouts.offset("struct rtnexthop", "rtnh_ifindex"), RouteHop.IFINDEX);
        assertEquals(Layouts.size("struct fib_rule_hdr"), Rule.HEADER);
        assertEquals(Layouts.offset("struct fib_rule_hdr", "dst_len"), Rule.DST_LEN);
        assertEquals(Layouts.offset("struct fib_rule_hdr", "src_len"), Rule.SRC_LEN);
        assertEquals(Layouts.offset("struct fib_rule_hdr", "tos"), Rule.TOS);
        assertEquals(Layouts.offset("struct fib_rule_hdr", "table"), Rule.TABLE);
        assertEquals(Layouts.offset("struct fib_rule_hdr", "action"), Rule.ACTION);
        assertEquals(Layouts.offset("struct fib_rule_hdr", "flags"), Rule.FLAGS);
        assertEquals(Layouts.size("struct nhmsg"), Nexthop.HEADER);
        assertEquals(Layouts.offset("struct nhmsg", "nh_scope"), Nexthop.SCOPE);
        assertEquals(Layouts.offset("struct nhmsg", "nh_protocol"), Nexthop.PROTOCOL);
        assertEquals(Layouts.offset("struct nhmsg", "nh_flags"), Nexthop.FLAGS);
        assertEquals(Layouts.size("struct nexthop_grp"), Nexthop.GROUP_SIZE);
        assertEquals(Layouts.offset("struct nexthop_grp", "weight"), Nexthop.GROUP_WEIGHT);
        assertEquals(Layouts.size("struct ndmsg"), Neighbour.HEADER);
        assertEquals(Layouts.offset("struct ndmsg", "ndm_ifindex"), Neighbour.IFINDEX);
        assertEquals(Layouts.offset("struct ndmsg", "ndm_state"), Neighbour.STATE);
        assertEquals(Layouts.offset("struct ndmsg", "ndm_flags"), Neighbour.FLAGS);
        assertEquals(Layouts.offset("struct ndmsg", "ndm_type"), Neighbour.TYPE);
        assertEquals(Layouts.size("struct ndtmsg"), NeighbourTable.HEADER);
    }

    /** {@code 10.1.2.0/24 via 192.0.2.1 dev 2 table 300 proto static metric 7 mtu 1400}. */
    private static final String ROUTE = """
            54000000 1800 0200 01000000 00000000
            02 18 00 00 fc 04 00 01 10000000
            08000f00 2c010000 08000100 0a010200 08000600 07000000 0c000800 08000200 78050000
            08000500 c0000201 08000400 02000000
            """;

    @Test
    void routeTellsWhereAPacketGoes() {
        Route route = Route.of(message(ROUTE));
        assertNotNull(route);
        assertEquals(Prefix.of("10.1.2.0/24"), route.prefix());
        assertEquals(IpAddress.of("192.0.2.1"), route.anyGateway());
        assertEquals(2, route.oif());
        assertEquals(300, route.table());
        assertEquals(7, route.priority());
        assertEquals(4, route.protocol());
        assertEquals(RouteHop.LINKDOWN, route.flags());
        assertEquals(1400, route.metrics().u32(RouteMetric.MTU, 0));
        assertNull(route.sourcePrefix());
        assertNull(route.mark());
        assertEquals(List.of(), route.hops());
        assertEquals(-1, route.preference());
    }

    @Test
    void defaultRouteHoldsAllAddressesOfItsFamily() {
        Route route = Route.of(message("1c000000 1800 0000 00000000 00000000 0a 00 00 00 fe 09 00 01 00000000"));
        assertNotNull(route);
        assertEquals(Prefix.of("::/0"), route.prefix());
        assertEquals(254, route.table());
    }

    @Test
    void multipathRouteTellsEachWay() {
        // nexthop via 10.0.0.2 dev 3 weight 5, nexthop via inet6 fe80::1 dev 4 weight 1 onlink
        Route route = Route.of(message("""
                54000000 1800 0000 00000000 00000000 02 08 00 00 fe 03 00 01 00000000
                08000100 0a000000
                34000900
                1000 00 04 03000000 08000500 0a000002
                2000 04 00 04000000 16001200 0a00 fe80 0000 0000 0000 0000 0000 0000 0001 0000
                """));
        assertNotNull(route);
        List<RouteHop> hops = route.hops();
        assertEquals(2, hops.size());
        assertEquals(IpAddress.of("10.0.0.2"), hops.getFirst().anyGateway());
        assertEquals(5, hops.getFirst().weight());
        assertEquals(3, hops.getFirst().oif());
        assertEquals(
                new Via(Families.INET6, IpAddress.of("fe80::1")), hops.get(1).via());
        assertEquals(1, hops.get(1).weight());
        assertEquals(RouteHop.ONLINK, hops.get(1).flags());
    }

    @Test
    void ruleTellsItsSelectors() {
        // 100: not from 10.0.0.0/8 fwmark 0x7/0xff iif "eth0" uidrange 5-6 lookup 1000
        Rule rule = Rule.of(message("""
                64000000 2000 0000 00000000 00000000 02 00 08 00 fc 00 00 01 02000000
                08000f00 e8030000 08000600 64000000 08000a00 07000000 08001000 ff000000
                0c001400 05000000 06000000 08000200 0a000000 09000300 65746830 00000000
                """));
        assertNotNull(rule);
        assertEquals(100, rule.priority());
        assertEquals(Rule.INVERT, rule.flags());
        assertEquals(Prefix.of("10.0.0.0/8"), rule.sourcePrefix());
        assertEquals(7L, rule.mark());
        assertEquals(0xffL, rule.markMask());
        assertEquals("eth0", rule.iif());
        assertEquals(new Rule.Range(5, 6), rule.users());
        assertEquals(1000, rule.table());
        assertEquals(-1, rule.suppressPrefixLength());
        assertNull(rule.destinationPorts());
    }

    @Test
    void groupTellsMembersAndWeights() {
        Nexthop group = Nexthop.of(message("34000000 6800 0000 00000000 00000000 00 00 00 00 00000000 08000100 0a000000"
                + "14000200 01000000 02 00 0000 03000000 ff 01 0000"));
        assertNotNull(group);
        assertEquals(10, group.id());
        assertEquals(List.of(new Nexthop.Member(1, 3), new Nexthop.Member(3, 512)), group.members());
    }

    @Test
    void neighbourTellsAddressAndState() {
        Neighbour neighbour = Neighbour.of(message("""
                30000000 1c00 0000 00000000 00000000 02 00 0000 03000000 0400 80 01
                08000100 0a000009 0a000200 0273 0000 0102 0000
                """));
        assertNotNull(neighbour);
        assertEquals(IpAddress.of("10.0.0.9"), neighbour.destination());
        assertArrayEquals(new byte[] {2, 0x73, 0, 0, 1, 2}, neighbour.linkLayerAddress());
        assertEquals(Neighbour.STALE, neighbour.state());
        assertEquals(Neighbour.ROUTER, neighbour.flags());
        assertEquals(3, neighbour.ifindex());
        assertEquals(-1, neighbour.vlan());
    }

    @Test
    void messageAboutSomethingElseIsNoView() {
        Message route = message(ROUTE);
        assertNull(Rule.of(route));
        assertNull(Nexthop.of(route));
        assertNull(Neighbour.of(route));
        assertNull(NexthopBucket.of(route));
        assertNull(NeighbourTable.of(route));
        assertNull(Route.of(message(Route.NEW, new byte[4])));
    }

    @Property
    void noGetterFailsOnAnyBytes(@ForAll @IntRange(max = 7) int kind, @ForAll @Size(max = 200) byte[] body) {
        readAll(kind, body);
    }

    @FuzzTest(maxDuration = "20s")
    @Tag("fuzz")
    void noGetterFailsOnHostileBytes(byte[] bytes) {
        if (bytes.length > 0) {
            readAll(bytes[0] & 7, java.util.Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }

    private static void readAll(int kind, byte[] body) {
        int[] types = {
            Route.NEW, Rule.NEW, Nexthop.NEW, Neighbour.NEW, NexthopBucket.NEW, NeighbourTable.NEW, Route.DELETE, 16
        };
        Message message = message(types[kind], body);
        read(Route.of(message));
        read(Rule.of(message));
        read(Nexthop.of(message));
        read(Neighbour.of(message));
        NexthopBucket bucket = NexthopBucket.of(message);
        if (bucket != null) {
            assertTrue(bucket.group() >= 0 && bucket.index() >= 0 && bucket.nexthop() >= 0);
            bucket.flags();
            bucket.idleTime();
        }
        NeighbourTable table = NeighbourTable.of(message);
        if (table != null) {
            table.name();
            table.config();
            table.ifindex();
            assertTrue(table.statistics().length <= 32);
        }
        TcpMetric metric = TcpMetric.of(message);
        metric.peer();
        metric.source();
        metric.value(TcpMetric.RTT_US);
        metric.fastOpenCookie();
    }

    private static void read(Route route) {
        if (route == null) {
            return;
        }
        route.prefix();
        route.sourcePrefix();
        route.anyGateway();
        route.preferredSource();
        route.cacheInfo();
        route.encap();
        route.newDestination();
        route.mark();
        route.uid();
        route.expires();
        walk(route.metrics(), 0);
        assertTrue(route.hops().size() <= 64);
        for (RouteHop hop : route.hops()) {
            hop.anyGateway();
            hop.encap();
            hop.realms();
            assertTrue(hop.weight() >= 1 && hop.weight() <= 256);
        }
        walk(route.attributes(), 0);
    }

    private static void read(Rule rule) {
        if (rule == null) {
            return;
        }
        rule.sourcePrefix();
        rule.destinationPrefix();
        rule.iif();
        rule.oif();
        rule.users();
        rule.sourcePorts();
        rule.destinationPorts();
        rule.tunnelId();
        rule.realms();
        rule.target();
        assertTrue(rule.priority() >= 0 && rule.table() >= 0);
    }

    private static void read(Nexthop nexthop) {
        if (nexthop == null) {
            return;
        }
        nexthop.gateway();
        nexthop.encap();
        nexthop.resilience();
        for (Nexthop.Member member : nexthop.members()) {
            assertTrue(member.weight() >= 1 && member.id() >= 0);
        }
    }

    private static void read(Neighbour neighbour) {
        if (neighbour == null) {
            return;
        }
        neighbour.destination();
        neighbour.linkLayerAddress();
        neighbour.ages();
        neighbour.furtherFlags();
        assertTrue(neighbour.probes() >= -1 && neighbour.vni() >= -1);
    }

    private static void walk(Attributes attributes, int depth) {
        for (Attributes.Attribute one : attributes) {
            one.string();
            if (depth < 3) {
                walk(one.nested(), depth + 1);
            }
        }
    }
}
