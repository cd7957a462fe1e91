package astray.transcript.sockets;

import astray.facts.Fact;
import astray.facts.Socket;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ss} (iproute2, ss(8)): with a column for the protocol where several were asked for ({@code -tulnp}), without
 * it where one was ({@code -tan}, {@code -ltn}). {@code *:22} is an IPv6 socket that serves IPv4 too.
 */
final class SsFormat implements Format {
    private enum Style {
        WITH_NETID,
        ONE_PROTOCOL
    }

    private final Style style;

    private SsFormat(Style style) {
        this.style = style;
    }

    /** The form of {@code ss -tulnp}. */
    static SsFormat withNetid() {
        return new SsFormat(Style.WITH_NETID);
    }

    /** The form of {@code ss -tan}; prints TCP sockets only. */
    static SsFormat oneProtocol() {
        return new SsFormat(Style.ONE_PROTOCOL);
    }

    @Override
    public String name() {
        return style == Style.WITH_NETID ? "ss -tulnp" : "ss -tan";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        for (Line line : head) {
            String text = line.text().strip();
            if (isHeader(text)) {
                return text.startsWith("Netid") == (style == Style.WITH_NETID) ? CERTAIN : NO;
            }
            boolean named = command != null && command.tool().equals("ss");
            SsRow row = SsRow.parse(text, true, command);
            if (row == null && named) {
                row = SsRow.parse(text, false, command);
            }
            if (row != null) {
                int sure = row.socket() != null || named ? CERTAIN : LIKELY;
                return row.netid() == (style == Style.WITH_NETID) ? sure : NO;
            }
            if (!isRemark(text)) {
                return NO;
            }
        }
        return NO;
    }

    static boolean isHeader(String text) {
        return (text.startsWith("Netid ") || text.startsWith("State ") || text.startsWith("Recv-Q "))
                && text.contains("Send-Q ")
                && text.contains("Local Address:Port")
                && text.contains("Peer Address:Port");
    }

    static boolean isRemark(String text) {
        return text.startsWith("Failed to find cgroup2 mount") || text.startsWith("Cannot open netlink socket:");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new SsReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        SsTable table = new SsTable(style == Style.WITH_NETID);
        List<Socket> sockets = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Socket socket && fits(socket)) {
                sockets.add(socket);
                table.measure(socket);
            }
        }
        table.printHeader(out);
        for (Socket socket : sockets) {
            table.print(socket, out);
        }
    }

    private boolean fits(Socket socket) {
        return style == Style.WITH_NETID
                ? SsRow.isInternet(socket.protocol())
                : socket.protocol().equals("tcp");
    }
}
