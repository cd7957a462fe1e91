package astray.kernel.proc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

/**
 * The main table's IPv4 routes as {@code route} has them (proc(5)): a cursor. Rows hold no table, type or source: where
 * those matter, ask by {@link astray.kernel.route.Route}.
 */
public final class RouteTable {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final Fields fields = new Fields();
    private final Lines lines;
    private boolean begun;
    private String device = "";
    private int destination;
    private int gateway;
    private long flags;
    private long references;
    private long uses;
    private long metric;
    private int mask;
    private long mtu;
    private long window;
    private long rtt;

    /** Stands before the first row. */
    public RouteTable(InputStream stream) {
        this.lines = new Lines(stream, fields);
    }

    /** Moves to the next row; false behind the last. */
    public boolean next() throws IOException {
        if (!begun) {
            begun = true;
            lines.next();
        }
        while (lines.next()) {
            if (!fields.atEnd()) {
                device = fields.word();
                destination = address();
                gateway = address();
                flags = fields.hex(8);
                references = fields.decimal();
                uses = fields.decimal();
                metric = fields.decimal();
                mask = address();
                mtu = fields.decimal();
                window = fields.decimal();
                rtt = fields.decimal();
                return true;
            }
        }
        return false;
    }

    private int address() {
        int printed = (int) fields.hex(8);
        return LITTLE ? Integer.reverseBytes(printed) : printed;
    }

    /** The interface; {@code *} for none. */
    public String device() {
        return device;
    }

    /** The network's address. */
    public int destination() {
        return destination;
    }

    /** The network's mask. */
    public int mask() {
        return mask;
    }

    /** The gateway; 0 for none. */
    public int gateway() {
        return gateway;
    }

    /** A sum of {@code RTF_*} of linux/route.h. */
    public long flags() {
        return flags;
    }

    /** Always 0 since Linux 2.6. */
    public long references() {
        return references;
    }

    /** Always 0 since Linux 2.6. */
    public long uses() {
        return uses;
    }

    /** The metric, as the kernel prints it: a signed number. */
    public long metric() {
        return (int) metric;
    }

    /** The largest segment of TCP in bytes, 0 for none. */
    public long mtu() {
        return mtu;
    }

    /** The window of TCP in bytes, 0 for none. */
    public long window() {
        return window;
    }

    /** The first round-trip time assumed, in milliseconds; 0 for none. */
    public long rtt() {
        return rtt;
    }
}
