package astray.collect.capture;

import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.packet.text.Line;
import astray.packet.text.Names;
import astray.packet.text.PacketText;
import astray.packet.text.PrintOptions;
import astray.packet.text.TimeText;
import astray.transcript.Format;
import astray.transcript.Formats;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Packets in the words of {@code tcpdump -n}, and what these words say: a packet of a capture is told by the same fact as
 * its line in a text.
 */
final class PacketLine {
    private final Line line = new Line();
    private final PacketText packets;
    private final TimeText time;
    private final Format format = Formats.named("tcpdump");

    /**
     * Words for the packets of one capture.
     *
     * @param device the name of an interface by its index; {@code null} for one that is not known
     * @param offset the time zone: seconds east of UTC at a number of seconds since 1970
     */
    PacketLine(IntFunction<@Nullable String> device, LongUnaryOperator offset) {
        packets = new PacketText(PrintOptions.PLAIN, PacketText.Bytes.NONE, new ByNumber(device), line);
        time = new TimeText(TimeText.Kind.CLOCK, false, offset);
    }

    /** The line of a packet. */
    String of(Sample sample) {
        line.cut(0);
        time.print(line, sample.seconds(), sample.nanos() / 1000);
        packets.print(sample.linkType(), sample.bytes(), 0, sample.bytes().length, sample.wire());
        String text = new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return printable(end < 0 ? text : text.substring(0, end));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).forEach(printable::appendCodePoint);
        return printable.toString().strip();
    }

    /** What a line says; {@code null} for one that says nothing of a packet. */
    Frame.@Nullable Body body(String text) {
        Taken taken = new Taken();
        Reader reader = format.reader(taken, null);
        if (!reader.accept(new astray.transcript.Line(1, text))) {
            return null;
        }
        reader.end();
        return taken.frame == null ? null : taken.frame.body();
    }

    private static final class Taken implements Sink {
        private @Nullable Frame frame;

        @Override
        public void fact(Fact fact, astray.transcript.Line from, String text) {
            if (fact instanceof Frame seen) {
                frame = seen;
            }
        }
    }

    /** No names but those of interfaces. */
    private record ByNumber(IntFunction<@Nullable String> device) implements Names {
        @Override
        public @Nullable String host(IpAddress address) {
            return null;
        }

        @Override
        public @Nullable String service(String protocol, int port) {
            return null;
        }

        @Override
        public String link(long index) {
            String name = device.apply((int) index);
            // as ip(8) writes one that it does not know
            return name == null ? "if" + index : name;
        }
    }
}
