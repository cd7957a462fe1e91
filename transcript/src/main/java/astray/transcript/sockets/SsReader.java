package astray.transcript.sockets;

import astray.facts.Family;
import astray.facts.Socket;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code ss}; one is held back, since what {@code -p} shows may stand on the line below it. */
final class SsReader implements Reader {
    private final Sink sink;
    private final @Nullable Command command;
    private boolean stateShown = true;
    private boolean unbracketed;
    private boolean begun;
    private @Nullable Socket held;
    private @Nullable Line heldLine;
    private String heldText = "";

    SsReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        this.command = command;
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text().strip();
        if (text.isEmpty()) {
            // with -i a datagram socket's line of details holds a tab only
            return begun && !line.text().isEmpty();
        }
        if (SsFormat.isHeader(text)) {
            end();
            begun = true;
            stateShown = text.contains("State");
            return true;
        }
        SsRow row = SsRow.parse(text, stateShown, command);
        if (row != null) {
            end();
            begun = true;
            hold(row, line, text);
            return true;
        }
        if (begun && isDetail(text)) {
            if (held != null && held.users().isEmpty() && SsUsers.in(text)) {
                List<Socket.User> users = SsUsers.parse(text);
                if (!users.isEmpty()) {
                    held = withUsers(held, users);
                    heldText = heldText + '\n' + text;
                }
            }
            return true;
        }
        return SsFormat.isRemark(text);
    }

    private void hold(SsRow row, Line line, String text) {
        Socket socket = row.socket();
        if (socket == null) {
            return;
        }
        unbracketed |= row.unbracketed();
        if (unbracketed
                && SocketEnds.family(socket.local()) == null
                && socket.local().host() == null) {
            // old versions print * for 0.0.0.0 too
            socket = withFamily(socket, null);
        }
        held = socket;
        heldLine = line;
        heldText = text;
    }

    private static Socket withUsers(Socket socket, List<Socket.User> users) {
        return new Socket(
                socket.protocol(),
                socket.family(),
                socket.state(),
                socket.receiveQueue(),
                socket.sendQueue(),
                socket.local(),
                socket.remote(),
                users);
    }

    private static Socket withFamily(Socket socket, @Nullable Family family) {
        return new Socket(
                socket.protocol(),
                family,
                socket.state(),
                socket.receiveQueue(),
                socket.sendQueue(),
                socket.local(),
                socket.remote(),
                socket.users());
    }

    /** The line that {@code -e}, {@code -i}, {@code -m}, {@code -o} add below a row, or the terminal's width broke off. */
    private static boolean isDetail(String text) {
        return SsUsers.in(text)
                || text.contains("skmem:(")
                || text.contains("rto:")
                || text.contains("cwnd:")
                || text.contains("timer:(")
                || text.startsWith("ino:")
                || text.startsWith("uid:")
                || text.startsWith("cgroup:")
                || text.startsWith("fwmark:");
    }

    @Override
    public void end() {
        if (held != null && heldLine != null) {
            sink.fact(held, heldLine, heldText);
        }
        held = null;
        heldLine = null;
    }
}
