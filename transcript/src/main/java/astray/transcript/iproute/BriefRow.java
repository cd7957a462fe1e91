package astray.transcript.iproute;

import astray.facts.Address;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ip -br addr} or {@code ip -br link}: the name, the state, and either addresses or the link-layer
 * address and the flags.
 *
 * @param link the interface
 * @param addresses its addresses
 * @param shape which of the two it is, where it tells
 */
record BriefRow(Link link, List<Address> addresses, Shape shape) {

    /** What stands behind the name and the state. */
    enum Shape {
        /** Nothing, as in many another tool's rows. */
        BARE,
        /** Addresses. */
        ADDRESSES,
        /** The link-layer address and the flags. */
        LINK
    }

    /** The operational states of RFC 2863 as ip(8) names them. */
    private static final Set<String> STATES =
            Set.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP");

    private static final int NAME_WIDTH = 17;

    /** Reads a row; {@code null} for any other line. */
    static @Nullable BriefRow parse(String text) {
        Words words = new Words(text);
        String named = words.next();
        String state = words.next();
        if (named == null || state == null || !STATES.contains(state) || named.endsWith(":")) {
            return null;
        }
        boolean padded = words.start() == Math.max(NAME_WIDTH, named.length() + 1);
        int at = named.indexOf('@');
        String name = at < 0 ? named : named.substring(0, at);
        String peer = at < 0 ? null : named.substring(at + 1);
        String next = words.peek();
        if (name.isEmpty() || next == null && !padded) {
            return null;
        }
        if (next == null || next.indexOf('/') > 0 || text.contains(" peer ")) {
            List<Address> addresses = addresses(words, name);
            Link link = new Link(null, name, peer, List.of(), null, null, null, state, null, null, null);
            return addresses == null
                    ? null
                    : new BriefRow(link, addresses, next == null ? Shape.BARE : Shape.ADDRESSES);
        }
        return linkRow(words, name, peer, state);
    }

    private static @Nullable BriefRow linkRow(Words words, String name, @Nullable String peer, String state) {
        String first = words.next();
        String lladdr = null;
        if (first != null && !first.startsWith("<")) {
            if (first.indexOf(':') < 0 && first.indexOf('.') < 0) {
                return null;
            }
            lladdr = first.toLowerCase(Locale.ROOT);
            first = words.next();
        }
        if (first == null || !LinkDraft.isFlags(first) || words.more()) {
            return null;
        }
        Link link = new Link(null, name, peer, LinkDraft.flags(first), null, null, null, state, null, lladdr, null);
        return new BriefRow(link, List.of(), Shape.LINK);
    }

    private static @Nullable List<Address> addresses(Words words, String name) {
        List<Address> addresses = new ArrayList<>();
        for (String word = words.next(); word != null; word = words.next()) {
            if (word.equals("metric")) {
                words.next();
                continue;
            }
            int slash = word.indexOf('/');
            IpAddress address = IpAddress.parse(slash < 0 ? word : word.substring(0, slash));
            IpAddress peer = null;
            String sized = word;
            if (address != null && slash < 0 && words.skip("peer")) {
                String other = words.next();
                sized = other == null ? word : other;
                slash = sized.indexOf('/');
                peer = slash < 0 ? null : IpAddress.parse(sized.substring(0, slash));
            }
            Integer length = slash < 0 ? null : Numbers.parseInt(sized.substring(slash + 1));
            if (address == null || length == null || length > address.family().bits()) {
                // a row that breaks off within its last address still names its interface
                return words.more() || addresses.isEmpty() && address == null ? null : addresses;
            }
            addresses.add(new Address(name, address, length, peer, null, null, null, List.of()));
        }
        return addresses;
    }
}
