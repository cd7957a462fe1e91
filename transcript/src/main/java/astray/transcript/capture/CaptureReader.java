package astray.transcript.capture;

import astray.facts.Capture;
import astray.facts.Frame;
import astray.facts.Moment;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads one capture. Frames go to the sink at once; held are only the first of two lines of {@code -v} and an
 * advertisement whose link-layer address stands on the line below.
 */
final class CaptureReader implements Reader {
    /** Lines of {@code -A} below one frame; a packet has no more than 64 KiB. */
    private static final int MAX_ASCII_LINES = 4000;

    private final Sink sink;
    private final boolean ascii;
    private Stamp.Clock clock;
    private boolean clockKnown;

    private boolean seen;
    private boolean timed;
    private boolean closed;
    private int asciiLines;

    private @Nullable FrameLine halfFrame;
    private @Nullable Frame advertisement;
    private @Nullable Line heldLine;

    private CaptureLine.@Nullable Opening opening;
    private @Nullable Line captureLine;
    private @Nullable Long captured;
    private @Nullable Long dropped;

    CaptureReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        boolean tcpdump = command != null && command.tool().equals("tcpdump");
        this.ascii = tcpdump && command != null && command.option('A');
        int letters = tcpdump && command != null ? timeLetters(command) : 0;
        this.clock = switch (letters) {
            case 3 -> Stamp.Clock.SINCE_LINE_BEFORE;
            case 5 -> Stamp.Clock.SINCE_FIRST_LINE;
            default -> Stamp.Clock.OF_DAY;
        };
        this.clockKnown = letters > 0;
    }

    /** How many letters t the options have, as in {@code -nttt}. */
    private static int timeLetters(Command command) {
        int most = 0;
        for (int i = 1; i < command.words().size(); i++) {
            String word = command.words().get(i);
            int at = word.startsWith("-") && !word.startsWith("--") ? word.indexOf('t') : -1;
            int count = 0;
            while (at > 0 && at + count < word.length() && word.charAt(at + count) == 't') {
                count++;
            }
            most = Math.max(most, count);
        }
        return most;
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text();
        if (line.isBlank()) {
            return seen;
        }
        if (releaseHeld(text)) {
            return true;
        }
        char first = text.charAt(0);
        if (seen && first == '\t') {
            return true;
        }
        if (!closed) {
            FrameLine frame = parse(text);
            if (frame != null) {
                return take(frame, line);
            }
        }
        String stripped = text.strip();
        CaptureLine own = CaptureLine.parse(stripped);
        if (own != null) {
            return take(own, line);
        }
        return seen && !closed && isContinuation(first, stripped);
    }

    private @Nullable FrameLine parse(String text) {
        if (!clockKnown && text.startsWith(" 00:") && Stamp.parse(text, 1, Stamp.Clock.OF_DAY) != null) {
            // tcpdump leaves room for a sign before a time that has passed
            clock = Stamp.Clock.SINCE_LINE_BEFORE;
            clockKnown = true;
        }
        FrameLine frame = FrameLine.parse(text, clock, seen);
        if (frame == null) {
            return null;
        }
        if (!clockKnown && frame.at() instanceof Moment.OfDay(LocalTime time)) {
            clockKnown = true;
            if (time.equals(LocalTime.MIDNIGHT)) {
                // the first frame came no time after itself; its blank was lost on the way
                clock = Stamp.Clock.SINCE_LINE_BEFORE;
                return FrameLine.parse(text, clock, seen);
            }
        }
        // inside a timed capture a line without a time is a packet quoted by an ICMP error
        return timed && frame.at() == null ? null : frame;
    }

    private boolean take(FrameLine frame, Line line) {
        seen = true;
        timed |= frame.at() != null;
        asciiLines = 0;
        Frame.Body body = frame.body();
        if (body == null) {
            halfFrame = frame;
            heldLine = line;
        } else if (body instanceof Frame.Resolution told && told.reply() && told.lladdr() == null) {
            advertisement = frame.frame(body);
            heldLine = line;
        } else {
            sink.fact(frame.frame(body), line);
        }
        return true;
    }

    /** Completes what is held with this line, or lets it go as it is. Returns whether the line was used. */
    private boolean releaseHeld(String text) {
        FrameLine half = halfFrame;
        Frame told = advertisement;
        Line first = heldLine;
        if (first == null) {
            return false;
        }
        halfFrame = null;
        advertisement = null;
        heldLine = null;
        String stripped = text.strip();
        if (half != null) {
            Frame.Body body = Bodies.ip(stripped, 0);
            if (body != null && !(timed && beginsWithTime(stripped))) {
                sink.fact(half.frame(body), first, first.text().strip() + '\n' + stripped);
                return true;
            }
            sink.fact(half.frame(new Frame.Other(null, null, header(first.text()))), first);
        } else if (told != null) {
            String lladdr = Resolutions.told(stripped);
            if (lladdr != null && told.body() instanceof Frame.Resolution answer) {
                Frame.Body body = new Frame.Resolution(true, answer.about(), answer.teller(), lladdr);
                Frame whole = new Frame(
                        told.at(), told.dev(), told.direction(), told.sourceMac(), told.destinationMac(), body);
                sink.fact(whole, first, first.text().strip() + '\n' + stripped);
                return true;
            }
            sink.fact(told, first);
        }
        return false;
    }

    private static boolean beginsWithTime(String text) {
        return Stamp.parse(text, 0, Stamp.Clock.SINCE_LINE_BEFORE) != null;
    }

    /** The header in brackets, all that is known of a packet whose second line is missing. */
    private static String header(String text) {
        int open = text.indexOf('(');
        return open < 0 ? text.strip() : "IP " + text.substring(open).strip();
    }

    private boolean take(CaptureLine own, Line line) {
        switch (own) {
            case CaptureLine.Opening header -> {
                if (opening != null || timed || captured != null) {
                    return false;
                }
                opening = header;
                captureLine = line;
            }
            case CaptureLine.Captured(long packets) -> {
                if (captured != null) {
                    return false;
                }
                captured = packets;
                closed = true;
                remember(line);
            }
            case CaptureLine.Dropped(long packets) -> {
                if (dropped != null) {
                    return false;
                }
                dropped = packets;
                closed = true;
                remember(line);
            }
            case CaptureLine.Preface() -> {
                if (opening != null || timed || captured != null) {
                    return false;
                }
            }
            case CaptureLine.Remark() -> {}
        }
        seen = true;
        return true;
    }

    private void remember(Line line) {
        if (captureLine == null) {
            captureLine = line;
        }
    }

    private boolean isContinuation(char first, String stripped) {
        if (first == ' ' || isHexDump(stripped)) {
            return true;
        }
        if (stripped.startsWith("(tos ") || stripped.startsWith("IP (tos ")) {
            return true;
        }
        // -A shows an IPv4 header as "E..<", an IPv6 header as a grave accent
        boolean opens = stripped.startsWith("E.") || stripped.startsWith("`.") || stripped.startsWith("E`");
        if (ascii || opens || asciiLines > 0) {
            return ++asciiLines < MAX_ASCII_LINES;
        }
        return timed && Bodies.ip(stripped, 0) != null;
    }

    /** {@code 0x0010:  4500 003c …}. */
    private static boolean isHexDump(String text) {
        return text.length() > 6 && text.startsWith("0x") && text.charAt(6) == ':';
    }

    @Override
    public void end() {
        if (heldLine != null) {
            releaseHeld("");
        }
        if (captureLine != null) {
            String dev = opening == null ? null : opening.dev();
            String linkType = opening == null ? null : opening.linkType();
            sink.fact(new Capture(dev, linkType, captured, dropped), captureLine);
            captureLine = null;
        }
    }
}
