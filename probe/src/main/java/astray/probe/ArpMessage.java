package astray.probe;

import astray.facts.IpAddress;
import astray.kernel.inet.Bytes;

/** An ARP packet between hardware addresses of six bytes and IPv4 addresses (RFC 826). */
final class ArpMessage {
    static final int SIZE = 28;

    private static final int HARDWARE = 0;
    private static final int PROTOCOL = 2;
    private static final int HARDWARE_LENGTH = 4;
    private static final int PROTOCOL_LENGTH = 5;
    private static final int OPERATION = 6;
    private static final int SENDER_HARDWARE = 8;
    private static final int SENDER = 14;
    private static final int TARGET = 24;

    private static final int ETHERNET = 1;
    private static final int IPV4 = 0x0800;
    private static final int REQUEST = 1;
    private static final int REPLY = 2;
    private static final int LINK_LENGTH = 6;

    private ArpMessage() {}

    static byte[] request(byte[] own, IpAddress sender, IpAddress target) {
        byte[] packet = new byte[SIZE];
        EchoMessage.put(packet, HARDWARE, ETHERNET);
        EchoMessage.put(packet, PROTOCOL, IPV4);
        packet[HARDWARE_LENGTH] = LINK_LENGTH;
        packet[PROTOCOL_LENGTH] = 4;
        EchoMessage.put(packet, OPERATION, REQUEST);
        System.arraycopy(own, 0, packet, SENDER_HARDWARE, LINK_LENGTH);
        put(packet, SENDER, sender);
        put(packet, TARGET, target);
        return packet;
    }

    private static void put(byte[] packet, int at, IpAddress address) {
        EchoMessage.put(packet, at, (int) (address.low() >>> 16));
        EchoMessage.put(packet, at + 2, (int) address.low());
    }

    /**
     * Who says in a packet to hold an address: its hardware address, {@code ""} for nobody. A request counts as a reply
     * does: both tell their sender's address (RFC 5227 section 2.4).
     */
    static String holder(Bytes packet, IpAddress address) {
        boolean arp = packet.size() >= SIZE
                && packet.u16(HARDWARE) == ETHERNET
                && packet.u16(PROTOCOL) == IPV4
                && packet.octet(HARDWARE_LENGTH) == LINK_LENGTH
                && packet.octet(PROTOCOL_LENGTH) == 4
                && (packet.u16(OPERATION) == REPLY || packet.u16(OPERATION) == REQUEST);
        if (!arp || !address.equals(IpAddress.v4(packet.u16(SENDER) << 16 | packet.u16(SENDER + 2)))) {
            return "";
        }
        return packet.slice(SENDER_HARDWARE, LINK_LENGTH).toString();
    }
}
