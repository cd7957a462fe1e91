package astray.kernel.socket;

import astray.kernel.netlink.Attributes.Attribute;

/**
 * A socket's memory: the row of numbers of linux/sock_diag.h ({@code SK_MEMINFO_*}), all in bytes but the drops. A number
 * that an older kernel does not tell reads as 0.
 *
 * @param row the attribute that holds them
 */
public record SocketMemory(Attribute row) {

    private long at(int index) {
        return row.u32(4 * index);
    }

    /** Allocated for what was received. */
    public long receiveAllocated() {
        return at(0);
    }

    /** The receive buffer's size. */
    public long receiveBuffer() {
        return at(1);
    }

    /** Allocated for what is to be sent. */
    public long sendAllocated() {
        return at(2);
    }

    /** The send buffer's size. */
    public long sendBuffer() {
        return at(3);
    }

    /** Reserved ahead. */
    public long forwardAllocated() {
        return at(4);
    }

    /** Queued to be sent. */
    public long sendQueued() {
        return at(5);
    }

    /** Taken by options. */
    public long options() {
        return at(6);
    }

    /** Received while the program held the socket. */
    public long backlog() {
        return at(7);
    }

    /** Packets that were dropped at this socket since it was made; wraps at 32 bits. */
    public long drops() {
        return at(8);
    }
}
