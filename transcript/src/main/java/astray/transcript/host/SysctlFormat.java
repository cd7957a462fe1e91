package astray.transcript.host;

import astray.facts.Fact;
import astray.facts.Sysctl;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kernel settings: {@code sysctl} (also {@code -n} and macOS's colon), and files below /proc/sys as {@code cat} and
 * {@code grep -r} print them.
 */
final class SysctlFormat implements Format {
    private enum Style {
        SYSCTL("sysctl"),
        PROC("/proc/sys"),
        BARE("sysctl -n");

        private final String title;

        Style(String title) {
            this.title = title;
        }
    }

    private final Style style;

    private SysctlFormat(Style style) {
        this.style = style;
    }

    /** {@code key = value}. */
    static SysctlFormat sysctl() {
        return new SysctlFormat(Style.SYSCTL);
    }

    /** {@code /proc/sys/path:value}. */
    static SysctlFormat proc() {
        return new SysctlFormat(Style.PROC);
    }

    /** Values alone, whose keys are in the command. */
    static SysctlFormat bare() {
        return new SysctlFormat(Style.BARE);
    }

    @Override
    public String name() {
        return style.title;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        return switch (style) {
            case SYSCTL ->
                SysctlLine.error(first) || (SysctlLine.dotted(first) != null && !configured(command)) ? CERTAIN : NO;
            case PROC -> SysctlLine.path(first) != null ? CERTAIN : NO;
            case BARE -> !SysctlLine.keys(command).isEmpty() && SysctlLine.value(first) ? CERTAIN : NO;
        };
    }

    /** A file of settings tells what shall be, not what is. */
    private static boolean configured(@Nullable Command command) {
        return command != null
                && !command.tool().equals("sysctl")
                && command.words().stream().anyMatch(w -> w.startsWith("/etc/sysctl") || w.endsWith(".conf"));
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return switch (style) {
            case SYSCTL -> line -> one(sink, line, SysctlLine.dotted(line.text().strip()));
            case PROC -> line -> one(sink, line, SysctlLine.path(line.text().strip()));
            case BARE -> new BareReader(sink, SysctlLine.keys(command));
        };
    }

    private static boolean one(Sink sink, Line line, @Nullable Sysctl setting) {
        if (setting != null) {
            sink.fact(setting, line);
        }
        return setting != null || SysctlLine.error(line.text().strip());
    }

    /** Gives each value the next key. */
    private static final class BareReader implements Reader {
        private final Sink sink;
        private final List<String> keys;
        private int next;

        BareReader(Sink sink, List<String> keys) {
            this.sink = sink;
            this.keys = keys;
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text().strip();
            if (next >= keys.size() || !SysctlLine.value(text)) {
                return false;
            }
            sink.fact(new Sysctl(keys.get(next++), text), line);
            return true;
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof Sysctl setting) {
                switch (style) {
                    case SYSCTL -> out.append(setting.key()).append(" = ");
                    case PROC -> out.append(SysctlLine.path(setting)).append(':');
                    case BARE -> {}
                }
                out.append(setting.value()).append('\n');
            }
        }
    }
}
