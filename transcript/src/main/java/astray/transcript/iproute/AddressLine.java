package astray.transcript.iproute;

import astray.facts.Address;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line of an address: {@code inet 10.20.0.2/24 brd 10.20.0.255 scope global eth0} (ip-address(8)). */
final class AddressLine {
    /** IFA_F_* of {@code linux/if_addr.h}, by the words of ip-address(8). */
    private static final Set<String> FLAGS = Set.of(
            "secondary",
            "temporary",
            "nodad",
            "optimistic",
            "dadfailed",
            "home",
            "deprecated",
            "tentative",
            "permanent",
            "mngtmpaddr",
            "noprefixroute",
            "autojoin",
            "stable-privacy",
            "dynamic");

    private AddressLine() {}

    /** Whether a line begins as one. */
    static boolean begins(String text) {
        Words words = new Words(text);
        String family = words.next();
        String address = words.next();
        return ("inet".equals(family) || "inet6".equals(family))
                && address != null
                && IpAddress.parse(head(address)) != null;
    }

    private static String head(String word) {
        int slash = word.indexOf('/');
        return slash < 0 ? word : word.substring(0, slash);
    }

    /**
     * Reads it.
     *
     * @param text from the word {@code inet} or {@code inet6} on
     * @param dev the interface it stands under; {@code null} when that is not shown and the label has to tell
     * @return {@code null} for any other line
     */
    static @Nullable Address parse(String text, @Nullable String dev) {
        Words words = new Words(text);
        Family family = "inet".equals(words.peek()) ? Family.INET : Family.INET6;
        if (!words.skip("inet") && !words.skip("inet6")) {
            return null;
        }
        String word = words.next();
        IpAddress address = word == null ? null : IpAddress.parse(head(word));
        if (word == null || address == null || address.family() != family) {
            return null;
        }
        Integer length = length(word);
        IpAddress peer = null;
        if (length == null && words.skip("peer")) {
            String other = words.next();
            if (other == null) {
                return null;
            }
            peer = IpAddress.parse(head(other));
            length = length(other);
        }
        if (length == null || length > family.bits() || peer != null && peer.family() != family) {
            return null;
        }
        return rest(words, dev, address, length, peer);
    }

    private static @Nullable Integer length(String word) {
        int slash = word.indexOf('/');
        return slash < 0 ? null : Numbers.parseInt(word.substring(slash + 1));
    }

    private static Address rest(
            Words words, @Nullable String dev, IpAddress address, int length, @Nullable IpAddress peer) {
        IpAddress broadcast = null;
        String scope = null;
        String label = null;
        List<String> flags = new ArrayList<>();
        for (String word = words.next(); word != null && !word.equals("valid_lft"); word = words.next()) {
            switch (word) {
                case "brd" -> broadcast = sameFamily(words.next(), address);
                case "scope" -> scope = words.next();
                case "any", "metric", "proto", "flags" -> words.next();
                default -> {
                    if (FLAGS.contains(word)) {
                        flags.add(word);
                    } else if (scope != null && address.family() == Family.INET) {
                        label = word;
                    }
                }
            }
        }
        if (label != null && dev != null && dev.length() > label.length() && dev.startsWith(label)) {
            // a line that breaks off within its last word
            label = null;
        }
        return new Address(owner(dev, label), address, length, peer, broadcast, scope, label, flags);
    }

    private static @Nullable IpAddress sameFamily(@Nullable String word, IpAddress address) {
        IpAddress parsed = word == null ? null : IpAddress.parse(word);
        return parsed != null && parsed.family() == address.family() ? parsed : null;
    }

    private static String owner(@Nullable String dev, @Nullable String label) {
        if (dev != null) {
            return dev;
        }
        if (label == null) {
            return IpRouteFormats.UNKNOWN_DEV;
        }
        int colon = label.indexOf(':');
        return colon > 0 ? label.substring(0, colon) : label;
    }

    /** Prints it from the word {@code inet} on, without a line end. */
    static void print(Address address, Appendable out) throws IOException {
        boolean inet = address.address().family() == Family.INET;
        out.append(inet ? "inet " : "inet6 ").append(address.address().toString());
        if (address.peer() != null) {
            out.append(" peer ").append(address.peer().toString());
        }
        out.append('/').append(Integer.toString(address.length()));
        if (address.broadcast() != null) {
            out.append(" brd ").append(address.broadcast().toString());
        }
        out.append(' ');
        if (address.scope() != null) {
            out.append("scope ").append(address.scope()).append(' ');
        }
        for (String flag : address.flags()) {
            out.append(flag).append(' ');
        }
        if (address.label() != null) {
            out.append(address.label());
        }
    }
}
