package astray.packet.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import astray.packet.file.CaptureFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final byte[] SSH = Packets.tcp4(0x0a000001, 0x0a000002, 1024, 22);

    private static boolean takes(String expression, byte[] packet) {
        return Filter.compile(expression, LinkType.ETHERNET).matches(packet);
    }

    private static String refusal(String expression) {
        return refusal(expression, Settings.of(LinkType.ETHERNET));
    }

    private static String refusal(String expression, Settings settings) {
        String message = assertThrows(FilterException.class, () -> Filter.compile(expression, settings), expression)
                .getMessage();
        assertFalse(message.contains("\n"));
        return message;
    }

    @Test
    void udpIsListedAsTcpdumpDoes() {
        Program program = Filter.compile("udp", LinkType.ETHERNET);
        assertEquals("""
                (000) ldh      [12]
                (001) jeq      #0x800           jt 2\tjf 4
                (002) ldb      [23]
                (003) jeq      #0x11            jt 10\tjf 11
                (004) jeq      #0x86dd          jt 5\tjf 11
                (005) ldb      [20]
                (006) jeq      #0x11            jt 10\tjf 7
                (007) jeq      #0x2c            jt 8\tjf 11
                (008) ldb      [54]
                (009) jeq      #0x11            jt 10\tjf 11
                (010) ret      #262144
                (011) ret      #0
                """, Listing.readable(program));
        assertTrue(Listing.asC(program).startsWith("{ 0x28, 0, 0, 0x0000000c },\n{ 0x15, 0, 2, 0x00000800 },\n"));
        assertEquals(
                "4\n40 0 0 12\n21 0 1 34525\n6 0 0 262144\n6 0 0 0\n",
                Listing.asNumbers(Filter.compile("ip6", LinkType.ETHERNET)));
    }

    @Test
    void noWordsTakeEverything() {
        assertEquals(
                "(000) ret      #96\n",
                Filter.compile(" ", Settings.of(LinkType.ETHERNET).snapshotLength(96))
                        .toString());
    }

    @Test
    void andAndOrBindEquallyToTheLeft() {
        assertFalse(takes("tcp or udp and port 53", SSH));
        assertTrue(takes("tcp or (udp and port 53)", SSH));
    }

    @Test
    void qualifiersAreInherited() {
        assertTrue(takes("tcp dst port 80 or 443 or 22", SSH));
        assertFalse(takes("tcp src port 80 or 443 or 22", SSH));
        assertTrue(takes("host 10.0.0.1 and (10.0.0.3 or 10.0.0.2)", SSH));
        assertTrue(takes("src host not 10.0.0.2", SSH));
    }

    @Test
    void aByteThatWasNotCapturedRefusesAlsoBelowNot() {
        byte[] cut = java.util.Arrays.copyOf(SSH, 30);
        assertFalse(takes("not dst host 1.2.3.4", cut));
        assertTrue(takes("not src host 1.2.3.4 or tcp", cut));
    }

    @Test
    void arithmeticIsOf32BitsWithoutSign() {
        assertTrue(takes("1 - 2 = 0xffffffff", SSH));
        assertTrue(takes("ip[12:4] - ip[16:4] > 0x80000000", SSH));
        assertTrue(takes("7 & 3 * 2 = 6", SSH));
        assertTrue(takes("2 * 3 % 4 = 6", SSH));
        assertTrue(takes("len - 14 = ip[2:2]", SSH));
        assertFalse(takes("ip[0] / ip[1] = 1", SSH));
    }

    @Test
    void refusalsPointAtThePlace() {
        assertEquals("syntax error in filter expression at \"22\" (character 5)", refusal("tcp 22"));
        assertEquals("syntax error in filter expression at the end of the expression", refusal("tcp and"));
        assertEquals(
                "illegal port number 70000 > 65535 at \"70000 or tcp\" (character 6)", refusal("port 70000 or tcp"));
        assertEquals("unknown host 'foo' at \"foo\" (character 17)", refusal("tcp or src host foo"));
        assertEquals("illegal character at \"; tcp\" (character 5)", refusal("udp ; tcp"));
        assertEquals("division by zero at \"/ 0 = 1\" (character 7)", refusal("ip[1] / 0 = 1"));
        assertEquals("expression rejects all packets", refusal("ip and arp"));
        assertEquals("number 09 contains non-octal digit at \"09\" (character 6)", refusal("port 09"));
        assertTrue(refusal("(".repeat(100_000)).startsWith("nested too deeply"));
        assertEquals("syntax error in filter expression at \"\\?[31m\" (character 5)", refusal("tcp \\\u001b[31m"));
    }

    @Test
    void veryLongChainsAreCompiled() {
        String expression = "port 1" + " or 2".repeat(20_000);
        assertTrue(Filter.compile(expression, LinkType.ETHERNET).length() < 100);
    }

    @Test
    void namesAreLookedUpWhereTheyWereGiven() {
        Names names = new Names(name -> name.equals("gpu") ? new byte[][] {{10, 0, 0, 2}} : new byte[0][]);
        names.readServices("shell 22/tcp # not the usual one\nbroken line\n");
        names.readEthers("02:42:00:00:00:01 laptop\n");
        names.readNetworks("lab 10.0\n");
        Settings settings = Settings.of(LinkType.ETHERNET).names(names);
        for (String expression : new String[] {
            "dst host gpu", "port shell", "tcp port shell", "ether src laptop", "src net lab", "port ssh", "proto \\tcp"
        }) {
            assertTrue(Filter.compile(expression, settings).matches(SSH), expression);
        }
        assertTrue(refusal("udp port ssh", settings).startsWith("port 'ssh' is tcp"));
        assertTrue(refusal("host nowhere", settings).startsWith("unknown host 'nowhere'"));
    }

    @Test
    void liveProgramsAskTheKernelForWhatFilesDoNotTell() {
        assertTrue(refusal("inbound").startsWith("inbound/outbound not supported on Ethernet"));
        Settings live = Settings.of(LinkType.ETHERNET).live(true).vlanAside(true);
        assertEquals(
                "(000) ldh      [type]\n(001) jeq      #0x4             jt 2\tjf 3\n"
                        + "(002) ret      #262144\n(003) ret      #0\n",
                Filter.compile("outbound", live).toString());
        assertTrue(Filter.compile("vlan 5 and ip", live).toString().contains("[vlanp]"));
    }

    @Test
    void chainsOfHeadersAreFollowedOutsideTheKernelOnly() {
        Program program = Filter.compile("ip6 protochain 6", LinkType.RAW);
        assertFalse(program.fitsKernel());
        ByteBuffer packet = ByteBuffer.allocate(100);
        packet.put(0, (byte) 0x60).put(6, (byte) 0).put(40, (byte) 60).put(48, (byte) 6);
        assertTrue(program.matches(packet.array()));
        packet.put(48, (byte) 17);
        assertFalse(program.matches(packet.array()));
    }

    @Test
    void aChainThatLeadsNowhereEnds() {
        // Authentication headers that each lead back to the start of the packet.
        byte[] packet = new byte[64];
        java.util.Arrays.fill(packet, (byte) 51);
        packet[0] = 0x45;
        assertFalse(Filter.compile("ip protochain 6", LinkType.RAW).matches(packet));
    }

    @Test
    void aRealConversationIsToldApart() throws IOException {
        assertEquals(6, count("icmp[icmptype] = icmp-echo or icmp[icmptype] = icmp-echoreply"));
        assertEquals(4, count("ip[6:2] & 0x1fff != 0"));
        assertEquals(1, count("icmp[icmptype] = icmp-unreach"));
        assertEquals(2, count("tcp port 23"));
        assertEquals(2, count("tcp[tcpflags] & (tcp-syn|tcp-ack) = tcp-syn"));
        assertEquals(2, count("arp"));
        assertEquals(6, count("icmp6"));
    }

    private static int count(String expression) throws IOException {
        Path path = Path.of(
                System.getProperty("astray.root"),
                "packet/src/test/resources/astray/packet/fixtures/conversation.pcap");
        int count = 0;
        try (CaptureFile file = CaptureFile.open(path)) {
            Program program = Filter.compile(expression, file.linkType());
            while (file.next()) {
                count += program.run(file.bytes(), file.offset(), file.captured(), file.length()) != 0 ? 1 : 0;
            }
        }
        return count;
    }
}
