package astray.transcript.iproute;

import astray.facts.Address;
import astray.facts.BridgePort;
import astray.facts.Fact;
import astray.facts.Link;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ip addr} and {@code ip link} (ip-address(8), ip-link(8)), plain, with {@code -d}, and with {@code -o}. */
public final class InterfaceFormat implements Format {
    private enum Style {
        ADDR("ip addr"),
        ADDR_DETAILS("ip -d addr"),
        ADDR_ONELINE("ip -o addr"),
        LINK("ip link"),
        LINK_DETAILS("ip -d link"),
        LINK_ONELINE("ip -o link");

        private final String command;

        Style(String command) {
            this.command = command;
        }

        boolean addresses() {
            return this == ADDR || this == ADDR_DETAILS || this == ADDR_ONELINE;
        }

        boolean oneline() {
            return this == ADDR_ONELINE || this == LINK_ONELINE;
        }

        boolean details() {
            return this == ADDR_DETAILS || this == LINK_DETAILS;
        }
    }

    private final Style style;

    private InterfaceFormat(Style style) {
        this.style = style;
    }

    /** {@code ip addr}: interfaces, each with its addresses. */
    public static InterfaceFormat addr() {
        return new InterfaceFormat(Style.ADDR);
    }

    /** {@code ip -d addr}: with the kinds of the interfaces. */
    public static InterfaceFormat addrDetails() {
        return new InterfaceFormat(Style.ADDR_DETAILS);
    }

    /** {@code ip -o addr}: a line for each address, none for the interface itself. */
    public static InterfaceFormat addrOneline() {
        return new InterfaceFormat(Style.ADDR_ONELINE);
    }

    /** {@code ip link}. */
    public static InterfaceFormat link() {
        return new InterfaceFormat(Style.LINK);
    }

    /** {@code ip -d link}: with the kinds of the interfaces. */
    public static InterfaceFormat linkDetails() {
        return new InterfaceFormat(Style.LINK_DETAILS);
    }

    /** {@code ip -o link}: a line for each interface. */
    public static InterfaceFormat linkOneline() {
        return new InterfaceFormat(Style.LINK_ONELINE);
    }

    @Override
    public String name() {
        return style.command;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        boolean joined = first.indexOf('\\') >= 0;
        String piece = joined ? first.substring(0, first.indexOf('\\')) : first;
        if (InterfaceReader.onelineAddressAt(piece) >= 0) {
            return style == Style.ADDR_ONELINE ? CERTAIN : NO;
        }
        if (LinkDraft.parse(piece) != null) {
            boolean details = !joined && head.size() > 1 && head.get(1).text().contains(" promiscuity ");
            boolean fits = piece.contains(" mode ") != style.addresses()
                    && joined == style.oneline()
                    && details == style.details();
            return fits ? CERTAIN : LIKELY;
        }
        if (style != Style.ADDR) {
            return NO;
        }
        return recogniseExcerpt(first, command);
    }

    /** A listing that begins below an interface's first line, or of which only the addresses are left. */
    private static int recogniseExcerpt(String first, @Nullable Command command) {
        if (AddressLine.begins(first) && AddressLine.parse(first, null) != null) {
            IpCommand ip = IpCommand.of(command);
            return first.contains(" scope ") || ip != null ? CERTAIN : NO;
        }
        boolean linkLine = InterfaceReader.isLinkLine(first) && first.contains(" brd ");
        return linkLine || first.strip().startsWith("valid_lft ") ? LIKELY : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new InterfaceReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        if (style == Style.ADDR_ONELINE) {
            printAddressLines(facts, out);
            return;
        }
        for (Fact fact : facts) {
            if (fact instanceof Link link) {
                printLink(link, out);
                if (style.details()) {
                    printPort(link, facts, out);
                }
                if (style.addresses()) {
                    printAddresses(link, facts, out);
                }
            }
        }
    }

    private void printLink(Link link, Appendable out) throws IOException {
        LinkPrinter.head(link, !style.addresses(), out);
        out.append(style.oneline() ? "\\" : "\n");
        if (link.linkType() != null) {
            out.append("    ");
            LinkPrinter.linkLine(link, style.details(), out);
            if (!style.oneline()) {
                out.append('\n');
            }
        }
        if (style.oneline()) {
            out.append('\n');
        }
        if (style.details() && link.kind() != null) {
            out.append("    ").append(link.kind()).append(" addrgenmode eui64 \n");
        }
    }

    private static void printPort(Link link, List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof BridgePort port && port.dev().equals(link.name())) {
                out.append("    bridge_slave state ").append(port.state()).append(" priority 32 cost 2 \n");
            }
        }
    }

    private static void printAddresses(Link link, List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Address address && address.dev().equals(link.name())) {
                out.append("    ");
                AddressLine.print(address, out);
                out.append("\n       valid_lft forever preferred_lft forever\n");
            }
        }
    }

    /** The indexes are the links' where those are among the facts, else numbered in the order of appearance. */
    private static void printAddressLines(List<? extends Fact> facts, Appendable out) throws IOException {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Link link && link.index() != null) {
                indexes.put(link.name(), link.index());
            }
        }
        for (Fact fact : facts) {
            if (fact instanceof Address address) {
                Integer index = indexes.get(address.dev());
                if (index == null) {
                    index = indexes.size() + 1;
                    indexes.put(address.dev(), index);
                }
                out.append(index.toString()).append(": ").append(address.dev()).append("    ");
                AddressLine.print(address, out);
                out.append("\\       valid_lft forever preferred_lft forever\n");
            }
        }
    }
}
