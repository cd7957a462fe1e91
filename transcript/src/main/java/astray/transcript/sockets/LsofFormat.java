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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code lsof -i} (lsof(8)), with or without {@code -n} and {@code -P}: one row for each process that holds a socket.
 * Rows of other files are gone past. A fact holds neither the kernel's DEVICE nor an offset, so DEVICE is printed
 * empty.
 */
final class LsofFormat implements Format {

    @Override
    public String name() {
        return "lsof -i";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        for (Line line : head) {
            String text = line.text().strip();
            if (isHeader(text) || LsofRow.parse(text) != null) {
                return CERTAIN;
            }
            if (!isRemark(text)) {
                return NO;
            }
        }
        return command != null && command.tool().equals("lsof") ? LIKELY : WEAK;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new LsofReader(sink);
    }

    private static final class LsofReader implements Reader {
        private final Sink sink;
        private boolean header;

        LsofReader(Sink sink) {
            this.sink = sink;
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text().strip();
            Socket socket = LsofRow.parse(text);
            if (socket != null) {
                sink.fact(socket, line, text);
                return true;
            }
            if (isHeader(text)) {
                header = true;
                return true;
            }
            return isRemark(text) || (header && LsofRow.isOther(text));
        }
    }

    private static boolean isHeader(String text) {
        return text.startsWith("COMMAND ")
                && text.contains(" PID ")
                && text.contains(" FD ")
                && text.contains(" TYPE ")
                && text.endsWith("NAME");
    }

    private static boolean isRemark(String text) {
        return text.startsWith("lsof: ") || text.startsWith("Output information may be incomplete");
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"COMMAND", "PID", "USER", "FD  ", "TYPE", "DEVICE", "SIZE/OFF", "NODE", "NAME"});
        for (Fact fact : facts) {
            if (fact instanceof Socket socket) {
                for (Socket.User user : socket.users()) {
                    rows.add(row(socket, user));
                }
            }
        }
        int[] widths = {0, 0, 0, 6, 4, 6, 8, 4};
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            Columns.left(out, row[0], widths[0]);
            for (int i = 1; i < widths.length; i++) {
                out.append(' ');
                Columns.right(out, row[i], widths[i]);
            }
            out.append(' ').append(row[8]).append('\n');
        }
    }

    private static String[] row(Socket socket, Socket.User user) {
        return new String[] {
            user.command() == null ? "?" : LsofRow.escape(user.command()),
            user.pid() == null ? "?" : user.pid().toString(),
            user.user() == null ? "?" : user.user(),
            fd(user.fd()),
            socket.family() == Family.INET6 ? "IPv6" : "IPv4",
            "",
            "0t0",
            socket.protocol().toUpperCase(Locale.ROOT),
            name(socket)
        };
    }

    /** The descriptor's number, its access and its lock: {@code 3u} and a blank. */
    private static String fd(@Nullable String fd) {
        if (fd == null) {
            return "?  ";
        }
        int letters = 0;
        while (letters < fd.length() && !Character.isDigit(fd.charAt(fd.length() - 1 - letters))) {
            letters++;
        }
        return fd + " ".repeat(Math.max(0, 2 - letters));
    }

    private static String name(Socket socket) {
        StringBuilder name = new StringBuilder(end(socket.local()));
        Endpoint remote = socket.remote();
        if (remote != null && !(remote.wildcard() && remote.port() == null && remote.service() == null)) {
            name.append("->").append(end(remote));
        }
        name.append(' ');
        if (socket.state() != null && !socket.protocol().equals("udp")) {
            name.append('(').append(socket.state()).append(')');
        }
        return name.toString();
    }

    private static String end(Endpoint end) {
        return (end.wildcard() ? "*" : SocketEnds.bracketed(end)) + ':' + SocketEnds.port(end);
    }
}
