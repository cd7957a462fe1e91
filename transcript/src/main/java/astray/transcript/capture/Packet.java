package astray.transcript.capture;

import astray.facts.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The part of a line that names the protocol and says what the packet holds.
 *
 * @param body {@code null} when the line ends behind the IP header that {@code -v} shows in brackets
 */
record Packet(Frame.@Nullable Body body) {
    /** The first words of what tcpdump shows of a frame that is neither IP nor ARP. */
    private static final String[] OTHERS = {
        "STP ",
        "LLDP, ",
        "CDPv",
        "EAP",
        "LLC, ",
        "PPPoE ",
        "IP0 ",
        "RARP, ",
        "Reverse ",
        "Loopback, ",
        "LACP",
        "MPLS ",
        "802.1",
        "IS-IS",
        "vlan ",
        "ethertype "
    };

    /**
     * A packet without a link layer shown before it.
     *
     * @param timed whether a time stands before it
     * @param inside whether the line is known to be tcpdump's
     * @param sure whether the line is known to be a frame, so that any words will do
     */
    static @Nullable Packet plain(String text, int from, boolean timed, boolean inside, boolean sure) {
        Packet packet = null;
        if (text.startsWith("IP ", from)) {
            packet = ip(text, from + 3);
        } else if (text.startsWith("IP6 ", from)) {
            packet = ip(text, from + 4);
        } else if (text.startsWith("ARP, ", from)) {
            return new Packet(Resolutions.arp(text, from + 5));
        } else if (text.startsWith("arp who-has ", from) || text.startsWith("arp reply ", from)) {
            return new Packet(Resolutions.arp(text, from + 4));
        } else if (timed && Ends.showsPort(word(text, from))) {
            // before version 3.8 the word IP was not there
            packet = ip(text, from);
        }
        if (packet != null) {
            return packet;
        }
        boolean frame = sure || ((timed || inside) && isOther(text, from));
        return frame
                ? new Packet(new Frame.Other(null, null, text.substring(from).strip()))
                : null;
    }

    private static String word(String text, int from) {
        int blank = text.indexOf(' ', from);
        return text.substring(Math.min(from, text.length()), blank < 0 ? text.length() : blank);
    }

    private static boolean isOther(String text, int from) {
        for (String other : OTHERS) {
            if (text.startsWith(other, from)) {
                return true;
            }
        }
        return false;
    }

    /** {@code ethertype IPv4 (0x0800), length 74: 10.0.0.1 > …}; with {@code -q} without the first and the number. */
    static Packet afterLink(String text, int from) {
        int kind = text.startsWith("ethertype ", from) ? from + 10 : from;
        boolean v4 = text.startsWith("IPv4", kind);
        boolean v6 = text.startsWith("IPv6", kind);
        boolean arp = text.startsWith("ARP", kind);
        int colon = v4 || v6 || arp ? text.indexOf(": ", kind) : -1;
        if (colon > 0) {
            Packet packet = arp ? new Packet(Resolutions.arp(text, colon + 2)) : ip(text, colon + 2);
            if (packet != null) {
                return packet;
            }
        }
        return new Packet(new Frame.Other(null, null, text.substring(from).strip()));
    }

    /** A packet of IP, perhaps with its header in brackets before it. */
    private static @Nullable Packet ip(String text, int from) {
        int start = LinkLayer.blanks(text, from);
        if (text.startsWith("(", start)) {
            start = closing(text, start);
            if (start < 0) {
                return null;
            }
            start = LinkLayer.blanks(text, start);
            if (start == text.length()) {
                return new Packet(null);
            }
        }
        Frame.Body body = Bodies.ip(text, start);
        return body == null ? null : new Packet(body);
    }

    /** Behind the bracket that closes the one here; brackets stand in brackets. -1 when none does. */
    private static int closing(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
