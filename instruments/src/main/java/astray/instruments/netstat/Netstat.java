package astray.instruments.netstat;

import astray.instruments.Console;
import astray.instruments.Instrument;
import astray.instruments.Output;
import astray.kernel.Errno;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** netstat(8): sockets, routes, interfaces, counters and multicast groups, from the text files of proc(5). */
public final class Netstat implements Instrument {
    private static final long SECOND = 1000;

    private final Sources sources;

    /** Of this machine. */
    public Netstat() {
        this(Sources.ofMachine());
    }

    Netstat(Sources sources) {
        this.sources = sources;
    }

    @Override
    public int run(List<String> words, Console console) throws IOException {
        return switch (CommandLine.read(words, console.variable("POSIXLY_CORRECT") == null)) {
            case CommandLine.Wrong(int status, String complaint) -> {
                console.complain(complaint);
                yield status;
            }
            case CommandLine.Page(String text) -> {
                console.out().text(text);
                yield 0;
            }
            case CommandLine.Listing(Settings settings) -> again(settings, console);
        };
    }

    private int again(Settings settings, Console console) throws IOException {
        while (true) {
            int status = once(settings, console);
            if (status != 0 || !settings.continuous) {
                return status;
            }
            console.out().flush();
            try {
                Thread.sleep(SECOND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return status;
            }
        }
    }

    private int once(Settings settings, Console console) throws IOException {
        if (settings.masquerade) {
            return unsupported(console, "ip_masquerade");
        }
        if (settings.json) {
            return json(settings, console);
        }
        if (settings.statistics) {
            return statistics(settings, console);
        }
        if (settings.routes) {
            return routes(settings, console);
        }
        if (settings.interfaces) {
            return new Interfaces(settings, sources, console).print();
        }
        return sockets(settings, console);
    }

    private static int unsupported(Console console, String what) {
        console.complain("netstat: no support for `" + what + "' on this system.");
        return CommandLine.FAILED;
    }

    private int statistics(Settings settings, Console console) throws IOException {
        String families = String.join(",", settings.families);
        if (!families.isEmpty() && !families.equals("inet") && !families.equals("inet6")) {
            console.out()
                    .text("netstat: No statistics support for specified address family: ")
                    .text(families)
                    .line();
            return CommandLine.FAILED;
        }
        Errno wrong = new Statistics(settings, sources, console.out()).print(families.equals("inet6"));
        if (wrong != null) {
            console.complain("netstat: cannot read the counters: " + wrong.text());
            return CommandLine.FAILED;
        }
        return 0;
    }

    private int routes(Settings settings, Console console) throws IOException {
        Output out = console.out();
        for (String family : settings.families.isEmpty() ? List.of("inet") : settings.families) {
            switch (family) {
                case "inet" -> {
                    if (!new Routes(settings, sources, out).print()) {
                        out.text("INET (IPv4) not configured in this system.").line();
                        return CommandLine.FAILED;
                    }
                }
                case "inet6" -> {
                    if (!new Routes6(settings, sources, new Names(settings, sources), out).print()) {
                        out.text("INET6 (IPv6) not configured in this system.").line();
                        return CommandLine.FAILED;
                    }
                }
                case "unix" -> {
                    console.complain("No routing for address family `unix'.");
                    return CommandLine.USAGE;
                }
                default -> {
                    return unsupported(console, "AF " + family.toUpperCase(Locale.ROOT));
                }
            }
        }
        return 0;
    }

    private int json(Settings settings, Console console) throws IOException {
        JsonListing listing = new JsonListing(settings, sources, console.out());
        try {
            if (settings.statistics) {
                Errno wrong = listing.statistics(settings.families.contains("inet6"));
                return wrong == null ? 0 : unsupported(console, wrong.text());
            }
            if (settings.interfaces) {
                listing.interfaces(InterfaceList.read(sources));
                return 0;
            }
            if (settings.routes) {
                if (settings.cache) {
                    return unsupported(console, "routing cache");
                }
                if (settings.unix()) {
                    console.complain("No routing for address family `unix'.");
                    return CommandLine.USAGE;
                }
                boolean there = (!settings.families.isEmpty() && !settings.inet() || listing.routes())
                        && (!settings.inet6() || listing.routes6());
                return there ? others(settings, console, false) : unsupported(console, "routing");
            }
            return json(listing, settings, console);
        } finally {
            listing.close();
        }
    }

    private static int json(JsonListing listing, Settings settings, Console console) throws IOException {
        boolean everything = settings.everything();
        Programs programs = settings.programs ? Programs.read(console) : null;
        try {
            for (InternetSockets.Kind kind : InternetSockets.Kind.values()) {
                boolean named = named(settings, kind);
                if ((everything || named) && !listing.internet(kind, programs) && named) {
                    return unsupported(console, "AF INET (" + kind.file + ")");
                }
            }
            if (settings.sctp) {
                return unsupported(console, "AF INET (sctp)");
            }
            if (settings.groups && !listing.groups()) {
                return unsupported(console, "AF INET (igmp)");
            }
            if ((everything || settings.unix()) && !listing.unix(programs) && settings.unix()) {
                return unsupported(console, "AF UNIX");
            }
            return others(settings, console, everything);
        } finally {
            if (programs != null) {
                programs.close();
            }
        }
    }

    private static boolean named(Settings settings, InternetSockets.Kind kind) {
        return switch (kind) {
            case TCP -> settings.tcp;
            case UDP -> settings.udp;
            case UDPLITE -> settings.udplite;
            case RAW -> settings.raw;
        };
    }

    private int sockets(Settings settings, Console console) throws IOException {
        boolean everything = settings.everything();
        Programs programs = settings.programs ? Programs.read(console) : null;
        try {
            int status = 0;
            if (everything || settings.transport()) {
                status = internet(settings, console, programs, everything);
            }
            if (status == 0 && settings.groups && !new MulticastMemberships(settings, sources, console.out()).print()) {
                status = unsupported(console, "AF INET (igmp)");
            }
            if (status == 0 && (everything || settings.unix())) {
                boolean there = new UnixSockets(settings, sources, programs, console.out()).print();
                if (!there && (settings.unix() || settings.verbose)) {
                    int missing = unsupported(console, "AF UNIX");
                    status = settings.unix() ? missing : 0;
                }
            }
            return status == 0 ? others(settings, console, everything) : status;
        } finally {
            if (programs != null) {
                programs.close();
            }
        }
    }

    private int internet(Settings settings, Console console, @Nullable Programs programs, boolean everything)
            throws IOException {
        InternetSockets sockets =
                new InternetSockets(settings, sources, new Names(settings, sources), programs, console.out());
        sockets.heading();
        for (InternetSockets.Kind kind : InternetSockets.Kind.values()) {
            boolean named = named(settings, kind);
            if ((everything || named) && !sockets.print(kind) && (named || settings.verbose)) {
                unsupported(console, "AF INET (" + kind.file + ")");
                if (named) {
                    return CommandLine.FAILED;
                }
            }
            if (kind == InternetSockets.Kind.TCP && (settings.sctp || everything && settings.verbose)) {
                unsupported(console, "AF INET (sctp)");
                if (settings.sctp) {
                    return CommandLine.FAILED;
                }
            }
        }
        return 0;
    }

    /** Families that no kernel of today has: named, they are refused; with -v they are listed. */
    private static int others(Settings settings, Console console, boolean everything) {
        for (String family : List.of("ipx", "ax25", "x25", "netrom", "rose", "ddp", "econet", "ash")) {
            boolean named = settings.families.contains(family);
            if (named || everything && settings.verbose) {
                unsupported(console, "AF " + family.toUpperCase(Locale.ROOT));
                if (named) {
                    return CommandLine.FAILED;
                }
            }
        }
        return 0;
    }
}
