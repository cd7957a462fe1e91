package astray.transcript.capture;

import astray.facts.Endpoint;
import astray.facts.Frame;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who has an address: ARP (RFC 826) and its part in ICMPv6 (RFC 4861). */
final class Resolutions {
    private Resolutions() {}

    /** What stands behind {@code ARP, }; an operation that is neither request nor reply stays as it is. */
    static Frame.Body arp(String text, int from) {
        int at = text.indexOf("who-has ", from);
        if (at >= 0) {
            String about = word(text, at + 8);
            int tell = text.indexOf(" tell ", at);
            Endpoint teller = tell < 0 ? null : Ends.place(word(text, tell + 6));
            return new Frame.Resolution(false, Ends.place(about), teller, null);
        }
        at = text.indexOf(" is-at ", from);
        if (at >= 0) {
            int start = text.lastIndexOf(' ', at - 1) + 1;
            String about = text.substring(Math.max(start, from), at);
            String lladdr = word(text, at + 7);
            return new Frame.Resolution(true, Ends.place(about), null, lladdr(lladdr));
        }
        // RFC 5227: an announcement is a request for one's own address, a probe has no sender yet
        at = text.indexOf("Announcement ", from);
        if (at >= 0) {
            Endpoint self = Ends.place(word(text, at + 13));
            return new Frame.Resolution(false, self, self, null);
        }
        at = text.indexOf("Probe ", from);
        if (at >= 0) {
            return new Frame.Resolution(false, Ends.place(word(text, at + 6)), Ends.place("0.0.0.0"), null);
        }
        return new Frame.Other(null, null, "ARP, " + text.substring(from).strip());
    }

    /** A neighbour's solicitation or advertisement; {@code null} for any other message of ICMPv6. */
    static Frame.@Nullable Resolution icmp6(String details, Endpoint source) {
        if (details.startsWith("neighbor solicitation")) {
            int at = details.indexOf("who has ");
            return at < 0 ? null : new Frame.Resolution(false, Ends.place(word(details, at + 8)), source, null);
        }
        if (details.startsWith("neighbor advertisement")) {
            int at = details.indexOf("tgt is ");
            return at < 0 ? null : new Frame.Resolution(true, Ends.place(word(details, at + 7)), null, null);
        }
        return null;
    }

    /** The address that the line below an advertisement tells with {@code -v}; {@code null} for any other line. */
    static @Nullable String told(String text) {
        int at = text.indexOf("destination link-address option");
        int colon = at < 0 ? -1 : text.indexOf("): ", text.indexOf(',', at) < 0 ? at : text.indexOf(',', at));
        return colon < 0 ? null : lladdr(word(text, colon + 3));
    }

    private static String lladdr(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The word that begins here, without a comma behind it. */
    private static String word(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ',') {
            end++;
        }
        return text.substring(from, end);
    }
}
