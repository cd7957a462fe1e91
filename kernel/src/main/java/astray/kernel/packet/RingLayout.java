package astray.kernel.packet;

/** The structures of a packet socket's memory-mapped ring, version 3 (linux/if_packet.h). */
final class RingLayout {
    // struct tpacket_req3
    static final int REQUEST = 28;
    static final int REQUEST_BLOCK_SIZE = 0;
    static final int REQUEST_BLOCK_COUNT = 4;
    static final int REQUEST_FRAME_SIZE = 8;
    static final int REQUEST_FRAME_COUNT = 12;
    static final int REQUEST_RETIRE_MILLIS = 16;

    // struct tpacket_block_desc, of which only the third part tells something
    static final int BLOCK_STATUS = 8;
    static final int BLOCK_PACKETS = 12;
    static final int BLOCK_FIRST = 16;

    // struct tpacket3_hdr
    static final int NEXT = 0;
    static final int SECONDS = 4;
    static final int NANOS = 8;
    static final int CAPTURED = 12;
    static final int LENGTH = 16;
    static final int STATUS = 20;
    static final int LINK_HEADER = 24;
    static final int NETWORK_HEADER = 26;
    static final int TAG = 32;
    static final int TAG_PROTOCOL = 36;
    static final int HEADER = 48;

    // struct sockaddr_ll, right behind the header
    static final int ADDRESS = 20;
    static final int ADDRESS_PROTOCOL = 2;
    static final int ADDRESS_INDEX = 4;
    static final int ADDRESS_HARDWARE = 8;
    static final int ADDRESS_KIND = 10;
    static final int ADDRESS_LENGTH = 11;
    static final int ADDRESS_BYTES = 12;

    // struct tpacket_stats_v3
    static final int STATISTICS = 12;
    static final int STATISTICS_PACKETS = 0;
    static final int STATISTICS_DROPS = 4;

    // struct packet_mreq
    static final int MEMBERSHIP = 16;
    static final int MEMBERSHIP_INDEX = 0;
    static final int MEMBERSHIP_TYPE = 4;

    private RingLayout() {}
}
