package astray.transcript.firewall;

import astray.transcript.Format;
import java.util.List;

/** The formats of netfilter's tools. */
public final class FirewallFormats {
    private FirewallFormats() {}

    /** All of them, in the order in which they should be asked. */
    public static List<Format> all() {
        return List.of(new NftFormat(), new IptablesSaveFormat(), new IptablesSpecFormat(), new IptablesListFormat());
    }
}
