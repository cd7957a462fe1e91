package astray.transcript.capture;

import astray.facts.Capture;
import astray.facts.Fact;
import astray.facts.Frame;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code tcpdump} (tcpdump(1)), versions 3 to 4.99, with every {@code -t}, with {@code -e}, {@code -n},
 * {@code -q}, {@code -v}; dumps of {@code -x} and {@code -A} are gone past. Each time is printed as the option prints
 * it that makes such times.
 */
final class TcpdumpFormat implements Format {

    @Override
    public String name() {
        return "tcpdump";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String text = head.getFirst().text();
        CaptureLine own = CaptureLine.parse(text.strip());
        if (own != null) {
            return own instanceof CaptureLine.Remark && text.startsWith("^C") ? NO : CERTAIN;
        }
        FrameLine frame = FrameLine.parse(text, Stamp.Clock.SINCE_LINE_BEFORE, false);
        if (frame == null) {
            return NO;
        }
        if (frame.at() != null || frame.sourceMac() != null) {
            return CERTAIN;
        }
        // without a time only words that nobody else uses
        if (frame.body() instanceof Frame.Other other) {
            return other.source() != null && other.source().address() != null ? LIKELY : NO;
        }
        return CERTAIN;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new CaptureReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        Deque<Capture> captures = new ArrayDeque<>();
        for (Fact fact : facts) {
            if (fact instanceof Capture capture) {
                captures.add(capture);
            }
        }
        // a capture is told at its end and printed around its frames
        boolean opened = false;
        for (Fact fact : facts) {
            if (!opened && !captures.isEmpty() && (fact instanceof Capture || fact instanceof Frame)) {
                CaptureText.printOpening(captures.remove(), out);
                opened = true;
            }
            if (fact instanceof Frame frame) {
                FrameText.print(frame, out);
            } else if (fact instanceof Capture capture) {
                CaptureText.printClosing(capture, out);
                opened = false;
            }
        }
    }
}
