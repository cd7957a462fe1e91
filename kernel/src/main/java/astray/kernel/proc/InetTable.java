package astray.kernel.proc;

import astray.facts.Family;
import astray.facts.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

/**
 * A table of internet sockets: {@code tcp}, {@code udp}, {@code udplite}, {@code raw} and the same with a 6 (proc(5)). A
 * cursor, not a list: each getter tells of the row it stands on, so that tens of thousands cost no object each. Members
 * that are not there read as 0.
 */
public final class InetTable {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final Fields fields = new Fields();
    private final Lines lines;
    private final Family family;
    private boolean begun;

    private long localHigh;
    private long localLow;
    private int localPort;
    private long remoteHigh;
    private long remoteLow;
    private int remotePort;
    private int state;
    private long sendQueue;
    private long receiveQueue;
    private boolean restRead = true;
    private int timer;
    private long timerTicks;
    private long retransmits;
    private long uid;
    private long probes;
    private long inode;

    /**
     * Stands before the first row.
     *
     * @param stream the file's bytes
     * @param family the family of its addresses
     */
    public InetTable(InputStream stream, Family family) {
        this.lines = new Lines(stream, fields);
        this.family = family;
    }

    /** Moves to the next row; false behind the last. */
    public boolean next() throws IOException {
        if (!begun) {
            begun = true;
            lines.next();
        }
        while (lines.next()) {
            if (fields.passOver(':')) {
                row();
                return true;
            }
        }
        return false;
    }

    private void row() {
        if (family == Family.INET) {
            localLow = word();
            localHigh = 0;
        } else {
            localHigh = word() << 32 | word();
            localLow = word() << 32 | word();
        }
        fields.accept(':');
        localPort = (int) fields.hex(4);
        if (family == Family.INET) {
            remoteLow = word();
            remoteHigh = 0;
        } else {
            remoteHigh = word() << 32 | word();
            remoteLow = word() << 32 | word();
        }
        fields.accept(':');
        remotePort = (int) fields.hex(4);
        state = (int) fields.hex(2);
        sendQueue = fields.hex(8);
        fields.accept(':');
        receiveQueue = fields.hex(8);
        restRead = false;
    }

    /** What is seldom asked for is read when it is. */
    private void rest() {
        if (restRead) {
            return;
        }
        restRead = true;
        timer = (int) fields.hex(2);
        fields.accept(':');
        timerTicks = fields.hex(16);
        retransmits = fields.hex(8);
        uid = fields.decimal();
        probes = fields.decimal();
        inode = fields.decimal();
    }

    /** Four bytes of an address: the kernel prints them as a number of the machine's byte order. */
    private long word() {
        int printed = (int) fields.hex(8);
        return Integer.toUnsignedLong(LITTLE ? Integer.reverseBytes(printed) : printed);
    }

    /** The family of its addresses. */
    public Family family() {
        return family;
    }

    /** The upper half of the own address, as {@link IpAddress#high}. */
    public long localHigh() {
        return localHigh;
    }

    /** The lower half of the own address, as {@link IpAddress#low}. */
    public long localLow() {
        return localLow;
    }

    /** The own address. */
    public IpAddress local() {
        return new IpAddress(family, localHigh, localLow);
    }

    /** The own port; for a raw socket its protocol's number. */
    public int localPort() {
        return localPort;
    }

    /** The upper half of the peer's address. */
    public long remoteHigh() {
        return remoteHigh;
    }

    /** The lower half of the peer's address. */
    public long remoteLow() {
        return remoteLow;
    }

    /** The peer's address; all zero for none. */
    public IpAddress remote() {
        return new IpAddress(family, remoteHigh, remoteLow);
    }

    /** The peer's port; 0 for none. */
    public int remotePort() {
        return remotePort;
    }

    /** The state's number, see {@link astray.kernel.socket.SocketState}. */
    public int state() {
        return state;
    }

    /** Bytes not yet acknowledged, or on their way out. */
    public long sendQueue() {
        return sendQueue;
    }

    /** Bytes waiting to be read; of a listener, connections waiting to be accepted. */
    public long receiveQueue() {
        return receiveQueue;
    }

    /** The timer: 0 none, 1 retransmission, 2 keepalive, 3 TIME_WAIT, 4 window probe. */
    public int timer() {
        rest();
        return timer;
    }

    /** How long until the timer ends, in hundredths of a second; one that is due reads as 0 or as a negative number. */
    public long timerTicks() {
        rest();
        return timerTicks;
    }

    /** Time-outs without an answer. */
    public long retransmits() {
        rest();
        return retransmits;
    }

    /** Its owner's user id. */
    public long uid() {
        rest();
        return uid;
    }

    /** Unanswered window probes or keepalives. */
    public long probes() {
        rest();
        return probes;
    }

    /** The inode that {@code /proc/PID/fd} names; 0 where no descriptor stands for it. */
    public long inode() {
        rest();
        return inode;
    }
}
