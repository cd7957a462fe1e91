package astray.transcript.nettools;

import astray.facts.Address;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Prefix;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The line of an address in ifconfig(8), in its Linux, old Linux and BSD forms. */
final class IfconfigAddress {
    private final Words words;
    private @Nullable IpAddress address;
    private @Nullable Integer length;
    private @Nullable IpAddress peer;
    private @Nullable IpAddress broadcast;
    private @Nullable String scope;
    private final List<String> flags = new ArrayList<>();

    private IfconfigAddress(Words words) {
        this.words = words;
    }

    /** Reads it; {@code null} for any other line, and for a mask that is none. */
    static @Nullable Address parse(String text, String dev, @Nullable String label) {
        Words words = new Words(text);
        boolean inet = words.skip("inet");
        if (!inet && !words.skip("inet6")) {
            return null;
        }
        IfconfigAddress line = new IfconfigAddress(words);
        if (!line.first()) {
            return null;
        }
        line.rest();
        IpAddress address = line.address;
        Integer length = line.length;
        if (address == null || length == null || inet != (address.family() == Family.INET)) {
            return null;
        }
        if (length < 0 || length > address.family().bits()) {
            return null;
        }
        return new Address(dev, address, length, line.peer, line.broadcast, line.scope, label, line.flags);
    }

    /** {@code 10.0.0.5}, {@code addr:10.0.0.5}, {@code addr: fe80::1/64}, {@code fe80::1%en0}. */
    private boolean first() {
        String word = words.next();
        if (word != null && word.equals("addr:")) {
            word = words.next();
        } else if (word != null && word.startsWith("addr:")) {
            word = word.substring("addr:".length());
        }
        if (word == null) {
            return false;
        }
        int slash = word.indexOf('/');
        if (slash > 0) {
            length = Numbers.parseInt(word.substring(slash + 1));
            word = word.substring(0, slash);
        }
        address = ip(word);
        return address != null;
    }

    private static @Nullable IpAddress ip(@Nullable String word) {
        int zone = word == null ? -1 : word.indexOf('%');
        return word == null ? null : IpAddress.parse(zone < 0 ? word : word.substring(0, zone));
    }

    private void rest() {
        for (String word = words.next(); word != null; word = words.next()) {
            int colon = word.indexOf(':');
            String name = colon > 0 ? word.substring(0, colon + 1) : word;
            String value = colon > 0 ? word.substring(colon + 1) : "";
            switch (name) {
                case "netmask" -> length = mask(words.next());
                case "prefixlen" -> length = Numbers.parseInt(words.next());
                case "broadcast" -> broadcast = ip(words.next());
                case "destination", "-->" -> peer = ip(words.next());
                case "scopeid" -> scope = scope(words.next());
                case "Mask:" -> length = mask(value);
                case "Bcast:" -> broadcast = ip(value);
                case "P-t-P:" -> peer = ip(value);
                case "Scope:" -> scope = value.toLowerCase(Locale.ROOT);
                case "duplicated" -> flags.add("dadfailed");
                case "autoconf", "secured", "temporary", "deprecated", "tentative", "dynamic", "detached", "anycast" ->
                    flags.add(name);
                default -> {
                    // pltime, vltime, vhid and their values: not facts
                }
            }
        }
        if (address != null && length == null && peer != null) {
            length = address.family().bits();
        }
    }

    /** {@code 0x20<link>}; BSD's number alone is the zone and no scope. */
    private static @Nullable String scope(@Nullable String word) {
        int open = word == null ? -1 : word.indexOf('<');
        if (word == null || open < 0 || !word.endsWith(">")) {
            return null;
        }
        String inside = word.substring(open + 1, word.length() - 1);
        return inside.isEmpty() ? null : inside;
    }

    /** {@code 255.255.255.0} or {@code 0xffffff00}. */
    private static @Nullable Integer mask(@Nullable String word) {
        if (word == null) {
            return null;
        }
        IpAddress mask = null;
        if (word.startsWith("0x") && word.length() == 10) {
            try {
                mask = IpAddress.v4(Integer.parseUnsignedInt(word, 2, 10, 16));
            } catch (NumberFormatException notHexadecimal) {
                return null;
            }
        } else {
            mask = IpAddress.parse(word);
        }
        int bits = mask == null || mask.family() != Family.INET ? -1 : Prefix.lengthOfNetmask(mask);
        return bits < 0 ? null : Integer.valueOf(bits);
    }
}
