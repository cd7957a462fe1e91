package astray.instruments.tcpdump;

import astray.packet.LinkType;
import java.nio.ByteBuffer;

/** {@code --count}: whoever brings packets counts them. */
final class Counting implements Sink {
    @Override
    public boolean take(
            long number, LinkType link, ByteBuffer bytes, int at, int captured, int wire, long seconds, long nanos) {
        return true;
    }

    @Override
    public void idle() {
        // nothing waits
    }

    @Override
    public void close() {
        // nothing is open
    }
}
