package astray.transcript.capture;

import astray.transcript.Format;
import java.util.List;

/** The formats of this package. */
public final class CaptureFormats {
    private CaptureFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(new TcpdumpFormat());
    }
}
