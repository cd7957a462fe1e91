package astray.transcript.iproute;

import astray.transcript.Format;
import java.util.List;

/** The formats of this package. */
public final class IpRouteFormats {
    /** Stands for the interface of an address where a text, such as {@code ip addr | grep inet}, does not show it. */
    public static final String UNKNOWN_DEV = "?";

    private IpRouteFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(
                new BridgeLinkFormat(),
                InterfaceFormat.addr(),
                InterfaceFormat.addrDetails(),
                InterfaceFormat.addrOneline(),
                InterfaceFormat.link(),
                InterfaceFormat.linkDetails(),
                InterfaceFormat.linkOneline(),
                BriefInterfaceFormat.addr(),
                BriefInterfaceFormat.link(),
                InterfaceJsonFormat.addr(),
                InterfaceJsonFormat.link(),
                new LookupFormat(),
                RouteFormat.plain(),
                RouteFormat.details(),
                RouteFormat.oneline(),
                RouteJsonFormat.lookups(),
                RouteJsonFormat.routes(),
                new RuleFormat(),
                new RuleJsonFormat(),
                new NeighFormat(),
                new BriefNeighFormat(),
                new NeighJsonFormat());
    }
}
