package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.Socket;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of {@code netstat} on Linux (net-tools, netstat(8); also BusyBox): {@code -tuln}, {@code -tanp},
 * {@code -an}, with the columns of {@code -e}, {@code -o} and {@code -p}. Sockets of the Unix domain are gone past.
 * Prints addresses whole, as {@code -W} does.
 */
final class NetstatFormat implements Format {
    private static final int END_WIDTH = 23;
    private static final int STATE_WIDTH = 11;
    private static final int PROGRAM_WIDTH = 20;

    @Override
    public String name() {
        return "netstat";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        for (int i = 0; i < Math.min(head.size(), 4); i++) {
            String text = head.get(i).text().strip();
            if (isHeader(text)) {
                return CERTAIN;
            }
            Socket row = NetstatRow.parse(text, null, true);
            if (row != null) {
                boolean named = command != null && command.tool().equals("netstat");
                return named || row.state() != null ? CERTAIN : LIKELY;
            }
            if (isUnixHeader(text)) {
                return LIKELY;
            }
            if (!isTitle(text) && !isRemark(text)) {
                return NO;
            }
        }
        return NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new NetstatReader(sink, command != null && command.tool().equals("netstat") && command.option('W'));
    }

    private static final class NetstatReader implements Reader {
        private final Sink sink;
        private final boolean wide;
        private @Nullable Boolean userColumns;

        NetstatReader(Sink sink, boolean wide) {
            this.sink = sink;
            this.wide = wide;
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text().strip();
            Socket socket = NetstatRow.parse(text, userColumns, wide);
            if (socket != null) {
                sink.fact(socket, line, text);
                return true;
            }
            if (isHeader(text)) {
                userColumns = text.contains("Inode");
                return true;
            }
            return isTitle(text) || isUnixHeader(text) || isOtherRow(text) || isRemark(text);
        }
    }

    /** The words of the header are English in every locale. */
    private static boolean isHeader(String text) {
        return text.startsWith("Proto Recv-Q Send-Q Local Address ") && !text.contains("(state)");
    }

    private static boolean isUnixHeader(String text) {
        return text.startsWith("Proto RefCnt Flags ") || text.startsWith("Proto  Destination       Source ");
    }

    /** "Active Internet connections (only servers)", in any language: net-tools translates it. */
    private static boolean isTitle(String text) {
        if (text.length() > 80) {
            return false;
        }
        boolean bracket = text.endsWith(")") || text.endsWith("\uff09");
        return (bracket && (text.contains("nternet") || text.contains("UNIX") || text.contains("Bluetooth")))
                || text.equals("Active Internet connections")
                || (text.startsWith("Active ") && text.contains(" sockets"));
    }

    /** A row of the Unix or Bluetooth section. */
    private static boolean isOtherRow(String text) {
        return text.startsWith("unix  ") || text.startsWith("l2cap ") || text.startsWith("rfcomm ");
    }

    private static boolean isRemark(String text) {
        return text.startsWith("netstat: ")
                || text.startsWith("(Not all processes could be identified")
                || text.startsWith("(No info could be read for \"-p\"")
                || text.startsWith("will not be shown, you would have to be root")
                || text.startsWith("warning, got ");
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        boolean servers = false;
        boolean others = false;
        boolean programs = false;
        for (Fact fact : facts) {
            if (fact instanceof Socket socket) {
                boolean server = socket.listening()
                        || (!socket.established() && !socket.protocol().equals("tcp"));
                servers |= server;
                others |= !server;
                programs |= !socket.users().isEmpty();
            }
        }
        out.append("Active Internet connections ")
                .append(!others ? "(only servers)" : servers ? "(servers and established)" : "(w/o servers)")
                .append("\nProto Recv-Q Send-Q Local Address           Foreign Address         State      ")
                .append(programs ? " PID/Program name    \n" : "\n");
        for (Fact fact : facts) {
            if (fact instanceof Socket socket) {
                print(socket, programs, out);
            }
        }
    }

    private static void print(Socket socket, boolean programs, Appendable out) throws IOException {
        String proto = socket.protocol().equals("udplite") ? "udpl" : socket.protocol();
        Columns.left(out, socket.family() == Family.INET6 ? proto + '6' : proto, 4);
        out.append("  ");
        Columns.right(out, Columns.number(socket.receiveQueue()), 6);
        out.append(' ');
        Columns.right(out, Columns.number(socket.sendQueue()), 6);
        out.append(' ');
        Columns.left(out, end(socket.local(), socket.family()), END_WIDTH);
        out.append(' ');
        Columns.left(out, end(socket.remote(), socket.family()), END_WIDTH);
        out.append(' ');
        Columns.left(out, state(socket), STATE_WIDTH);
        if (programs) {
            out.append(' ');
            Columns.left(out, program(socket), PROGRAM_WIDTH);
        }
        out.append('\n');
    }

    /** netstat has no {@code *} for an address: it shows the family's all-zero one. */
    private static String end(@Nullable Endpoint end, @Nullable Family family) {
        String any = family == Family.INET6 ? "::" : "0.0.0.0";
        String place = end == null || (end.address() == null && end.host() == null) ? any : end.where();
        return place + ':' + SocketEnds.port(end);
    }

    private static String state(Socket socket) {
        String state = socket.state();
        if (state == null || (socket.protocol().equals("udp") && state.equals("UNCONNECTED"))) {
            return "";
        }
        if (socket.protocol().equals("raw")) {
            return state.equals("ESTABLISHED") ? "1" : "7";
        }
        return state.equals("UNCONNECTED") ? "CLOSE" : state;
    }

    private static String program(Socket socket) {
        if (socket.users().isEmpty() || socket.users().getFirst().pid() == null) {
            return "-";
        }
        Socket.User user = socket.users().getFirst();
        return user.pid() + "/" + (user.command() == null ? "" : user.command());
    }
}
