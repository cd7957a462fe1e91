package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * A frame or packet as tcpdump's one line shows it.
 *
 * @param at when it was seen
 * @param dev the interface, shown by {@code tcpdump -i any} of libpcap 1.10 and later
 * @param direction {@code In}, {@code Out}, {@code P}, {@code M} or {@code B}, as shown
 * @param sourceMac the sender's link-layer address (with {@code -e})
 * @param destinationMac the receiver's link-layer address (with {@code -e})
 * @param body what it carries
 */
public record Frame(
        @Nullable Moment at,
        @Nullable String dev,
        @Nullable String direction,
        @Nullable String sourceMac,
        @Nullable String destinationMac,
        Body body)
        implements Fact {

    /** What a frame carries. */
    public sealed interface Body {}

    /**
     * An ARP request or reply (RFC 826), or an IPv6 neighbour solicitation or advertisement (RFC 4861).
     *
     * @param reply whether it is the answer
     * @param about the address that is asked for or told
     * @param teller who asks (by address or name); {@code null} in a reply
     * @param lladdr the link-layer address told in a reply
     */
    public record Resolution(
            boolean reply,
            Endpoint about,
            @Nullable Endpoint teller,
            @Nullable String lladdr) implements Body {}

    /**
     * A TCP segment.
     *
     * @param source the sender
     * @param destination the receiver
     * @param flags as tcpdump prints them: {@code S}, {@code S.}, {@code P.}, {@code R}, …
     * @param details everything between the flags and the length, as shown
     * @param length the payload's length in bytes; {@code null} when not shown
     */
    public record Tcp(
            Endpoint source,
            Endpoint destination,
            String flags,
            String details,
            @Nullable Integer length) implements Body {

        /** A connection's first segment, whatever it says of congestion ({@code S}, {@code SEW}). */
        public boolean opens() {
            return flags.indexOf('S') >= 0 && flags.indexOf('.') < 0 && !resets();
        }

        /** The answer to a connection's first segment ({@code S.}, {@code S.E}). */
        public boolean accepts() {
            return flags.indexOf('S') >= 0 && flags.indexOf('.') >= 0 && !resets();
        }

        /** Whether the connection is refused or broken off. */
        public boolean resets() {
            return flags.contains("R");
        }
    }

    /** A UDP datagram; {@code details} is what tcpdump says of its contents. */
    public record Udp(Endpoint source, Endpoint destination, String details) implements Body {}

    /** An ICMP or ICMPv6 message; {@code details} is tcpdump's words, such as {@code echo request, id 1, seq 1}. */
    public record Icmp(Endpoint source, Endpoint destination, String details) implements Body {

        /** Whether it is an echo request. */
        public boolean echoRequest() {
            return details.startsWith("echo request");
        }

        /** Whether it is an echo reply. */
        public boolean echoReply() {
            return details.startsWith("echo reply");
        }
    }

    /** Anything else, by tcpdump's words. */
    public record Other(@Nullable Endpoint source, @Nullable Endpoint destination, String details) implements Body {}
}
