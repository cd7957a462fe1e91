package astray.transcript.capture;

import astray.facts.Frame;
import astray.facts.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One line that begins a frame, taken apart from left to right: number ({@code -#}), time, interface and direction,
 * link layer ({@code -e}), packet.
 *
 * @param body {@code null} when {@code -v} goes on with the addresses on the next line
 */
record FrameLine(
        @Nullable Moment at,
        @Nullable String dev,
        @Nullable String direction,
        @Nullable String sourceMac,
        @Nullable String destinationMac,
        Frame.@Nullable Body body) {

    /** The frame, with a body found on the next line. */
    Frame frame(Frame.Body found) {
        return new Frame(at, dev, direction, sourceMac, destinationMac, found);
    }

    /**
     * Reads a line.
     *
     * @param inside whether the line is known to be tcpdump's, so that a time is enough to make it a frame
     * @return {@code null} when it begins no frame
     */
    static @Nullable FrameLine parse(String text, Stamp.Clock clock, boolean inside) {
        int i = LinkLayer.blanks(text, 0);
        Stamp stamp = Stamp.parse(text, i, clock);
        if (stamp == null) {
            int digits = Stamp.digits(text, i);
            if (digits > 0 && text.startsWith("  ", i + digits)) {
                stamp = Stamp.parse(text, LinkLayer.blanks(text, i + digits), clock);
            }
        }
        if (stamp != null) {
            i = LinkLayer.blanks(text, stamp.next());
        }
        Moment at = stamp == null ? null : stamp.at();
        String dev = null;
        String direction = null;
        int metadata = text.startsWith("(", i) ? text.indexOf(") ", i) : -1;
        int firstEnd = wordEnd(text, i);
        int second = LinkLayer.blanks(text, firstEnd);
        int secondEnd = wordEnd(text, second);
        if (metadata > 0 && at != null) {
            // macOS's -k: "(en0, proc ssh:812, svc BE, out, so) IP …"
            int comma = Math.min(indexOf(text, ',', i, metadata), metadata);
            dev = text.substring(i + 1, comma);
            direction = text.indexOf(", out", i) > 0 && text.indexOf(", out", i) < metadata ? "Out" : "In";
            i = metadata + 2;
        } else if (isDirection(text, i, firstEnd) && second < text.length()) {
            direction = text.substring(i, firstEnd);
            i = second;
        } else if (isDirection(text, second, secondEnd) && !startsPacket(text, i)) {
            dev = text.substring(i, firstEnd);
            direction = text.substring(second, secondEnd);
            i = LinkLayer.blanks(text, secondEnd);
        }
        LinkLayer link = LinkLayer.parse(text, i);
        if (at == null && link == null && LinkLayer.blanks(text, 0) > 0) {
            // indented, and no time to say that it is a frame nonetheless
            return null;
        }
        boolean sure = (at != null && inside) || (direction != null && (at != null || inside));
        Packet packet =
                link == null ? Packet.plain(text, i, at != null, inside, sure) : Packet.afterLink(text, link.next());
        if (packet == null) {
            return null;
        }
        String sourceMac = link == null ? null : link.sourceMac();
        String destinationMac = link == null ? null : link.destinationMac();
        return new FrameLine(at, dev, direction, sourceMac, destinationMac, packet.body());
    }

    private static int indexOf(String text, char c, int from, int otherwise) {
        int at = text.indexOf(c, from);
        return at < 0 ? otherwise : at;
    }

    private static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != ' ') {
            i++;
        }
        return i;
    }

    private static boolean isDirection(String text, int from, int to) {
        return switch (to - from) {
            case 1 -> "PMB?".indexOf(text.charAt(from)) >= 0;
            case 2 -> text.startsWith("In", from);
            case 3 -> text.startsWith("Out", from);
            default -> false;
        };
    }

    private static boolean startsPacket(String text, int from) {
        return text.startsWith("IP ", from)
                || text.startsWith("IP6 ", from)
                || text.startsWith("ARP", from)
                || text.startsWith("arp ", from);
    }
}
