package astray.instruments.tcpdump;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.instruments.time.Zone;
import astray.packet.text.Line;
import astray.packet.text.Names;
import astray.packet.text.PacketText;
import astray.packet.text.TimeText;

/** Prints packets, each with its number, its lengths and its time in front. */
final class PacketPrinter {
    private static final int NANOS = 1000;

    private final Settings settings;
    private final Output out;
    private final Line line = new Line();
    private final TimeText time;
    private final PacketText text;

    PacketPrinter(Settings settings, Names names, Zone zone, Output out) {
        this.settings = settings;
        this.out = out;
        this.time = new TimeText(settings.timeKind(), settings.nanoseconds, zone::offset);
        this.text = new PacketText(settings.printing(), settings.bytes(), names, line);
    }

    /**
     * Prints a packet.
     *
     * @param number how many there were with it, from 1
     * @param wire how many bytes it had on the wire
     */
    void print(long number, int linkType, byte[] packet, int from, int captured, int wire, long seconds, long nanos)
            throws ClosedOutput {
        line.cut(0);
        if (settings.numbers) {
            for (long edge = 10_000; edge > number && edge > 1; edge /= 10) {
                line.put(' ');
            }
            line.number(number).text("  ");
        }
        long whole = Integer.toUnsignedLong(wire);
        if (settings.lengths) {
            line.text("caplen ").number(captured).text(" len ").number(whole).put(' ');
        }
        if (!text.isInvalid(captured, whole)) {
            time.print(line, seconds, settings.nanoseconds ? nanos : nanos / NANOS);
            text.print(linkType, packet, from, captured, wire);
        }
        out.raw(line.bytes(), 0, line.length()).line();
    }
}
