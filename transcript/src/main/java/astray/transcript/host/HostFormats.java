package astray.transcript.host;

import astray.transcript.Format;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package. */
public final class HostFormats {
    private HostFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        List<Format> all = new ArrayList<>(List.of(
                new HostNameFormat(),
                new HostnamectlFormat(),
                new UnameFormat(),
                new HostAddressesFormat(),
                SysctlFormat.sysctl(),
                SysctlFormat.proc(),
                SysctlFormat.bare(),
                new NstatFormat(),
                new NetstatStatisticsFormat(),
                HostsFormat.file(),
                HostsFormat.getent(),
                new AhostsFormat(),
                new ResolvConfFormat(),
                new DigFormat(),
                new DigShortFormat(),
                new HostCommandFormat(),
                new NslookupFormat()));
        all.addAll(DateFormat.styles());
        all.addAll(KnownFormat.all());
        return List.copyOf(all);
    }
}
