package astray.instruments.tcpdump;

import astray.kernel.packet.PacketRing;
import astray.packet.LinkType;
import java.nio.ByteBuffer;

/**
 * A packet of the ring as a capture has it: with the VLAN tag that the kernel took off, or under the header that cooked
 * links have. What is made up is written in front of the packet, into the ring.
 */
final class LiveFrame {
    private static final int TAG = 4;
    private static final int ADDRESSES = 12;
    private static final int SLL_HEADER = 16;
    private static final int SLL2_HEADER = 20;

    private final LinkType link;
    private final int snapshotLength;
    private int offset;
    private int captured;
    private int length;

    LiveFrame(LinkType link, int snapshotLength) {
        this.link = link;
        this.snapshotLength = snapshotLength;
    }

    /** Turns to the packet that the ring is at; once for each packet. */
    void turnTo(PacketRing ring) {
        offset = ring.offset();
        captured = ring.captured();
        length = ring.length();
        if (link.equals(LinkType.LINUX_SLL2)) {
            cooked2(ring);
        } else if (link.equals(LinkType.LINUX_SLL)) {
            cooked(ring);
        } else if (ring.isTagged() && link.equals(LinkType.ETHERNET) && captured >= ADDRESSES) {
            insertTag(ring, ADDRESSES);
        }
        captured = Math.min(captured, snapshotLength);
    }

    private void grow(int bytes) {
        offset -= bytes;
        captured += bytes;
        length += bytes;
    }

    /** Moves what stands in front of the tag's place, and puts the tag into it. */
    private void insertTag(PacketRing ring, int before) {
        ByteBuffer bytes = ring.bytes();
        grow(TAG);
        for (int i = 0; i < before; i++) {
            bytes.put(offset + i, bytes.get(offset + TAG + i));
        }
        bytes.putInt(offset + before, ring.tag());
    }

    /** LINKTYPE_LINUX_SLL: kind, hardware, address length, address, Ethernet type. */
    private void cooked(PacketRing ring) {
        ByteBuffer bytes = ring.bytes();
        int kind = ring.kind();
        int hardware = ring.hardware();
        int addressLength = ring.addressLength();
        long address = ring.address();
        int protocol = ring.protocol();
        boolean tagged = ring.isTagged();
        int tag = tagged ? ring.tag() : 0;
        grow(SLL_HEADER + (tagged ? TAG : 0));
        bytes.putShort(offset, (short) kind);
        bytes.putShort(offset + 2, (short) hardware);
        bytes.putShort(offset + 4, (short) addressLength);
        bytes.putLong(offset + 6, address);
        if (tagged) {
            bytes.putInt(offset + 14, tag);
            bytes.putShort(offset + 18, (short) protocol);
        } else {
            bytes.putShort(offset + 14, (short) protocol);
        }
    }

    /** LINKTYPE_LINUX_SLL2: Ethernet type, two zero bytes, interface, hardware, kind, address length, address. */
    private void cooked2(PacketRing ring) {
        ByteBuffer bytes = ring.bytes();
        int kind = ring.kind();
        int hardware = ring.hardware();
        int addressLength = ring.addressLength();
        long address = ring.address();
        int protocol = ring.protocol();
        int index = ring.interfaceIndex();
        grow(SLL2_HEADER);
        bytes.putInt(offset, protocol << 16);
        bytes.putInt(offset + 4, index);
        bytes.putShort(offset + 8, (short) hardware);
        bytes.put(offset + 10, (byte) kind);
        bytes.put(offset + 11, (byte) addressLength);
        bytes.putLong(offset + 12, address);
    }

    /** Where in the ring's buffer the packet begins. */
    int offset() {
        return offset;
    }

    /** How many bytes of it are kept. */
    int captured() {
        return captured;
    }

    /** How many bytes it had. */
    int length() {
        return length;
    }
}
