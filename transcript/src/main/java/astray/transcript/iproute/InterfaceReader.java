package astray.transcript.iproute;

import astray.facts.Address;
import astray.facts.BridgePort;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ip addr} and {@code ip link}, with {@code -o}, {@code -d} and {@code -s} in any mixture: they differ
 * in which lines they leave out and in how lines are joined. Of an interface only its own two or three lines are
 * held until its first address.
 */
final class InterfaceReader implements Reader {
    private final Sink sink;
    private final @Nullable String askedDev;
    private @Nullable LinkDraft draft;
    private @Nullable Line draftLine;
    private String draftText = "";
    private @Nullable String dev;
    private String devText = "";
    private boolean begun;
    private boolean counters;

    InterfaceReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        IpCommand ip = IpCommand.of(command);
        askedDev = ip == null ? null : ip.dev();
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text();
        int joint = text.indexOf('\\');
        boolean accepted = joint < 0 ? piece(line, text) : pieces(line, text, joint);
        begun |= accepted;
        return accepted;
    }

    /** A line of {@code -o}: the lines of an interface or address, joined by backslashes. */
    private boolean pieces(Line line, String text, int joint) {
        if (!piece(line, text.substring(0, joint))) {
            return false;
        }
        begun = true;
        int from = joint + 1;
        while (from < text.length()) {
            int to = text.indexOf('\\', from);
            int end = to < 0 ? text.length() : to;
            piece(line, text.substring(from, end));
            from = end + 1;
        }
        return true;
    }

    private boolean piece(Line line, String text) {
        LinkDraft begins = LinkDraft.parse(text);
        if (begins != null) {
            flush();
            draft = begins;
            draftLine = line;
            draftText = text.strip();
            dev = begins.name();
            devText = draftText;
            counters = false;
            return true;
        }
        if (address(line, text) || onelineAddress(line, text)) {
            return true;
        }
        return detail(text);
    }

    private boolean address(Line line, String text) {
        Address address = AddressLine.begins(text) ? AddressLine.parse(text, dev != null ? dev : askedDev) : null;
        if (address == null) {
            return false;
        }
        flush();
        String own = text.strip();
        sink.fact(address, line, devText.isEmpty() ? own : devText + "\n" + own);
        return true;
    }

    /** {@code 2: eth0    inet 10.20.0.2/24 …}. */
    private boolean onelineAddress(Line line, String text) {
        int at = onelineAddressAt(text);
        if (at < 0) {
            return false;
        }
        Words words = new Words(text);
        words.next();
        String name = words.next();
        Address address = AddressLine.parse(text.substring(at), name);
        if (address == null) {
            return false;
        }
        flush();
        dev = null;
        devText = "";
        sink.fact(address, line, text.strip());
        return true;
    }

    /** Where the address begins in a line of {@code ip -o addr}, or -1 in any other. */
    static int onelineAddressAt(String text) {
        Words words = new Words(text);
        String index = words.next();
        if (index == null
                || !index.endsWith(":")
                || Numbers.parseInt(index.substring(0, index.length() - 1)) == null
                || words.next() == null
                || words.next() == null) {
            return -1;
        }
        return AddressLine.begins(text.substring(words.start())) ? words.start() : -1;
    }

    /** A line that belongs to the interface before it. */
    private boolean detail(String text) {
        Words words = new Words(text);
        String word = words.next();
        if (word == null) {
            return false;
        }
        if (isLinkLine(text)) {
            LinkDraft current = draft;
            if (current != null && current.readLinkLine(text)) {
                draftText += "\n" + text.strip();
            }
            return true;
        }
        if (word.equals("valid_lft")) {
            return true;
        }
        if (!begun) {
            return false;
        }
        if (counters && isNumber(word)) {
            return true;
        }
        counters = word.equals("RX:") || word.equals("TX:") || isErrorCounters(word, words.peek());
        if (counters) {
            return true;
        }
        return switch (word) {
            case "altname", "alias", "vf", "xstats:" -> true;
            case "bridge_slave" -> bridgePort(words, text);
            case "bond_slave", "vrf_slave", "team_slave" ->
                text.contains(" state ") || text.contains(" table ") || text.contains(" addrgenmode ");
            default -> word.startsWith("prog/") || draft != null && draft.takeKind(text);
        };
    }

    /** {@code bridge_slave state forwarding priority 32 …}, in {@code -d}. */
    private boolean bridgePort(Words words, String text) {
        LinkDraft current = draft;
        Line line = draftLine;
        if (!words.skip("state")) {
            return false;
        }
        String state = words.next();
        String bridge = current == null ? null : current.master();
        if (current != null && line != null && state != null && bridge != null) {
            String port = current.name();
            String proof = draftText + "\n" + text.strip();
            flush();
            sink.fact(new BridgePort(port, bridge, state), line, proof);
        }
        return true;
    }

    /** {@code link/ether 52:54:00:00:20:02 brd …}. */
    static boolean isLinkLine(String text) {
        Words words = new Words(text);
        String word = words.next();
        return word != null && word.startsWith("link/") && word.length() > 5;
    }

    private static boolean isErrorCounters(String word, @Nullable String next) {
        return (word.equals("RX") || word.equals("TX")) && "errors:".equals(next);
    }

    private static boolean isNumber(String word) {
        int end = word.length();
        // -h shortens: 3.25k
        return end > 0 && Character.isDigit(word.charAt(0)) && (end == 1 || word.indexOf(':') < 0);
    }

    private void flush() {
        if (draft != null && draftLine != null) {
            sink.fact(draft.link(), draftLine, draftText);
        }
        draft = null;
        draftLine = null;
    }

    @Override
    public void end() {
        flush();
    }
}
