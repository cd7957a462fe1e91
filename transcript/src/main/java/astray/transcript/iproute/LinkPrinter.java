package astray.transcript.iproute;

import astray.facts.Link;
import java.io.IOException;

/** The lines of an interface as {@code ip link} and {@code ip addr} print them. */
final class LinkPrinter {
    private LinkPrinter() {}

    /** {@code 2: eth0@if7: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000}. */
    static void head(Link link, boolean mode, Appendable out) throws IOException {
        if (link.index() != null) {
            out.append(link.index().toString()).append(": ");
        }
        name(link, out);
        out.append(": <").append(String.join(",", link.flags())).append('>');
        if (link.mtu() != null) {
            out.append(" mtu ").append(link.mtu().toString());
        }
        if (link.qdisc() != null) {
            out.append(" qdisc ").append(link.qdisc());
        }
        if (link.master() != null) {
            out.append(" master ").append(link.master());
        }
        if (link.state() != null) {
            out.append(" state ").append(link.state());
        }
        out.append(mode ? " mode DEFAULT group default" : " group default").append(" qlen 1000");
    }

    static void name(Link link, Appendable out) throws IOException {
        out.append(link.name());
        if (link.peer() != null) {
            out.append('@').append(link.peer());
        }
    }

    /** {@code link/ether 52:54:00:00:20:02 brd ff:ff:ff:ff:ff:ff}. */
    static void linkLine(Link link, boolean details, Appendable out) throws IOException {
        out.append("link/").append(link.linkType()).append(' ');
        if (link.lladdr() != null) {
            out.append(link.lladdr());
            if ("ether".equals(link.linkType())) {
                out.append(" brd ff:ff:ff:ff:ff:ff");
            } else if ("loopback".equals(link.linkType())) {
                out.append(" brd 00:00:00:00:00:00");
            }
        }
        if (details) {
            out.append(" promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 ");
            if (link.kind() == null) {
                out.append("addrgenmode eui64 ");
            }
        }
    }
}
