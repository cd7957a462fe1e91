package astray.packet.text;

import astray.facts.Family;
import astray.facts.IpAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a protocol prints from and prints to: the packet's bytes with the place at which they end, the text so far, the
 * options, and what is remembered from packet to packet. Offsets are into the packet's buffer; numbers are big-endian
 * unless the getter says otherwise.
 *
 * <p>A protocol that carries others may bring the end nearer ({@link #endAt}): what lies behind a datagram's end is
 * padding.
 */
final class Sheet {
    final PrintOptions options;
    int v;
    final Names names;
    final Line line;
    final TcpStreams streams = new TcpStreams();
    final NfsCalls nfsCalls = new NfsCalls();
    final Slip.State slip = new Slip.State();
    final RxCalls rxCalls = new RxCalls();
    final QuicIds quicIds = new QuicIds();
    final IkeInitiators ikeInitiators = new IkeInitiators();

    private final Map<IpAddress, String> hosts = new HashMap<>();
    private final String[] tcpServices = new String[1 << 16];
    private final String[] udpServices = new String[1 << 16];

    /** Packets in packets in packets: what is deeper is not looked at. */
    static final int DEEPEST = 16;

    /** The protocol that is being printed, as {@code [|…]} names it. */
    String protocol = "";

    /** How deep packets lie in packets. */
    int depth;

    /** The link-layer addresses of the frame, for what prints them again; -1 for none. */
    int linkSource = -1;

    int linkDestination = -1;

    private byte[] bytes = new byte[0];
    private int start;
    private int end;

    Sheet(PrintOptions options, Names names, Line line) {
        this.options = options;
        this.v = options.verbosity();
        this.names = names;
        this.line = line;
    }

    /** Turns to another packet. */
    void turnTo(byte[] packet, int from, int to) {
        bytes = packet;
        start = from;
        end = to;
        protocol = "";
        depth = 0;
        linkSource = -1;
        linkDestination = -1;
    }

    /** The packet's bytes. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the packet begins. */
    int start() {
        return start;
    }

    /** Where the captured bytes end. */
    int end() {
        return end;
    }

    /** How many captured bytes there are from a place on; 0 beyond the end. */
    int captured(int at) {
        return Math.max(0, end - at);
    }

    /** Brings the end nearer, never farther; the end that was. */
    int endAt(int newEnd) {
        int before = end;
        if (newEnd < end && newEnd >= start) {
            end = newEnd;
        }
        return before;
    }

    /** Sets the end back to one that {@link #endAt} told. */
    void endAgain(int before) {
        end = before;
    }

    /** Prints from other bytes, that were decoded out of the packet's own; then these are turned to again. */
    void elsewhere(byte[] other, int count, Runnable printing) {
        byte[] bytesBefore = bytes;
        int startBefore = start;
        int endBefore = end;
        bytes = other;
        start = 0;
        end = count;
        try {
            printing.run();
        } finally {
            bytes = bytesBefore;
            start = startBefore;
            end = endBefore;
        }
    }

    // -- getters ------------------------------------------------------------------------------------------------

    /** Whether so many bytes were captured at a place. */
    boolean has(int at, int count) {
        return count >= 0 && at >= start && at <= end - count;
    }

    /** Ends the printing unless so many bytes were captured at a place. */
    void need(int at, int count) {
        if (!has(at, count)) {
            throw Truncated.HERE;
        }
    }

    int u8(int at) {
        need(at, 1);
        return bytes[at] & 0xff;
    }

    int be16(int at) {
        need(at, 2);
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    int be24(int at) {
        need(at, 3);
        return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
    }

    /** 32 bits as they stand; {@link #be32} for a number without a sign. */
    int s32(int at) {
        need(at, 4);
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    long be32(int at) {
        return s32(at) & 0xffffffffL;
    }

    long be48(int at) {
        return (long) be16(at) << 32 | be32(at + 2);
    }

    /** 64 bits as they stand. */
    long be64(int at) {
        return (long) s32(at) << 32 | be32(at + 4);
    }

    int le16(int at) {
        need(at, 2);
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    long le32(int at) {
        return Integer.reverseBytes(s32(at)) & 0xffffffffL;
    }

    long le64(int at) {
        return Long.reverseBytes(be64(at));
    }

    // -- text -----------------------------------------------------------------------------------------------------

    Line text(String text) {
        return line.text(text);
    }

    /** {@code  (invalid)}. */
    void invalid() {
        line.text(" (invalid)");
    }

    /** Says what is wrong with a number, as {@code [length 3 < 8]}, and that this is invalid. */
    void invalid(String what, long value, String relation, long limit) {
        line.text(" [")
                .text(what)
                .put(' ')
                .number(value)
                .put(' ')
                .text(relation)
                .put(' ')
                .number(limit);
        line.text("] (invalid)");
    }

    /** {@code  [|protocol]}. */
    void truncated() {
        line.text(" [|").text(protocol).put(']');
    }

    /** A link-layer address of any length, as hexadecimal bytes between colons. */
    void mac(int at, int length) {
        need(at, length);
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                line.put(':');
            }
            line.hex(bytes[at + i] & 0xff, 2);
        }
    }

    /** An Ethernet address. */
    void mac(int at) {
        mac(at, 6);
    }

    /** An IPv4 address, or the name of its host. */
    void host4(int at) {
        int address = s32(at);
        if (options.numeric()) {
            line.ip4(address);
        } else {
            line.text(name(IpAddress.v4(address)));
        }
    }

    /** An IPv6 address, or the name of its host. */
    void host6(int at) {
        need(at, 16);
        if (options.numeric()) {
            ip6(at);
        } else {
            line.text(name(new IpAddress(Family.INET6, be64(at), be64(at + 8))));
        }
    }

    /** An IPv4 address of four bytes that need not be the packet's, or the name of its host. */
    void host4(byte[] address) {
        int number = (int) Octets.be32(address, 0);
        if (options.numeric()) {
            line.ip4(number);
        } else {
            line.text(name(IpAddress.v4(number)));
        }
    }

    /** An IPv6 address of sixteen bytes that need not be the packet's, or the name of its host. */
    void host6(byte[] address) {
        long high = Octets.be32(address, 0) << 32 | Octets.be32(address, 4);
        long low = Octets.be32(address, 8) << 32 | Octets.be32(address, 12);
        if (options.numeric()) {
            Ip6Text.print(line, high, low);
        } else {
            line.text(name(new IpAddress(Family.INET6, high, low)));
        }
    }

    /** An IPv6 address as a number, in the form of inet_ntop(3). */
    void ip6(int at) {
        Ip6Text.print(line, be64(at), be64(at + 8));
    }

    private String name(IpAddress address) {
        String known = hosts.get(address);
        if (known == null) {
            String name = names.host(address);
            int dot = name == null || !options.shortNames() ? -1 : name.indexOf('.');
            known = name == null ? Ip6Text.of(address) : Printables.of(dot > 0 ? name.substring(0, dot) : name);
            if (hosts.size() < 1 << 16) {
                hosts.put(address, known);
            }
        }
        return known;
    }

    /** The name of an interface by its index; {@code ?} where nobody knows it. */
    String interfaceName(long index) {
        String name = names.link(index);
        return name == null ? "?" : Printables.of(name);
    }

    /** A TCP port, or the name of its service. */
    void tcpPort(int port) {
        port(tcpServices, "tcp", port);
    }

    /** A UDP port, or the name of its service. */
    void udpPort(int port) {
        port(udpServices, "udp", port);
    }

    private void port(String[] known, String transport, int port) {
        if (options.numeric()) {
            line.number(port);
            return;
        }
        String name = known[port];
        if (name == null) {
            String service = names.service(transport, port);
            name = service == null ? Integer.toString(port) : Printables.of(service);
            known[port] = name;
        }
        line.text(name);
    }

    /** One character of a packet's text: printable ones as they are, others as vis(3) has them ({@code ^A}, {@code M-a}). */
    void character(int c) {
        if (c >= 0x80) {
            line.text("M-");
            c &= 0x7f;
        }
        if (c < 0x20 || c == 0x7f) {
            line.put('^').put(c ^ 0x40);
        } else {
            line.put(c);
        }
    }

    /** One character of text that is known to be printable, or a tab. */
    void printable(int c) {
        line.put(c);
    }

    /** Characters up to a zero byte, a count, or the end of what was captured; whether the end came first. */
    boolean characters(int at, int count) {
        for (int i = 0; i < count; i++) {
            if (!has(at + i, 1)) {
                return true;
            }
            int c = u8(at + i);
            if (c == 0) {
                return false;
            }
            character(c);
        }
        return false;
    }

    /** Exactly so many characters, zero bytes too; whether the captured bytes end among them. */
    boolean allCharacters(int at, int count) {
        for (int i = 0; i < count; i++) {
            if (!has(at + i, 1)) {
                return true;
            }
            character(u8(at + i));
        }
        return false;
    }

    /** Text of a field that zero bytes fill up: ends at the first of these; ends the printing where it was cut off. */
    void padded(int at, int count) {
        if (characters(at, count)) {
            throw Truncated.HERE;
        }
    }

    /** All characters of a field, zero bytes too; ends the printing where it was cut off. */
    void exactly(int at, int count) {
        if (allCharacters(at, count)) {
            throw Truncated.HERE;
        }
    }

    /** The word that a table has for a number, else a text with the number behind it. */
    static String word(String[] table, int number, String otherwise) {
        String word = number >= 0 && number < table.length ? table[number] : null;
        return word == null || word.isEmpty() ? otherwise + number : word;
    }

    /** Names of the bits that are set, in the table's order, with a text between; {@code none} when none is. */
    void bits(Bit[] table, int value, String between) {
        boolean first = true;
        for (Bit bit : table) {
            if ((value & bit.mask()) == bit.mask()) {
                line.text(first ? "" : between).text(bit.name());
                first = false;
            }
        }
        if (first) {
            line.text("none");
        }
    }

    /**
     * A bit, or bits, with a name.
     *
     * @param mask all of these must be set
     * @param name as it is printed
     */
    record Bit(int mask, String name) {}

    /** The text of a table's entry; {@code null} for none. */
    static @Nullable String entry(Map<Integer, String> table, int number) {
        return table.get(number);
    }
}
