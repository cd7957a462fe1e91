package astray.transcript.nettools;

import astray.transcript.Format;
import java.util.List;

/** The formats of this package. */
public final class NetToolsFormats {
    private NetToolsFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(
                IfconfigFormat.linux(),
                IfconfigFormat.oldLinux(),
                IfconfigFormat.bsd(),
                RouteTableFormat.route(),
                RouteTableFormat.netstat(),
                new RouteTable6Format(),
                new BsdRouteFormat(),
                ArpFormat.linux(),
                ArpFormat.bsd(),
                new ArpTableFormat(),
                new NdpFormat());
    }
}
