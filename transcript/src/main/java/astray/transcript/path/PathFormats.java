package astray.transcript.path;

import astray.transcript.Format;
import java.util.List;

/** The formats of this package. */
public final class PathFormats {
    private PathFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(
                TracerouteFormat.linux(),
                TracerouteFormat.bsd(),
                new TracepathFormat(),
                new MtrFormat(),
                PingFormat.linux(),
                PingFormat.bsd(),
                PingFormat.busybox(),
                new ArpingFormat(),
                new TracertFormat(),
                new WindowsPingFormat());
    }
}
