package astray.instruments.netstat;

import astray.facts.Family;
import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.kernel.ErrnoException;
import astray.kernel.proc.InetTable;
import astray.kernel.proc.ReadAhead;
import astray.kernel.socket.SocketState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sockets of TCP, UDP, UDP-Lite and IP itself. */
final class InternetSockets {
    private static final int PROTOCOL_WIDTH = 6;
    private static final int ADDRESS_WIDTH = 23;
    private static final int STATE_WIDTH = 11;
    private static final int USER_WIDTH = 10;
    private static final int PROGRAM_WIDTH = 20;
    private static final int TICKS = 100;

    private static final int ESTABLISHED = SocketState.ESTABLISHED.number();
    private static final int CLOSE = SocketState.CLOSE.number();
    private static final String[] TIMERS = {"off", "on", "keepalive", "timewait", "probe"};

    /** A protocol as it is called in the first column, in the files and in the table of services. */
    enum Kind {
        TCP("tcp", "tcp", "tcp"),
        UDP("udp", "udp", "udp"),
        UDPLITE("udpl", "udplite", "udp"),
        RAW("raw", "raw", "raw");

        final String shown;
        final String file;
        final String services;

        Kind(String shown, String file, String services) {
            this.shown = shown;
            this.file = file;
            this.services = services;
        }
    }

    private final Settings settings;
    private final Sources sources;
    private final Names names;
    private final @Nullable Programs programs;
    private final Output out;
    private final byte[] @Nullable [] cells = new byte[256][];
    private @Nullable Kind cellsOf;
    private final AddressText local = new AddressText();
    private final AddressText remote = new AddressText();

    InternetSockets(Settings settings, Sources sources, Names names, @Nullable Programs programs, Output out) {
        this.settings = settings;
        this.sources = sources;
        this.names = names;
        this.programs = programs;
        this.out = out;
    }

    /** The two lines above the list. */
    void heading() throws ClosedOutput {
        out.text("Active Internet connections ").text(extent(settings)).line();
        out.text("Proto Recv-Q Send-Q Local Address           Foreign Address         State      ");
        if (settings.extended > 0) {
            out.text(" User       Inode     ");
        }
        if (settings.programs) {
            out.text(" PID/Program name    ");
        }
        if (settings.timers) {
            out.text(" Timer");
        }
        out.line();
    }

    static String extent(Settings settings) {
        return settings.all ? "(servers and established)" : settings.listening ? "(only servers)" : "(w/o servers)";
    }

    /**
     * Prints the sockets of a protocol.
     *
     * @return whether this kernel has them
     */
    boolean print(Kind kind) throws IOException {
        boolean there = true;
        if (settings.shows4()) {
            there = print(kind, Family.INET);
        }
        if (settings.shows6()) {
            // a kernel without IPv6 has none
            print(kind, Family.INET6);
        }
        return there;
    }

    private boolean print(Kind kind, Family family) throws IOException {
        try (InputStream stream =
                new ReadAhead(sources.net().open(family == Family.INET ? kind.file : kind.file + "6"))) {
            InetTable table = new InetTable(stream, family);
            byte[] shown = padded(family == Family.INET ? kind.shown : kind.shown + "6", PROTOCOL_WIDTH);
            while (table.next()) {
                if (settings.all || settings.listening == listens(kind, table)) {
                    row(kind, shown, table);
                }
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    /** The original's test: a TCP socket without a peer's port, another without a peer's address. */
    static boolean listens(Kind kind, InetTable table) {
        return kind == Kind.TCP ? table.remotePort() == 0 : table.remoteHigh() == 0 && table.remoteLow() == 0;
    }

    private void row(Kind kind, byte[] shown, InetTable table) throws ClosedOutput {
        Family family = table.family();
        names.endpoint(local, family, table.localHigh(), table.localLow(), table.localPort(), kind.services);
        names.endpoint(remote, family, table.remoteHigh(), table.remoteLow(), table.remotePort(), kind.services);
        out.raw(shown)
                .number(table.receiveQueue(), 6)
                .put(' ')
                .number(table.sendQueue(), 6)
                .put(' ');
        local.write(out, ADDRESS_WIDTH);
        out.put(' ');
        remote.write(out, ADDRESS_WIDTH);
        out.put(' ').raw(stateCell(kind, table.state()));
        if (settings.extended > 0) {
            out.put(' ').left(names.user(table.uid()), USER_WIDTH).put(' ');
            out.left(Long.toString(table.inode()), USER_WIDTH);
        }
        if (programs != null) {
            out.put(' ').left(programs.of(table.inode()), PROGRAM_WIDTH);
        }
        if (settings.timers) {
            out.put(' ');
            timer(kind, table);
        }
        out.line();
    }

    /** A text with blanks behind up to a width. */
    private static byte[] padded(String text, int width) {
        byte[] bytes = new byte[width];
        Arrays.fill(bytes, (byte) ' ');
        byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(letters, 0, bytes, 0, letters.length);
        return bytes;
    }

    /** The cell of a state, made once. */
    private byte[] stateCell(Kind kind, int state) {
        byte[] cell = cells[state & 0xff];
        if (cell == null || cellsOf != kind) {
            if (cellsOf != kind) {
                Arrays.fill(cells, null);
                cellsOf = kind;
            }
            cell = padded(state(kind, state & 0xff), STATE_WIDTH);
            cells[state & 0xff] = cell;
        }
        return cell;
    }

    static String state(Kind kind, int state) {
        return switch (kind) {
            case TCP ->
                state >= ESTABLISHED && state <= SocketState.CLOSING.number()
                        ? new SocketState(state).word()
                        : "UNKNOWN";
            case UDP, UDPLITE -> state == ESTABLISHED ? "ESTABLISHED" : state == CLOSE ? "" : "UNKNOWN";
            case RAW -> Integer.toString(state);
        };
    }

    private void timer(Kind kind, InetTable table) {
        int timer = table.timer();
        if (timer == 0) {
            out.text("off (0.00/");
        } else {
            String name = timer < TIMERS.length ? TIMERS[timer] : "unkn-" + timer;
            if (kind != Kind.TCP && timer == 1) {
                name = "on1";
            }
            long ticks = table.timerTicks();
            out.text(name)
                    .text(" (")
                    .number(ticks / TICKS)
                    .put('.')
                    .put((char) ('0' + ticks % TICKS / 10))
                    .put((char) ('0' + ticks % 10))
                    .put('/');
        }
        out.number(table.retransmits()).put('/').number(table.probes()).put(')');
    }
}
