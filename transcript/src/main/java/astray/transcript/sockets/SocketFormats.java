package astray.transcript.sockets;

import astray.transcript.Format;
import java.util.List;

/** The formats of this package. */
public final class SocketFormats {
    private SocketFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(
                SsFormat.withNetid(),
                SsFormat.oneProtocol(),
                new NetstatFormat(),
                new BsdNetstatFormat(),
                new LsofFormat());
    }
}
