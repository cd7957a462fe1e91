package astray.instruments.tcpdump;

import astray.instruments.Console;
import astray.instruments.Output;
import astray.instruments.time.Zone;
import astray.packet.LinkType;
import astray.packet.text.Names;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Packets printed as they come. */
final class Printing implements Sink {
    private final PacketPrinter printer;
    private final Output out;
    private final boolean atOnce;
    private byte[] copy = new byte[1 << 16];

    Printing(Settings settings, Names names, Console console) {
        this.out = console.out();
        this.printer = new PacketPrinter(settings, names, Zone.of(console.variable("TZ")), out);
        this.atOnce = settings.lineBuffered;
    }

    @Override
    public boolean take(
            long number, LinkType link, ByteBuffer bytes, int at, int captured, int wire, long seconds, long nanos)
            throws IOException {
        byte[] packet;
        int from;
        if (bytes.hasArray()) {
            packet = bytes.array();
            from = bytes.arrayOffset() + at;
        } else {
            if (captured > copy.length) {
                copy = new byte[Math.max(captured, 2 * copy.length)];
            }
            bytes.get(at, copy, 0, captured);
            packet = copy;
            from = 0;
        }
        printer.print(number, link.number(), packet, from, captured, wire, seconds, nanos);
        if (atOnce) {
            out.flush();
        }
        return true;
    }

    @Override
    public void idle() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
