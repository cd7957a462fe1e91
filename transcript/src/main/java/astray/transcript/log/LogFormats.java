package astray.transcript.log;

import astray.transcript.Format;
import java.util.List;

/** The formats of logs. */
public final class LogFormats {
    private LogFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(
                SyslogFormat.shortForm(),
                DmesgFormat.plain(),
                DmesgFormat.ctime(),
                SyslogFormat.shortIsoPrecise(),
                SyslogFormat.shortIso(),
                SyslogFormat.shortFull(),
                SyslogFormat.shortPrecise(),
                SyslogFormat.shortMonotonic(),
                DmesgFormat.iso(),
                DmesgFormat.reltime(),
                SyslogFormat.shortUnix(),
                SyslogFormat.logread(),
                JournalJsonFormat.lines(),
                JournalJsonFormat.pretty(),
                new DmesgJsonFormat());
    }
}
