package astray.instruments.netstat;

import astray.facts.IpAddress;
import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.kernel.ErrnoException;
import astray.kernel.proc.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The IPv4 routes of the main table. */
final class Routes {
    private static final int NAME = 15;
    private static final int HOST = 4;

    private final Settings settings;
    private final Sources sources;
    private final Output out;
    private final AddressText cell = new AddressText();

    Routes(Settings settings, Sources sources, Output out) {
        this.settings = settings;
        this.sources = sources;
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
            there = table();
        }
        return there && (!settings.cache || cache());
    }

    private boolean table() throws IOException {
        try (InputStream stream = sources.net().open("route")) {
            out.text("Kernel IP routing table").line();
            if (settings.extended > 2) {
                return true;
            }
            out.text(
                            switch (settings.extended) {
                                case 0 ->
                                    "Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface";
                                case 1 ->
                                    "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface";
                                default ->
                                    "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt";
                            })
                    .line();
            RouteTable table = new RouteTable(stream);
            while (table.next()) {
                if ((table.flags() & RouteFlags.UP) != 0) {
                    row(table);
                }
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    /** Linux has kept no cache of IPv4 routes since 3.6: the file is there, and empty. */
    private boolean cache() throws IOException {
        try (InputStream stream = sources.net().open("rt_cache")) {
            out.text("Kernel IP routing cache").line();
            if (settings.extended > 2) {
                return true;
            }
            out.text(
                            switch (settings.extended) {
                                case 0 ->
                                    "Source          Destination     Gateway         Flags   MSS Window  irtt Iface";
                                case 1 ->
                                    "Source          Destination     Gateway         Flags Metric Ref    Use Iface";
                                default ->
                                    "Source          Destination     Gateway         Flags Metric Ref    Use Iface    MSS   Window irtt  TOS HHRef HHUptod     SpecDst";
                            })
                    .line();
            return stream.read() >= -1;
        } catch (ErrnoException e) {
            return false;
        }
    }

    private void row(RouteTable row) throws ClosedOutput {
        boolean reject = (row.flags() & RouteFlags.REJECT) != 0;
        destination(row);
        field(NAME);
        if (reject) {
            out.left("-", NAME);
        } else {
            gateway(row.gateway());
            cell.cut(NAME);
            cell.write(out, NAME);
        }
        out.put(' ');
        cell.clear().inet(row.mask());
        field(NAME);
        out.left(RouteFlags.inet(row.flags()), 5).put(' ');
        if (settings.extended == 0) {
            figure(reject, row.mtu(), -5);
            out.put(' ');
            figure(reject, row.window(), 5);
            out.put(' ');
            figure(reject, row.rtt(), -6);
            out.put(' ');
            device(reject ? "-" : row.device());
        } else {
            extended(row, reject);
        }
        out.line();
    }

    private void extended(RouteTable row, boolean reject) {
        boolean full = settings.extended > 1;
        figure(false, row.metric(), 6);
        out.put(' ');
        figure(reject, row.references(), full ? 3 : 2);
        out.put(' ');
        figure(false, row.uses(), full ? -6 : -7);
        out.put(' ');
        if (!full) {
            device(reject ? "-" : row.device());
            return;
        }
        String device = UnixSockets.path(reject ? "-" : row.device());
        out.left(device.length() > 6 ? device.substring(0, 6) : device, 8).put(' ');
        figure(reject, row.mtu(), 5);
        out.put(' ');
        figure(reject, row.window(), 6);
        out.put(' ');
        figure(reject, row.rtt(), 0);
    }

    /** A number, or a dash; a width below 0 has the blanks in front. */
    private void figure(boolean dash, long value, int width) {
        String text = dash ? "-" : Long.toString(value);
        if (width < 0) {
            out.right(text, -width);
        } else {
            out.left(text, width);
        }
    }

    private void device(String name) {
        out.text(UnixSockets.path(name));
    }

    private void field(int width) {
        cell.cut(width);
        cell.write(out, width);
        out.put(' ');
    }

    /** A network's name, or that of a host where the address has bits beyond its mask. */
    private void destination(RouteTable row) {
        int address = row.destination();
        cell.clear();
        if (!settings.numericHosts) {
            String name = address == 0
                    ? "default"
                    : (row.flags() & HOST) != 0 || (address & ~row.mask()) != 0
                            ? host(address)
                            : sources.networks().name(address);
            if (name != null) {
                cell.text(name);
                return;
            }
        }
        cell.inet(address);
    }

    private void gateway(int address) {
        String name = settings.numericHosts || address == 0 ? null : host(address);
        cell.clear();
        if (name == null) {
            cell.inet(address);
        } else {
            cell.text(name);
        }
    }

    private @Nullable String host(int address) {
        return sources.hosts().name(IpAddress.v4(address));
    }
}
