package astray.instruments.netstat;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.kernel.ErrnoException;
import astray.kernel.proc.UnixTable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The unix sockets. */
final class UnixSockets {
    /** {@code enum socket_state} of linux/net.h. */
    private static final int UNCONNECTED = 1;

    private static final int PROGRAM_WIDTH = 20;

    private final Settings settings;
    private final Sources sources;
    private final @Nullable Programs programs;
    private final Output out;

    UnixSockets(Settings settings, Sources sources, @Nullable Programs programs, Output out) {
        this.settings = settings;
        this.sources = sources;
        this.programs = programs;
        this.out = out;
    }

    /**
     * Prints them.
     *
     * @return whether this kernel has them
     */
    boolean print() throws IOException {
        try (InputStream stream = sources.net().open("unix")) {
            out.text("Active UNIX domain sockets ")
                    .text(InternetSockets.extent(settings))
                    .line();
            out.text("Proto RefCnt Flags       Type       State         I-Node  ");
            if (settings.programs) {
                out.text(" PID/Program name    ");
            }
            out.text(" Path").line();
            UnixTable table = new UnixTable(stream);
            while (table.next()) {
                if (settings.all || settings.listening == listens(table)) {
                    row(table);
                }
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    private void row(UnixTable table) throws ClosedOutput {
        out.left(table.protocol() == 0 ? "unix" : "??", 5)
                .put(' ')
                .left(Long.toString(table.references()), 6)
                .put(' ')
                .left(flags(table.flags()), 11)
                .put(' ')
                .left(type(table.type()), 10)
                .put(' ')
                .left(state(table), 13)
                .put(' ')
                .left(Long.toString(table.inode()), 8);
        if (programs != null) {
            out.put(' ').left(programs.of(table.inode()), PROGRAM_WIDTH);
        }
        out.put(' ').text(path(table.path())).line();
    }

    static boolean listens(UnixTable table) {
        return table.state() == UNCONNECTED && (table.flags() & UnixTable.ACCEPTS) != 0;
    }

    static String flags(long flags) {
        return ((flags & UnixTable.ACCEPTS) != 0 ? "[ ACC " : "[ ")
                + ((flags & 1 << 17) != 0 ? "W " : "")
                + ((flags & 1 << 18) != 0 ? "N " : "")
                + "]";
    }

    static String type(int type) {
        return switch (type) {
            case 1 -> "STREAM";
            case 2 -> "DGRAM";
            case 3 -> "RAW";
            case 4 -> "RDM";
            case 5 -> "SEQPACKET";
            default -> "UNKNOWN";
        };
    }

    static String state(UnixTable table) {
        return switch (table.state()) {
            case 0 -> "FREE";
            case UNCONNECTED -> (table.flags() & UnixTable.ACCEPTS) != 0 ? "LISTENING" : "";
            case 2 -> "CONNECTING";
            case 3 -> "CONNECTED";
            case 4 -> "DISCONNECTING";
            default -> "UNKNOWN";
        };
    }

    /** The name as the original reads it: up to the first blank. */
    static String path(String name) {
        int from = 0;
        while (from < name.length() && isBlank(name.charAt(from))) {
            from++;
        }
        int end = from;
        boolean plain = true;
        while (end < name.length() && !isBlank(name.charAt(end))) {
            plain &= !Character.isISOControl(name.charAt(end));
            end++;
        }
        String path = name.substring(from, end);
        if (plain) {
            return path;
        }
        StringBuilder safe = new StringBuilder(path);
        for (int i = 0; i < safe.length(); i++) {
            if (Character.isISOControl(safe.charAt(i))) {
                safe.setCharAt(i, '?');
            }
        }
        return safe.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
