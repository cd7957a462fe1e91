package astray.transcript.capture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -e} puts before the packet: {@code 02:… > ff:…, ethertype IPv4 (0x0800), length 74: }, or for a cooked
 * capture {@code ifindex 2 02:… ethertype IPv4 (0x0800), length 80: }.
 *
 * @param sourceMac the sender
 * @param destinationMac the receiver; {@code null} in a cooked capture
 * @param next where the protocol is named
 */
record LinkLayer(@Nullable String sourceMac, @Nullable String destinationMac, int next) {
    private static final int MAC_LENGTH = 17;
    private static final String BROADCAST = "Broadcast";

    /** Reads what begins here; {@code null} when it is no link-layer address. */
    static @Nullable LinkLayer parse(String text, int from) {
        int start = from;
        if (text.startsWith("ifindex ", start)) {
            int digits = Stamp.digits(text, start + 8);
            start = blanks(text, start + 8 + digits);
            if (text.startsWith("ethertype ", start)) {
                // a device without addresses, such as a tunnel
                return new LinkLayer(null, null, start);
            }
        }
        if (!isMac(text, start)) {
            return null;
        }
        String source = mac(text, start);
        int after = afterVendor(text, start + MAC_LENGTH);
        if (!text.startsWith(" > ", after)) {
            return text.startsWith(" ", after) ? new LinkLayer(source, null, after + 1) : null;
        }
        int target = after + 3;
        String destination;
        if (text.startsWith(BROADCAST, target)) {
            destination = "ff:ff:ff:ff:ff:ff";
            after = target + BROADCAST.length();
        } else if (isMac(text, target)) {
            destination = mac(text, target);
            after = afterVendor(text, target + MAC_LENGTH);
        } else {
            return null;
        }
        return text.startsWith(", ", after) ? new LinkLayer(source, destination, after + 2) : null;
    }

    private static String mac(String text, int from) {
        return text.substring(from, from + MAC_LENGTH).toLowerCase(Locale.ROOT);
    }

    private static boolean isMac(String text, int from) {
        if (from + MAC_LENGTH > text.length()) {
            return false;
        }
        for (int i = 0; i < MAC_LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean fits = i % 3 == 2 ? c == ':' : c < 128 && Character.digit(c, 16) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Without {@code -n} the vendor follows: {@code (oui Unknown)}. */
    private static int afterVendor(String text, int from) {
        if (text.startsWith(" (oui ", from)) {
            int close = text.indexOf(')', from);
            return close < 0 ? from : close + 1;
        }
        return from;
    }

    static int blanks(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
