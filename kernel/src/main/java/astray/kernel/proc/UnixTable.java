package astray.kernel.proc;

import java.io.IOException;
import java.io.InputStream;

/**
 * The table of unix sockets, {@code unix} (proc(5)): a cursor, each getter tells of the row it stands on. It alone tells
 * of reference counts; {@link astray.kernel.socket.UnixSocket} tells of peers and queues.
 */
public final class UnixTable {
    /** The flag of one that waits for connections, {@code __SO_ACCEPTCON} of linux/net.h. */
    public static final long ACCEPTS = 1 << 16;

    private final Fields fields = new Fields();
    private final Lines lines;
    private boolean begun;
    private long address;
    private long references;
    private long protocol;
    private long flags;
    private int type;
    private int state;
    private long inode;
    private String path = "";

    /** Stands before the first row. */
    public UnixTable(InputStream stream) {
        this.lines = new Lines(stream, fields);
    }

    /** Moves to the next row; false behind the last. */
    public boolean next() throws IOException {
        if (!begun) {
            begun = true;
            lines.next();
        }
        while (lines.next()) {
            address = fields.hex(16);
            if (fields.passOver(':')) {
                references = fields.hex(8);
                protocol = fields.hex(8);
                flags = fields.hex(8);
                type = (int) fields.hex(4);
                state = (int) fields.hex(2);
                inode = fields.decimal();
                path = fields.rest();
                return true;
            }
        }
        return false;
    }

    /** Where the kernel keeps it: a disguised number, 0 for those who may not know. */
    public long address() {
        return address;
    }

    /** How many hold it. */
    public long references() {
        return references;
    }

    /** Always 0. */
    public long protocol() {
        return protocol;
    }

    /** Its flags; the only one in use is {@link #ACCEPTS}. */
    public long flags() {
        return flags;
    }

    /** The type: 1 stream, 2 datagram, 5 packets in order. */
    public int type() {
        return type;
    }

    /** {@code socket_state} of linux/net.h: 1 unconnected, 2 connecting, 3 connected, 4 disconnecting. */
    public int state() {
        return state;
    }

    /** The inode that {@code /proc/PID/fd} names. */
    public long inode() {
        return inode;
    }

    /** The name it is bound to, an abstract one behind {@code @}; "" for none. May hold any character but a line's end. */
    public String path() {
        return path;
    }
}
