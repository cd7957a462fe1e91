package astray.transcript.log;

import astray.facts.Fact;
import astray.facts.LogEntry;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code STAMP host identifier[pid]: message}: journalctl(1) in its short forms and the files of syslog, which differ in
 * their stamp only. Entries that do not matter ({@link LogRelevance}) are read and give no fact.
 */
public final class SyslogFormat implements Format {
    private final String name;
    private final Stamp stamp;
    private final boolean openWrt;

    private SyslogFormat(String name, Stamp stamp, boolean openWrt) {
        this.name = name;
        this.stamp = stamp;
        this.openWrt = openWrt;
    }

    /** {@code Nov 20 14:25:24}: journalctl's usual form and classic syslog files. */
    public static SyslogFormat shortForm() {
        return new SyslogFormat("journalctl", new YearlessStamp(false), false);
    }

    /** {@code Nov 20 14:25:24.123456}. */
    public static SyslogFormat shortPrecise() {
        return new SyslogFormat("journalctl -o short-precise", new YearlessStamp(true), false);
    }

    /** {@code Mon 2023-11-20 14:25:24 CST}. */
    public static SyslogFormat shortFull() {
        return new SyslogFormat("journalctl -o short-full", new FullStamp(), false);
    }

    /** {@code 2023-11-20T14:25:24+08:00}. */
    public static SyslogFormat shortIso() {
        return new SyslogFormat("journalctl -o short-iso", new IsoStamp(null), false);
    }

    /** {@code 2023-11-20T14:25:24.123456+08:00}: also what rsyslog writes into its files by now. */
    public static SyslogFormat shortIsoPrecise() {
        return new SyslogFormat("journalctl -o short-iso-precise", new IsoStamp('.'), false);
    }

    /** {@code [   28.911290]} before a host's name. */
    public static SyslogFormat shortMonotonic() {
        return new SyslogFormat("journalctl -o short-monotonic", new BootStamp(), false);
    }

    /** {@code 1700461524.123456}. */
    public static SyslogFormat shortUnix() {
        return new SyslogFormat("journalctl -o short-unix", new UnixStamp(), false);
    }

    /** {@code Mon Nov 20 14:25:24 2023 daemon.notice netifd:}, OpenWrt's own. */
    public static SyslogFormat logread() {
        return new SyslogFormat("logread", new CtimeStamp(false), true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        int first = 0;
        while (first < head.size() && Markers.isMarker(head.get(first).text())) {
            first++;
        }
        if (first == head.size()) {
            // "-- No entries --" alone
            return !head.getFirst().text().startsWith("-- ") || !(stamp instanceof YearlessStamp) ? NO : LIKELY;
        }
        return newHead(command).parse(head.get(first).text(), true) ? CERTAIN : NO;
    }

    private SyslogHead newHead(@Nullable Command command) {
        boolean fromJournal = command != null && command.tool().equals("journalctl");
        return new SyslogHead(stamp, stamp instanceof BootStamp && !fromJournal);
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        SyslogHead head = newHead(command);
        return new EntryReader(head, stamp instanceof BootStamp, sink);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (Fact fact : facts) {
            if (fact instanceof LogEntry entry) {
                line.setLength(0);
                print(entry, line);
                out.append(line);
            }
        }
    }

    private void print(LogEntry entry, StringBuilder line) {
        if (entry.at() == null && Markers.isBoot(entry.message())) {
            line.append(entry.message()).append('\n');
        } else if (entry.at() != null && stamp.canPrint(entry.at())) {
            stamp.print(entry.at(), line);
            line.append(' ');
            if (openWrt) {
                line.append("daemon.notice ");
            } else if (entry.host() != null) {
                line.append(entry.host()).append(' ');
            }
            EntryText.append(entry, line);
        }
    }
}
