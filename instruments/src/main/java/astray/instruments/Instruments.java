package astray.instruments;

import astray.instruments.dmesg.Dmesg;
import astray.instruments.ip.Ip;
import astray.instruments.journalctl.Journalctl;
import astray.instruments.lsof.Lsof;
import astray.instruments.netstat.Netstat;
import astray.instruments.tcpdump.Tcpdump;
import org.jspecify.annotations.Nullable;

/** The instruments by name. */
public final class Instruments {
    private Instruments() {}

    /** The instrument of this name; {@code null} when there is none. */
    public static @Nullable Instrument named(String name) {
        return switch (name) {
            case "dmesg" -> new Dmesg();
            case "ip" -> new Ip();
            case "journalctl" -> new Journalctl();
            case "lsof" -> new Lsof();
            case "netstat" -> new Netstat();
            case "tcpdump" -> new Tcpdump();
            default -> null;
        };
    }
}
