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
 * dmesg(1) and the kernel's lines as a console shows them: {@code STAMP message}, perhaps with the priority before it
 * ({@code -x}, {@code -r}) and the caller behind the stamp. Entries that do not matter ({@link LogRelevance}) are read
 * and give no fact.
 */
public final class DmesgFormat implements Format {
    private final String name;
    private final Stamp stamp;

    private DmesgFormat(String name, Stamp stamp) {
        this.name = name;
        this.stamp = stamp;
    }

    /** {@code [   28.911290]}. */
    public static DmesgFormat plain() {
        return new DmesgFormat("dmesg", new BootStamp());
    }

    /** {@code [Mon Nov 20 15:23:57 2023]}. */
    public static DmesgFormat ctime() {
        return new DmesgFormat("dmesg -T", new CtimeStamp(true));
    }

    /** {@code 2023-11-20T15:23:57,123456+08:00}. */
    public static DmesgFormat iso() {
        return new DmesgFormat("dmesg --time-format iso", new IsoStamp(','));
    }

    /** {@code [Nov20 15:23]} and {@code [  +0.000006]}. */
    public static DmesgFormat reltime() {
        return new DmesgFormat("dmesg -H", new ReltimeStamp());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return newHead(command).parse(head.getFirst().text(), true) ? CERTAIN : NO;
    }

    private KernelHead newHead(@Nullable Command command) {
        boolean fromDmesg = command != null && command.tool().equals("dmesg");
        return new KernelHead(stamp, stamp instanceof BootStamp && !fromDmesg);
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new EntryReader(newHead(command), stamp instanceof BootStamp, sink);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (Fact fact : facts) {
            if (fact instanceof LogEntry entry && entry.at() != null && stamp.canPrint(entry.at())) {
                line.setLength(0);
                stamp.print(entry.at(), line);
                line.append(' ');
                if (entry.pid() == null) {
                    EntryText.message(entry.message(), line);
                } else {
                    EntryText.append(entry, line);
                }
                out.append(line);
            }
        }
    }
}
