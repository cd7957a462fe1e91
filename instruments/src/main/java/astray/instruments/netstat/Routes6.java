package astray.instruments.netstat;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.kernel.ErrnoException;
import astray.kernel.proc.RouteTable6;
import java.io.IOException;
import java.io.InputStream;

/** The IPv6 routes of all tables. */
final class Routes6 {
    private final Settings settings;
    private final Sources sources;
    private final Names names;
    private final Output out;
    private final AddressText cell = new AddressText();

    Routes6(Settings settings, Sources sources, Names names, Output out) {
        this.settings = settings;
        this.sources = sources;
        this.names = names;
        this.out = out;
    }

    /**
     * Prints them.
     *
     * @return whether this kernel has the table
     */
    boolean print() throws IOException {
        boolean there = true;
        if (settings.fib || !settings.cache) {
            there = print(false);
        }
        return there && (!settings.cache || print(true));
    }

    private boolean print(boolean cached) throws IOException {
        try (InputStream stream = sources.net().open("ipv6_route")) {
            out.text(cached ? "Kernel IPv6 routing cache" : "Kernel IPv6 routing table")
                    .line();
            out.text("Destination                    Next Hop                   Flag Met Ref  Use If")
                    .line();
            RouteTable6 table = new RouteTable6(stream);
            while (table.next()) {
                if ((table.flags() & RouteFlags.CACHE) != 0 == cached) {
                    row(table);
                }
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    private void row(RouteTable6 row) throws ClosedOutput {
        cell.clear();
        names.inet6(cell, row.destinationHigh(), row.destinationLow());
        cell.put('/').number(row.length());
        cell.write(out, 30);
        out.put(' ');
        cell.clear();
        names.inet6(cell, row.gatewayHigh(), row.gatewayLow());
        cell.write(out, 26);
        out.put(' ')
                .left(RouteFlags.inet6(row.flags()), 4)
                .put(' ')
                .left(Integer.toString(row.metric()), 3)
                .put(' ')
                .text(Integer.toString((int) row.references()))
                .put(' ')
                .right(Integer.toString((int) row.uses()), 6)
                .put(' ')
                .text(UnixSockets.path(row.device()))
                .line();
    }
}
