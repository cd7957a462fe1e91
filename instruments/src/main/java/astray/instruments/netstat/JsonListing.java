package astray.instruments.netstat;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.JsonRows;
import astray.instruments.Output;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.proc.Counters;
import astray.kernel.proc.DeviceTable;
import astray.kernel.proc.InetTable;
import astray.kernel.proc.MulticastGroups;
import astray.kernel.proc.NetFile;
import astray.kernel.proc.ReadAhead;
import astray.kernel.proc.RouteTable;
import astray.kernel.proc.RouteTable6;
import astray.kernel.proc.UnixTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same listings as one JSON array, an object for each row. Selections apply as ever; columns need not be asked for,
 * but for the processes (-p). Numbers are numbers; names stand beside them unless -n leaves them out.
 */
final class JsonListing {
    private static final String[] TIMERS = {"off", "retransmit", "keepalive", "timewait", "probe"};
    private static final long TICK_MILLIS = 10;

    private final Settings settings;
    private final Sources sources;
    private final Names names;
    private final JsonRows rows;

    JsonListing(Settings settings, Sources sources, Output out) {
        this.settings = settings;
        this.sources = sources;
        this.names = new Names(settings, sources);
        this.rows = new JsonRows(out);
    }

    void close() throws IOException {
        rows.close();
    }

    boolean internet(InternetSockets.Kind kind, @Nullable Programs programs) throws IOException {
        boolean there = !settings.shows4() || internet(kind, Family.INET, programs);
        if (settings.shows6()) {
            internet(kind, Family.INET6, programs);
        }
        return there;
    }

    private boolean internet(InternetSockets.Kind kind, Family family, @Nullable Programs programs) throws IOException {
        try (InputStream stream =
                new ReadAhead(sources.net().open(family == Family.INET ? kind.file : kind.file + "6"))) {
            InetTable table = new InetTable(stream, family);
            while (table.next()) {
                if (settings.all || settings.listening == InternetSockets.listens(kind, table)) {
                    internet(kind, table, programs);
                }
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    private void internet(InternetSockets.Kind kind, InetTable table, @Nullable Programs programs) throws IOException {
        rows.row()
                .text("protocol", kind.file)
                .text("family", table.family() == Family.INET ? "inet" : "inet6")
                .text("state", kind == InternetSockets.Kind.RAW ? null : stateOrNull(kind, table.state()))
                .number("receiveQueue", table.receiveQueue())
                .number("sendQueue", table.sendQueue());
        end("local", table.local(), table.localPort(), kind);
        end("remote", table.remote(), table.remotePort(), kind);
        rows.number("uid", table.uid());
        if (!settings.numericUsers) {
            rows.text("user", names.user(table.uid()));
        }
        rows.number("inode", table.inode());
        int timer = table.timer();
        rows.text("timer", timer >= 0 && timer < TIMERS.length ? TIMERS[timer] : "timer " + timer)
                .number("timerMillis", table.timerTicks() * TICK_MILLIS)
                .number("retransmits", table.retransmits())
                .number("probes", table.probes());
        program(programs, table.inode());
        rows.end();
    }

    private static @Nullable String stateOrNull(InternetSockets.Kind kind, int state) {
        String word = InternetSockets.state(kind, state);
        return word.isEmpty() ? null : word;
    }

    private void end(String which, IpAddress address, int port, InternetSockets.Kind kind) {
        rows.text(which + "Address", address.toString()).number(which + "Port", port);
        if (!settings.numericHosts && !address.isAny()) {
            rows.text(which + "Host", sources.hosts().name(address));
        }
        if (!settings.numericPorts && port != 0) {
            rows.text(which + "Service", names.service(port, kind.services));
        }
    }

    private void program(@Nullable Programs programs, long inode) {
        if (programs != null) {
            int pid = programs.process(inode);
            rows.number("pid", pid < 0 ? null : Long.valueOf(pid)).text("program", programs.name(inode));
        }
    }

    boolean unix(@Nullable Programs programs) throws IOException {
        try (InputStream stream = sources.net().open("unix")) {
            UnixTable table = new UnixTable(stream);
            while (table.next()) {
                if (settings.all || settings.listening == UnixSockets.listens(table)) {
                    rows.row()
                            .text("protocol", "unix")
                            .text("type", UnixSockets.type(table.type()))
                            .text("state", UnixSockets.state(table).isEmpty() ? null : UnixSockets.state(table))
                            .number("references", table.references())
                            .number("inode", table.inode())
                            .text("path", table.path().isEmpty() ? null : table.path());
                    program(programs, table.inode());
                    rows.end();
                }
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    boolean routes() throws IOException {
        try (InputStream stream = sources.net().open("route")) {
            RouteTable table = new RouteTable(stream);
            while (table.next()) {
                if ((table.flags() & RouteFlags.UP) != 0) {
                    rows.row()
                            .text("family", "inet")
                            .text(
                                    "destination",
                                    IpAddress.v4(table.destination()).toString())
                            .number("prefixLength", Integer.bitCount(table.mask()))
                            .text(
                                    "gateway",
                                    table.gateway() == 0
                                            ? null
                                            : IpAddress.v4(table.gateway()).toString())
                            .text("flags", RouteFlags.inet(table.flags()))
                            .number("metric", table.metric())
                            .number("mss", table.mtu())
                            .number("window", table.window())
                            .number("irtt", table.rtt())
                            .text("interface", table.device())
                            .end();
                }
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    boolean routes6() throws IOException {
        try (InputStream stream = sources.net().open("ipv6_route")) {
            RouteTable6 table = new RouteTable6(stream);
            while (table.next()) {
                IpAddress gateway = new IpAddress(Family.INET6, table.gatewayHigh(), table.gatewayLow());
                rows.row()
                        .text("family", "inet6")
                        .text(
                                "destination",
                                new IpAddress(Family.INET6, table.destinationHigh(), table.destinationLow()).toString())
                        .number("prefixLength", table.length())
                        .text("gateway", gateway.isAny() ? null : gateway.toString())
                        .text("flags", RouteFlags.inet6(table.flags()))
                        .number("metric", Integer.toUnsignedLong(table.metric()))
                        .text("interface", table.device())
                        .end();
            }
            return true;
        } catch (ErrnoException e) {
            return false;
        }
    }

    boolean groups() throws IOException {
        List<MulticastGroups.Group> groups = new ArrayList<>();
        boolean there = !settings.shows4();
        if (settings.shows4() && sources.net().read("igmp") instanceof NetFile.Whole whole) {
            groups.addAll(MulticastGroups.inet(whole.bytes()));
            there = true;
        }
        if (settings.shows6() && sources.net().read("igmp6") instanceof NetFile.Whole whole) {
            groups.addAll(MulticastGroups.inet6(whole.bytes()));
        }
        for (MulticastGroups.Group group : groups) {
            rows.row()
                    .text("interface", group.device())
                    .text("group", group.group().toString())
                    .number("references", group.users())
                    .end();
        }
        return there;
    }

    @Nullable
    Errno statistics(boolean inet6) throws IOException {
        for (String file : inet6 ? List.of("snmp6") : List.of("snmp", "netstat")) {
            switch (sources.net().read(file)) {
                case NetFile.Whole whole -> {
                    Counters counters = inet6 ? Counters.ofLines(whole.bytes()) : Counters.ofTable(whole.bytes());
                    for (int i = 0; i < counters.size(); i++) {
                        String group = inet6 ? Statistics.group6(counters.name(i)) : counters.group(i);
                        if (Statistics.wanted(settings, group)) {
                            rows.row()
                                    .text("group", group)
                                    .text("name", counters.name(i))
                                    .number("value", counters.value(i))
                                    .end();
                        }
                    }
                }
                case NetFile.Unreadable(Errno errno) -> {
                    return errno;
                }
            }
        }
        return null;
    }

    void interfaces(Iterable<NetInterface> interfaces) throws IOException {
        for (NetInterface one : interfaces) {
            if (!settings.all && (one.flags() & NetInterface.UP) == 0) {
                continue;
            }
            rows.row().text("interface", one.name()).number("mtu", one.mtu()).text("flags", one.words());
            DeviceTable.Device c = one.counters();
            if (c != null) {
                rows.unsigned("receivedBytes", c.receivedBytes())
                        .unsigned("received", c.received())
                        .unsigned("receiveErrors", c.receiveErrors())
                        .unsigned("receiveDropped", c.receiveDropped())
                        .unsigned("receiveOverruns", c.receiveFifo())
                        .unsigned("sentBytes", c.sentBytes())
                        .unsigned("sent", c.sent())
                        .unsigned("sendErrors", c.sendErrors())
                        .unsigned("sendDropped", c.sendDropped())
                        .unsigned("sendOverruns", c.sendFifo());
            }
            rows.end();
        }
    }
}
