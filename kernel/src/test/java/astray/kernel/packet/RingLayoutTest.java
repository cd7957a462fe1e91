package astray.kernel.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.kernel.Layouts;
import org.junit.jupiter.api.Test;

/** The constants of the ring against the C headers. */
class RingLayoutTest {
    @Test
    void requestIsLaidOutAsInC() {
        String request = "struct tpacket_req3";
        assertEquals(Layouts.offset(request, "tp_block_size"), RingLayout.REQUEST_BLOCK_SIZE);
        assertEquals(Layouts.offset(request, "tp_block_nr"), RingLayout.REQUEST_BLOCK_COUNT);
        assertEquals(Layouts.offset(request, "tp_frame_size"), RingLayout.REQUEST_FRAME_SIZE);
        assertEquals(Layouts.offset(request, "tp_frame_nr"), RingLayout.REQUEST_FRAME_COUNT);
        assertEquals(Layouts.offset(request, "tp_retire_blk_tov"), RingLayout.REQUEST_RETIRE_MILLIS);
        assertEquals(Layouts.size(request), RingLayout.REQUEST);
    }

    @Test
    void blockIsLaidOutAsInC() {
        String block = "struct tpacket_block_desc";
        assertEquals(Layouts.offset(block, "hdr.bh1.block_status"), RingLayout.BLOCK_STATUS);
        assertEquals(Layouts.offset(block, "hdr.bh1.num_pkts"), RingLayout.BLOCK_PACKETS);
        assertEquals(Layouts.offset(block, "hdr.bh1.offset_to_first_pkt"), RingLayout.BLOCK_FIRST);
    }

    @Test
    void packetHeaderIsLaidOutAsInC() {
        String header = "struct tpacket3_hdr";
        assertEquals(Layouts.offset(header, "tp_next_offset"), RingLayout.NEXT);
        assertEquals(Layouts.offset(header, "tp_sec"), RingLayout.SECONDS);
        assertEquals(Layouts.offset(header, "tp_nsec"), RingLayout.NANOS);
        assertEquals(Layouts.offset(header, "tp_snaplen"), RingLayout.CAPTURED);
        assertEquals(Layouts.offset(header, "tp_len"), RingLayout.LENGTH);
        assertEquals(Layouts.offset(header, "tp_status"), RingLayout.STATUS);
        assertEquals(Layouts.offset(header, "tp_mac"), RingLayout.LINK_HEADER);
        assertEquals(Layouts.offset(header, "tp_net"), RingLayout.NETWORK_HEADER);
        assertEquals(Layouts.offset(header, "hv1.tp_vlan_tci"), RingLayout.TAG);
        assertEquals(Layouts.offset(header, "hv1.tp_vlan_tpid"), RingLayout.TAG_PROTOCOL);
        assertEquals(Layouts.size(header), RingLayout.HEADER);
    }

    @Test
    void addressBehindItIsLaidOutAsInC() {
        String address = "struct sockaddr_ll";
        assertEquals(Layouts.offset(address, "sll_protocol"), RingLayout.ADDRESS_PROTOCOL);
        assertEquals(Layouts.offset(address, "sll_ifindex"), RingLayout.ADDRESS_INDEX);
        assertEquals(Layouts.offset(address, "sll_hatype"), RingLayout.ADDRESS_HARDWARE);
        assertEquals(Layouts.offset(address, "sll_pkttype"), RingLayout.ADDRESS_KIND);
        assertEquals(Layouts.offset(address, "sll_halen"), RingLayout.ADDRESS_LENGTH);
        assertEquals(Layouts.offset(address, "sll_addr"), RingLayout.ADDRESS_BYTES);
        assertEquals(Layouts.size(address), RingLayout.ADDRESS);
    }

    @Test
    void statisticsAndMembershipAreLaidOutAsInC() {
        assertEquals(Layouts.offset("struct tpacket_stats_v3", "tp_packets"), RingLayout.STATISTICS_PACKETS);
        assertEquals(Layouts.offset("struct tpacket_stats_v3", "tp_drops"), RingLayout.STATISTICS_DROPS);
        assertEquals(Layouts.size("struct tpacket_stats_v3"), RingLayout.STATISTICS);
        assertEquals(Layouts.offset("struct packet_mreq", "mr_ifindex"), RingLayout.MEMBERSHIP_INDEX);
        assertEquals(Layouts.offset("struct packet_mreq", "mr_type"), RingLayout.MEMBERSHIP_TYPE);
        assertEquals(Layouts.size("struct packet_mreq"), RingLayout.MEMBERSHIP);
    }

    @Test
    void programIsLaidOutAsInC() {
        assertEquals(Layouts.offset("struct sock_filter", "code"), SocketFilter.CODE);
        assertEquals(Layouts.offset("struct sock_filter", "jt"), SocketFilter.JUMP_TRUE);
        assertEquals(Layouts.offset("struct sock_filter", "jf"), SocketFilter.JUMP_FALSE);
        assertEquals(Layouts.offset("struct sock_filter", "k"), SocketFilter.CONSTANT);
        assertEquals(Layouts.size("struct sock_filter"), SocketFilter.INSTRUCTION);
        assertEquals(Layouts.offset("struct sock_fprog", "filter"), SocketFilter.PROGRAM_CODE);
        assertEquals(Layouts.size("struct sock_fprog"), SocketFilter.PROGRAM);
    }
}
