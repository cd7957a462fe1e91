package astray.kernel.proc;

import java.io.IOException;
import java.io.InputStream;

/**
 * The IPv6 routes of all tables as {@code ipv6_route} has them (proc(5)): a cursor.
 */
public final class RouteTable6 {
    private final Fields fields = new Fields();
    private final Lines lines;
    private long destinationHigh;
    private long destinationLow;
    private int length;
    private long gatewayHigh;
    private long gatewayLow;
    private int metric;
    private long references;
    private long uses;
    private long flags;
    private String device = "";

    /** Stands before the first row. */
    public RouteTable6(InputStream stream) {
        this.lines = new Lines(stream, fields);
    }

    /** Moves to the next row; false behind the last. */
    public boolean next() throws IOException {
        while (lines.next()) {
            if (!fields.atEnd()) {
                destinationHigh = fields.hex(16);
                destinationLow = fields.hex(16);
                length = (int) fields.hex(2);
                fields.skip(2);
                gatewayHigh = fields.hex(16);
                gatewayLow = fields.hex(16);
                metric = (int) fields.hex(8);
                references = fields.hex(8);
                uses = fields.hex(8);
                flags = fields.hex(8);
                device = fields.word();
                return true;
            }
        }
        return false;
    }

    /** The upper half of the network's address. */
    public long destinationHigh() {
        return destinationHigh;
    }

    /** The lower half of the network's address. */
    public long destinationLow() {
        return destinationLow;
    }

    /** The prefix length. */
    public int length() {
        return length;
    }

    /** The upper half of the gateway; with the lower one all zero for none. */
    public long gatewayHigh() {
        return gatewayHigh;
    }

    /** The lower half of the gateway. */
    public long gatewayLow() {
        return gatewayLow;
    }

    /** The metric; negative for one of more than 31 bits. */
    public int metric() {
        return metric;
    }

    /** How many hold it. */
    public long references() {
        return references;
    }

    /** Always 0 in a kernel of today. */
    public long uses() {
        return uses;
    }

    /** A sum of {@code RTF_*} of linux/ipv6_route.h and linux/route.h. */
    public long flags() {
        return flags;
    }

    /** The interface. */
    public String device() {
        return device;
    }
}
