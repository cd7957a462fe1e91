package astray.transcript.nettools;

import astray.facts.Address;
import astray.facts.Fact;
import astray.facts.Link;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.iproute.IpRouteFormats;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ifconfig} (ifconfig(8)): as net-tools 2 prints it, as net-tools 1 did, and as macOS and the BSDs do. */
public final class IfconfigFormat implements Format {
    private final String name;
    private final IfconfigPrinter printer;

    private IfconfigFormat(String name, IfconfigPrinter printer) {
        this.name = name;
        this.printer = printer;
    }

    /** {@code eth0: flags=4163<UP,…>  mtu 1500}. */
    public static IfconfigFormat linux() {
        return new IfconfigFormat("ifconfig", new IfconfigPrinter.Linux());
    }

    /** {@code eth0      Link encap:Ethernet  HWaddr …}. */
    public static IfconfigFormat oldLinux() {
        return new IfconfigFormat("ifconfig (net-tools 1)", new IfconfigPrinter.OldLinux());
    }

    /** {@code en0: flags=8863<UP,…> mtu 1500}. */
    public static IfconfigFormat bsd() {
        return new IfconfigFormat("ifconfig (BSD)", new IfconfigPrinter.Bsd());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (IfconfigDraft.parse(first) != null) {
            return printer.owns(first) ? CERTAIN : LIKELY;
        }
        Address left = IfconfigAddress.parse(first, IpRouteFormats.UNKNOWN_DEV, null);
        if (left == null || !isLeftOver(first)) {
            return NO;
        }
        return printer.owns(first) ? CERTAIN : LIKELY;
    }

    /** What {@code ifconfig | grep inet} leaves; {@code inet 10.0.0.5/24 …} is ip's. */
    private static boolean isLeftOver(String text) {
        return text.contains(" netmask ") || text.contains(" prefixlen ") || text.contains(" addr:");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new IfconfigReader(sink, command);
    }

    /** Prints interfaces with their addresses; addresses of an interface that is not known stand alone, as filtered. */
    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Address address && address.dev().equals(IpRouteFormats.UNKNOWN_DEV)) {
                printer.address(address, out);
            }
        }
        for (Fact fact : facts) {
            if (fact instanceof Link link) {
                print(link, facts, out);
            }
        }
    }

    private void print(Link link, List<? extends Fact> facts, Appendable out) throws IOException {
        printer.head(link, link.name(), out);
        for (Fact fact : facts) {
            if (fact instanceof Address address && address.dev().equals(link.name()) && !isAlias(address)) {
                printer.address(address, out);
            }
        }
        printer.tail(link, out);
        for (Fact fact : facts) {
            if (fact instanceof Address address && address.dev().equals(link.name()) && isAlias(address)) {
                printer.head(link, String.valueOf(address.label()), out);
                printer.address(address, out);
                printer.tail(link, out);
            }
        }
    }

    /** Whether an address stands under a name of its own. */
    private static boolean isAlias(Address address) {
        String label = address.label();
        return label != null && label.startsWith(address.dev() + ":");
    }
}
