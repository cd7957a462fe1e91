package astray.instruments.tcpdump;

import astray.packet.LinkType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What becomes of packets. */
interface Sink extends Closeable {
    /**
     * Takes a packet.
     *
     * @param number how many there were with it, from 1
     * @param bytes where it is; big-endian
     * @param at where in the buffer it begins
     * @param captured how many bytes of it there are
     * @param wire how many bytes it had, as unsigned
     * @param seconds since 1970
     * @return false when no more are wanted
     */
    boolean take(long number, LinkType link, ByteBuffer bytes, int at, int captured, int wire, long seconds, long nanos)
            throws IOException;

    /** Nothing comes for now: what waits to be written goes out. */
    void idle() throws IOException;
}
