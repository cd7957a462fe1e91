package astray.transcript.capture;

import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.Frame;
import astray.facts.IpAddress;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Prints a frame as tcpdump's line. Of the link layer a fact holds the addresses, not the frame's length. */
final class FrameText {
    private FrameText() {}

    static void print(Frame frame, Appendable out) throws IOException {
        Stamp.print(frame.at(), out);
        String direction = frame.direction();
        if (direction != null) {
            if (frame.dev() != null) {
                padded(frame.dev(), 5, out);
            }
            padded(direction, 3, out);
        }
        boolean link = frame.sourceMac() != null;
        if (link) {
            out.append(frame.sourceMac());
            if (frame.destinationMac() != null) {
                out.append(" > ").append(frame.destinationMac()).append(',');
            }
            out.append(' ');
        }
        switch (frame.body()) {
            case Frame.Resolution resolution -> resolution(resolution, link, out);
            case Frame.Tcp tcp -> {
                ends(tcp.source(), tcp.destination(), link, out);
                tcp(tcp, out);
            }
            case Frame.Udp udp -> {
                ends(udp.source(), udp.destination(), link, out);
                out.append(udp.details());
            }
            case Frame.Icmp icmp -> {
                ends(icmp.source(), icmp.destination(), link, out);
                out.append(isV6(icmp.source()) || isV6(icmp.destination()) ? "ICMP6, " : "ICMP ")
                        .append(icmp.details());
            }
            case Frame.Other(Endpoint source, Endpoint destination, String details) -> {
                if (source != null && destination != null) {
                    ends(source, destination, link, out);
                }
                out.append(details);
            }
        }
        out.append('\n');
    }

    private static void padded(String word, int width, Appendable out) throws IOException {
        out.append(word);
        for (int i = word.length(); i < width; i++) {
            out.append(' ');
        }
        out.append(' ');
    }

    private static boolean isV6(@Nullable Endpoint end) {
        return end != null && end.address() != null && end.address().family() == Family.INET6;
    }

    private static void protocol(boolean v6, boolean link, Appendable out) throws IOException {
        if (link) {
            out.append(v6 ? "ethertype IPv6 (0x86dd): " : "ethertype IPv4 (0x0800): ");
        } else {
            out.append(v6 ? "IP6 " : "IP ");
        }
    }

    private static void ends(Endpoint source, Endpoint destination, boolean link, Appendable out) throws IOException {
        protocol(isV6(source) || isV6(destination), link, out);
        out.append(Ends.print(source))
                .append(" > ")
                .append(Ends.print(destination))
                .append(": ");
    }

    private static void tcp(Frame.Tcp tcp, Appendable out) throws IOException {
        String length = tcp.length() == null ? null : tcp.length().toString();
        if (tcp.flags().isEmpty() && length != null) {
            out.append("tcp ").append(length);
            return;
        }
        out.append("Flags [").append(tcp.flags()).append(']');
        if (!tcp.details().isEmpty()) {
            out.append(", ").append(tcp.details());
        }
        if (length != null) {
            out.append(", length ").append(length);
        }
    }

    private static void resolution(Frame.Resolution resolution, boolean link, Appendable out) throws IOException {
        IpAddress about = resolution.about().address();
        if (about != null && about.family() == Family.INET6) {
            protocol(true, link, out);
            neighbour(resolution, about, out);
            return;
        }
        out.append(link ? "ethertype ARP (0x0806): " : "ARP, ");
        if (resolution.reply()) {
            out.append("Reply ").append(Ends.print(resolution.about())).append(" is-at ");
            out.append(resolution.lladdr() == null ? "?" : resolution.lladdr());
        } else {
            out.append("Request who-has ").append(Ends.print(resolution.about()));
            if (resolution.teller() != null) {
                out.append(" tell ").append(Ends.print(resolution.teller()));
            }
        }
        out.append(", length 28");
    }

    /** Solicited is the group of RFC 4291 section 2.7.1; an advertisement that nobody is named for goes to all nodes. */
    private static void neighbour(Frame.Resolution resolution, IpAddress about, Appendable out) throws IOException {
        if (resolution.reply()) {
            String self = about.toString();
            out.append(self)
                    .append(" > ff02::1: ICMP6, neighbor advertisement, tgt is ")
                    .append(self);
            out.append(", length 32");
            if (resolution.lladdr() != null) {
                out.append("\n\t  destination link-address option (2), length 8 (1): ")
                        .append(resolution.lladdr());
            }
            return;
        }
        IpAddress group =
                new IpAddress(Family.INET6, 0xff02L << 48, (1L << 32) | 0xff000000L | (about.low() & 0xffffff));
        Endpoint teller = resolution.teller();
        out.append(teller == null ? "::" : Ends.print(teller)).append(" > ").append(group.toString());
        out.append(": ICMP6, neighbor solicitation, who has ")
                .append(about.toString())
                .append(", length 32");
    }
}
