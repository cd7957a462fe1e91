package astray.transcript.nettools;

import astray.facts.Address;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.iproute.IpRouteFormats;
import astray.transcript.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ifconfig(8) in its Linux, old Linux and BSD forms. Addresses are handed on as they come; the interface
 * follows them, since its link-layer address and status stand last.
 */
final class IfconfigReader implements Reader {
    /** How the lines begin that hold no fact; a line is taken for one only below an interface. */
    private static final List<String> NOISE = List.of(
            "RX",
            "TX",
            "collisions:",
            "Interrupt:",
            "Memory:",
            "Base",
            "DMA",
            "device",
            "options=",
            "nd6",
            "media:",
            "groups:",
            "Configuration:",
            "id",
            "maxage",
            "root",
            "ipfilter",
            "member:",
            "ifmaxaddr",
            "Address",
            "port",
            "capabilities=",
            "tunnel",
            "agent",
            "generation",
            "link",
            "scheduler:",
            "qosmarking",
            "vlan",
            "parent",
            "bond",
            "priority:",
            "index",
            "llprio",
            "description:",
            "carp:",
            "hwaddr",
            "effective",
            "uplink",
            "downlink",
            "xflags=",
            "eflags=",
            "type:",
            "state",
            "routermode4:",
            "low",
            "multistream",
            "desc:",
            "netif:",
            "flowswitch:",
            "laggproto",
            "laggport:",
            "lagghash",
            "ssid",
            "regdomain",
            "plugged:",
            "encap:",
            "drivername:",
            "syncookies",
            "inet",
            "inet6",
            "[NO");

    private static final int MAX_QUOTE = 1024;

    private final Sink sink;
    private final String unnamed;
    private @Nullable IfconfigDraft draft;
    private @Nullable Line draftLine;
    private String quote = "";
    private String head = "";
    private boolean begun;

    IfconfigReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        unnamed = asked(command);
    }

    /** The interface that the command names, for lines that stand alone behind a filter. */
    private static String asked(@Nullable Command command) {
        if (command != null
                && command.tool().equals("ifconfig")
                && command.words().size() > 1) {
            String word = command.words().get(1);
            if (!word.startsWith("-")) {
                return word;
            }
        }
        return IpRouteFormats.UNKNOWN_DEV;
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text();
        if (line.isBlank()) {
            return begun;
        }
        IfconfigDraft begins = IfconfigDraft.parse(text);
        if (begins != null) {
            flush();
            draft = begins;
            draftLine = line;
            head = text.strip();
            quote = head;
            begun = true;
            return true;
        }
        IfconfigDraft current = draft;
        String dev = current == null ? unnamed : current.dev();
        Address address = IfconfigAddress.parse(text, dev, current == null ? null : current.label());
        if (address != null) {
            begun = true;
            String own = text.strip();
            sink.fact(address, line, head.isEmpty() ? own : head + "\n" + own);
            return true;
        }
        return current != null && detail(current, text);
    }

    private boolean detail(IfconfigDraft current, String text) {
        Words words = new Words(text);
        String word = words.next();
        if (word == null) {
            return false;
        }
        boolean fact = current.takeHardware(word, words) || text.contains("Metric:") && current.takeOldFlags(text);
        if (word.equals("status:")) {
            current.takeStatus(words.rest());
            fact = true;
        }
        if (fact) {
            if (quote.length() < MAX_QUOTE) {
                quote += "\n" + text.strip();
            }
            return true;
        }
        for (String noise : NOISE) {
            char last = noise.charAt(noise.length() - 1);
            // "options=63<…>" and "collisions:0" go on behind their mark
            if (last == '=' || last == ':' ? word.startsWith(noise) : word.equals(noise)) {
                return true;
            }
        }
        return false;
    }

    private void flush() {
        if (draft != null && draftLine != null && !draft.isAlias()) {
            sink.fact(draft.link(), draftLine, quote);
        }
        draft = null;
        draftLine = null;
    }

    @Override
    public void end() {
        flush();
    }
}
