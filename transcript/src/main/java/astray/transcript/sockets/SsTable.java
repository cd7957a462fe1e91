package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Socket;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * ss's table: every column as wide as its widest cell, one blank between columns but none before the ports nor
 * before the processes, addresses to the right (with their colon), all else to the left.
 */
final class SsTable {
    private static final String[] HEADS = {
        "Netid", "State", "Recv-Q", "Send-Q", "Local Address:", "Port", "Peer Address:", "Port", "Process"
    };
    private static final int LOCAL = 4;
    private static final int LOCAL_PORT = 5;
    private static final int PEER = 6;
    private static final int PEER_PORT = 7;
    private static final int PROCESS = 8;

    private final int first;
    private final int[] widths = new int[HEADS.length];

    SsTable(boolean netid) {
        first = netid ? 0 : 1;
        for (int i = 0; i < HEADS.length; i++) {
            widths[i] = HEADS[i].length();
        }
    }

    /** Makes room for a socket. */
    void measure(Socket socket) {
        String[] cells = cells(socket);
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.max(widths[i], cells[i].length());
        }
    }

    void printHeader(Appendable out) throws IOException {
        row(HEADS, out);
    }

    void print(Socket socket, Appendable out) throws IOException {
        row(cells(socket), out);
    }

    private static String[] cells(Socket socket) {
        return new String[] {
            socket.protocol(),
            socket.state() == null ? "UNCONN" : SocketStates.ss(socket.state()),
            Columns.number(socket.receiveQueue()),
            Columns.number(socket.sendQueue()),
            place(socket.local()),
            SocketEnds.port(socket.local()),
            place(socket.remote()),
            SocketEnds.port(socket.remote()),
            SsUsers.print(socket.users())
        };
    }

    private static String place(@Nullable Endpoint end) {
        return end == null ? "*:" : SocketEnds.bracketed(end) + ':';
    }

    private void row(String[] cells, Appendable out) throws IOException {
        for (int i = first; i < cells.length; i++) {
            if (i > first && i != LOCAL_PORT && i != PEER_PORT && i != PROCESS) {
                out.append(' ');
            }
            if (i == LOCAL || i == PEER) {
                Columns.right(out, cells[i], widths[i]);
            } else {
                Columns.left(out, cells[i], widths[i]);
            }
        }
        out.append('\n');
    }
}
