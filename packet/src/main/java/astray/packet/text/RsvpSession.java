package astray.packet.text;

/** RSVP's objects that tell sessions, senders and filters (RFC 2205 appendix A, RFC 3209 section 4.6, RFC 4875). */
final class RsvpSession {
    private static final int IP4 = 1;
    private static final int IP6 = 2;
    private static final int FLOW_LABEL = 3;
    private static final int TUNNEL4 = 7;
    private static final int TUNNEL6 = 8;
    private static final int UNI = 11;
    private static final int POINTS4 = 12;
    private static final int POINTS6 = 13;

    private static final int SESSION_POINTS4 = 13;
    private static final int SESSION_POINTS6 = 14;

    private RsvpSession() {}

    /** Prints a Session; false when nothing can follow. */
    static boolean session(RsvpObject object) {
        Sheet sheet = object.sheet;
        Line line = object.line;
        switch (object.type) {
            case IP4, IP6 -> {
                int width = object.type == IP4 ? 4 : 16;
                if (object.lacks(width + 4)) {
                    return false;
                }
                int at = object.at + width;
                if (width == 4) {
                    object.begin("IPv4 DestAddress: ");
                    sheet.host4(object.at);
                } else {
                    object.begin("IPv6 DestAddress: ");
                    sheet.host6(object.at);
                }
                line.text(", Protocol ID: 0x").hex(sheet.u8(at), 2);
                object.begin("Flags: [0x").hex(sheet.u8(at + 1), 2);
                line.text("], DestPort ").number(sheet.be16(at + 2));
                return object.past(width + 4);
            }
            case TUNNEL6 -> {
                if (object.lacks(36)) {
                    return false;
                }
                object.begin("IPv6 Tunnel EndPoint: ");
                sheet.host6(object.at);
                line.text(", Tunnel ID: 0x").hex(sheet.be16(object.at + 18), 4);
                line.text(", Extended Tunnel ID: ");
                sheet.host6(object.at + 20);
                return object.past(36);
            }
            case SESSION_POINTS6 -> {
                if (object.lacks(26)) {
                    return false;
                }
                object.begin("IPv6 P2MP LSP ID: 0x").hex(sheet.be32(object.at), 8);
                line.text(", Tunnel ID: 0x").hex(sheet.be16(object.at + 6), 4);
                line.text(", Extended Tunnel ID: ");
                sheet.host6(object.at + 8);
                return object.past(26);
            }
            case SESSION_POINTS4 -> {
                return tunnel4(object, "IPv4 P2MP LSP ID: ");
            }
            case TUNNEL4, UNI -> {
                return tunnel4(object, "IPv4 Tunnel EndPoint: ");
            }
            default -> {
                return object.dump();
            }
        }
    }

    private static boolean tunnel4(RsvpObject object, String what) {
        Sheet sheet = object.sheet;
        if (object.lacks(12)) {
            return false;
        }
        object.begin(what);
        sheet.host4(object.at);
        object.line.text(", Tunnel ID: 0x").hex(sheet.be16(object.at + 6), 4);
        object.line.text(", Extended Tunnel ID: ");
        sheet.host4(object.at + 8);
        return object.past(12);
    }

    /** Prints a Sender Template; false when nothing can follow. */
    static boolean sender(RsvpObject object) {
        return switch (object.type) {
            case IP4 -> object.addressed("Source Address: ", false, ", Source Port: ", 6, 0, 8);
            case IP6 -> object.addressed("Source Address: ", true, ", Source Port: ", 18, 0, 20);
            case TUNNEL4 -> object.addressed("IPv4 Tunnel Sender Address: ", false, ", LSP-ID: ", 6, 4, 8);
            case POINTS4, POINTS6 -> points(object);
            default -> object.dump();
        };
    }

    /** Prints a FilterSpec; false when nothing can follow. */
    static boolean filter(RsvpObject object) {
        switch (object.type) {
            case IP4 -> {
                return object.addressed("Source Address: ", false, ", Source Port: ", 6, 0, 8);
            }
            case IP6 -> {
                return object.addressed("Source Address: ", true, ", Source Port: ", 18, 0, 20);
            }
            case FLOW_LABEL -> {
                if (object.lacks(20)) {
                    return false;
                }
                object.begin("Source Address: ");
                object.sheet.host6(object.at);
                object.line.text(", Flow Label: ").number(object.sheet.be24(object.at + 17));
                return object.past(20);
            }
            case TUNNEL4 -> {
                return object.addressed("Source Address: ", false, ", LSP-ID: ", 6, 4, 8);
            }
            // the original prints the address as one of IPv4
            case TUNNEL6 -> {
                return object.addressed("Source Address: ", false, ", LSP-ID: ", 18, 4, 20);
            }
            case POINTS4, POINTS6 -> {
                return points(object);
            }
            default -> {
                return object.dump();
            }
        }
    }

    /** A sender to several destinations (RFC 4875 section 19.2). */
    private static boolean points(RsvpObject object) {
        boolean ip6 = object.type == POINTS6;
        int width = ip6 ? 16 : 4;
        if (object.lacks(ip6 ? 40 : 16)) {
            return false;
        }
        String what = ip6 ? "IPv6 Tunnel Sender Address: " : "IPv4 Tunnel Sender Address: ";
        object.addressed(what, ip6, ", LSP ID: ", width + 2, 4, width + 4);
        object.addressed("Sub-Group Originator ID: ", ip6, ", Sub-Group ID: ", ip6 ? width + 2 : width, 4, width + 4);
        return true;
    }
}
