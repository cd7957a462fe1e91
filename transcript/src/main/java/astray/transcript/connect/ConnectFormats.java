package astray.transcript.connect;

import astray.transcript.Format;
import java.util.List;

/** The formats of this package. */
public final class ConnectFormats {
    private ConnectFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(
                new SshFormat(),
                new NcFormat(),
                new NetcatFormat(),
                new NcatFormat(),
                new CurlFormat(),
                new TelnetFormat(),
                new WgetFormat(),
                new DevTcpFormat(),
                new TestNetConnectionFormat());
    }
}
