package astray.collect.capture;

import astray.facts.Family;
import astray.facts.IpAddress;

/**
 * What a packet's headers say of who sent it to whom, and what for: as much as tells like packets from unlike ones. One
 * object is turned to one packet after the other. Any bytes may be given: what is not there or makes no sense leaves the
 * packet {@link Kind#NONE}, or without ports.
 *
 * <p>Link types are LINKTYPE_ numbers of pcap-linktype(7); all numbers on the wire are big-endian.
 */
final class PacketHead {
    /** What a packet is about. */
    enum Kind {
        NONE(0),
        ARP(1),
        NEIGHBOUR_DISCOVERY(2),
        TCP(3),
        UDP(4),
        ICMP(5),
        OTHER_IP(6);

        private static final Kind[] BY_NUMBER = values();
        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** A small number for it. */
        int number() {
            return number;
        }

        /** The kind of a number that one has. */
        static Kind of(int number) {
            return BY_NUMBER[number];
        }
    }

    /** Directions: the packet types of linux/if_packet.h, and none. */
    static final int TO_US = 0;

    static final int BROADCAST = 1;
    static final int MULTICAST = 2;
    static final int TO_OTHERS = 3;
    static final int OUTGOING = 4;
    static final int UNTOLD = 255;

    /** What a TCP segment is for; the letters that tcpdump shows. */
    static final int OPENS = 1;

    static final int ACCEPTS = 2;
    static final int RESETS = 3;
    static final int ENDS = 4;
    static final int CARRIES = 5;
    static final int ACKNOWLEDGES = 6;

    static final int ARP_REQUEST = 1;
    static final int ARP_REPLY = 2;
    static final int SOLICITATION = 135;
    static final int ADVERTISEMENT = 136;
    private static final int ECHO_REPLY = 0;
    private static final int ECHO_REQUEST = 8;
    private static final int ECHO_REQUEST_6 = 128;
    private static final int ECHO_REPLY_6 = 129;

    /** Ethernet types (linux/if_ether.h). */
    private static final int IP4 = 0x0800;

    private static final int ARP = 0x0806;
    private static final int VLAN = 0x8100;
    private static final int VLAN_OLD = 0x9100;
    private static final int SERVICE_VLAN = 0x88a8;
    private static final int IP6 = 0x86dd;
    private static final int MOST_TAGS = 4;

    /** Protocol numbers (IANA). */
    private static final int ICMP = 1;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMP6 = 58;
    private static final int MOST_EXTENSIONS = 8;

    private byte[] bytes = new byte[0];
    private int end;

    /** What it is about. */
    Kind kind = Kind.NONE;

    /** The ARP operation, the ICMP type and code, what a TCP segment is for, or the IP protocol. */
    int detail;

    /** One of the constants above. */
    int direction;

    /** The interface's index on the capturing machine; 0 for none told. */
    int device;

    /** Link-layer addresses of 48 bits; -1 for none told. */
    long sourceMac;

    long destinationMac;

    /** The outermost VLAN tag's number; 0 for none. */
    int vlan;

    /** Whether the ends are IPv6 addresses. */
    boolean six;

    /** Who sent it: in ARP the sender's protocol address. */
    long sourceHigh;

    long sourceLow;

    /** To whom: in ARP and neighbour discovery the address that it is about. */
    long destinationHigh;

    long destinationLow;
    int sourcePort;
    int destinationPort;

    /** What else tells it from others: an ARP sender's link-layer address, an echo's id, what an ICMP error is about. */
    long about;

    /** Whether packets of a link type can be read. */
    static boolean reads(int linkType) {
        return switch (linkType) {
            case 0, 1, 12, 14, 101, 108, 113, 228, 229, 276 -> true;
            default -> false;
        };
    }

    /** Turns to a packet. */
    void turnTo(int linkType, byte[] packet, int from, int captured) {
        bytes = packet;
        end = from + captured;
        kind = Kind.NONE;
        detail = 0;
        direction = UNTOLD;
        device = 0;
        sourceMac = -1;
        destinationMac = -1;
        vlan = 0;
        six = false;
        sourceHigh = 0;
        sourceLow = 0;
        destinationHigh = 0;
        destinationLow = 0;
        sourcePort = 0;
        destinationPort = 0;
        about = 0;
        switch (linkType) {
            case 1 -> ethernet(from);
            case 113 -> cooked(from);
            case 276 -> cooked2(from);
            case 0, 108 -> ip(from + 4);
            case 12, 14, 101, 228, 229 -> ip(from);
            default -> {
                // not read
            }
        }
    }

    private boolean has(int at, int count) {
        return at >= 0 && count <= end - at;
    }

    private int u8(int at) {
        return bytes[at] & 0xff;
    }

    private int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    private int u32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }

    private long u64(int at) {
        return (long) u32(at) << 32 | u32(at + 4) & 0xffff_ffffL;
    }

    private long mac(int at) {
        return (long) u16(at) << 32 | u32(at + 2) & 0xffff_ffffL;
    }

    // -- the link ----------------------------------------------------------------------------------------------

    private void ethernet(int at) {
        if (has(at, 14)) {
            destinationMac = mac(at);
            sourceMac = mac(at + 6);
            network(u16(at + 12), at + 14);
        }
    }

    /** LINKTYPE_LINUX_SLL. */
    private void cooked(int at) {
        if (has(at, 16)) {
            toldBy(u16(at), u16(at + 4), at + 6);
            network(u16(at + 14), at + 16);
        }
    }

    /** LINKTYPE_LINUX_SLL2. */
    private void cooked2(int at) {
        if (has(at, 20)) {
            device = u32(at + 4);
            toldBy(u8(at + 10), u8(at + 11), at + 12);
            network(u16(at), at + 20);
        }
    }

    private void toldBy(int packetType, int addressLength, int address) {
        direction = packetType <= OUTGOING ? packetType : UNTOLD;
        if (addressLength == 6) {
            sourceMac = mac(address);
        }
    }

    private void network(int type, int at) {
        int tags = 0;
        while ((type == VLAN || type == SERVICE_VLAN || type == VLAN_OLD) && tags++ < MOST_TAGS && has(at, 4)) {
            vlan = vlan == 0 ? u16(at) & 0xfff : vlan;
            type = u16(at + 2);
            at += 4;
        }
        switch (type) {
            case IP4 -> ip4(at);
            case IP6 -> ip6(at);
            case ARP -> arp(at);
            default -> {
                // nothing that a diagnosis of IP asks about
            }
        }
    }

    private void ip(int at) {
        if (has(at, 1)) {
            int version = u8(at) >> 4;
            if (version == 4) {
                ip4(at);
            } else if (version == 6) {
                ip6(at);
            }
        }
    }

    // -- the network -------------------------------------------------------------------------------------------

    /** RFC 826, for IPv4 on links with addresses of six bytes. */
    private void arp(int at) {
        if (!has(at, 28) || u16(at + 2) != IP4 || u8(at + 4) != 6 || u8(at + 5) != 4) {
            return;
        }
        int operation = u16(at + 6);
        if (operation == ARP_REQUEST || operation == ARP_REPLY) {
            kind = Kind.ARP;
            detail = operation;
            about = mac(at + 8);
            sourceLow = u32(at + 14) & 0xffff_ffffL;
            destinationLow = u32(at + 24) & 0xffff_ffffL;
        }
    }

    private void ip4(int at) {
        if (!has(at, 20) || u8(at) >> 4 != 4 || (u8(at) & 15) < 5) {
            return;
        }
        sourceLow = u32(at + 12) & 0xffff_ffffL;
        destinationLow = u32(at + 16) & 0xffff_ffffL;
        int protocol = u8(at + 9);
        boolean first = (u16(at + 6) & 0x1fff) == 0;
        transport(first ? protocol : -protocol, at + (u8(at) & 15) * 4, at + u16(at + 2));
    }

    private void ip6(int at) {
        if (!has(at, 40) || u8(at) >> 4 != 6) {
            return;
        }
        six = true;
        sourceHigh = u64(at + 8);
        sourceLow = u64(at + 16);
        destinationHigh = u64(at + 24);
        destinationLow = u64(at + 32);
        int packetEnd = at + 40 + u16(at + 4);
        int next = u8(at + 6);
        int header = at + 40;
        boolean first = true;
        for (int i = 0; i < MOST_EXTENSIONS && isExtension(next) && has(header, 8); i++) {
            int size = (u8(header + 1) + 1) * 8;
            if (next == 44) {
                size = 8;
                first &= (u16(header + 2) & 0xfff8) == 0;
            } else if (next == 51) {
                size = (u8(header + 1) + 2) * 4;
            }
            next = u8(header);
            header += size;
        }
        transport(first ? next : -next, header, packetEnd);
    }

    /** Hop-by-hop options, routing, fragment, authentication, destination options (RFC 8200). */
    private static boolean isExtension(int next) {
        return next == 0 || next == 43 || next == 44 || next == 51 || next == 60;
    }

    // -- the transport -----------------------------------------------------------------------------------------

    /** A negative protocol is that of a fragment which is not the first. */
    private void transport(int protocol, int at, int packetEnd) {
        kind = Kind.OTHER_IP;
        detail = Math.abs(protocol);
        switch (protocol) {
            case TCP -> {
                if (ports(at, 14)) {
                    kind = Kind.TCP;
                    detail = purpose(u8(at + 13), packetEnd - at - (u8(at + 12) >> 4) * 4);
                }
            }
            case UDP -> {
                if (ports(at, 4)) {
                    kind = Kind.UDP;
                    detail = 0;
                }
            }
            case ICMP -> {
                if (!six && has(at, 8)) {
                    icmp(at);
                }
            }
            case ICMP6 -> {
                if (six && has(at, 8)) {
                    icmp6(at);
                }
            }
            default -> {
                // by its number
            }
        }
    }

    private boolean ports(int at, int needed) {
        if (!has(at, needed)) {
            return false;
        }
        sourcePort = u16(at);
        destinationPort = u16(at + 2);
        return true;
    }

    private static int purpose(int flags, int payload) {
        if ((flags & 4) != 0) {
            return RESETS;
        }
        if ((flags & 2) != 0) {
            return (flags & 16) != 0 ? ACCEPTS : OPENS;
        }
        if ((flags & 1) != 0) {
            return ENDS;
        }
        return payload > 0 ? CARRIES : ACKNOWLEDGES;
    }

    /** RFC 792. */
    private void icmp(int at) {
        kind = Kind.ICMP;
        int type = u8(at);
        detail = type << 8 | u8(at + 1);
        if (type == ECHO_REQUEST || type == ECHO_REPLY) {
            about = u16(at + 4);
        } else if (has(at + 8, 20)) {
            int inner = at + 8;
            int innerPorts = inner + (u8(inner) & 15) * 4;
            about = (long) u32(inner + 16) << 32 | u8(inner + 9) << 16 | (has(innerPorts, 4) ? u16(innerPorts + 2) : 0);
        }
    }

    /** RFC 4443, RFC 4861. */
    private void icmp6(int at) {
        int type = u8(at);
        if ((type == SOLICITATION || type == ADVERTISEMENT) && has(at, 24)) {
            kind = Kind.NEIGHBOUR_DISCOVERY;
            detail = type;
            destinationHigh = u64(at + 8);
            destinationLow = u64(at + 16);
            // the option of the asker's or the answerer's own link-layer address
            boolean told = has(at + 24, 8) && u8(at + 25) == 1 && u8(at + 24) == (type == SOLICITATION ? 1 : 2);
            about = told ? mac(at + 26) : -1;
            return;
        }
        kind = Kind.ICMP;
        detail = type << 8 | u8(at + 1);
        if (type == ECHO_REQUEST_6 || type == ECHO_REPLY_6) {
            about = u16(at + 4);
        } else if (has(at + 8, 40)) {
            int inner = at + 8;
            int port = has(inner + 40, 4) ? u16(inner + 42) : 0;
            about = u64(inner + 32) * 31 + u64(inner + 24) + ((long) u8(inner + 6) << 16 | port);
        }
    }

    /** Who sent it. */
    IpAddress source() {
        return address(six, sourceHigh, sourceLow);
    }

    /** To whom it goes, or what it is about. */
    IpAddress destination() {
        return address(six, destinationHigh, destinationLow);
    }

    static IpAddress address(boolean six, long high, long low) {
        return six ? new IpAddress(Family.INET6, high, low) : IpAddress.v4((int) low);
    }
}
