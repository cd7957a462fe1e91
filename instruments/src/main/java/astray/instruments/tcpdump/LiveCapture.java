package astray.instruments.tcpdump;

import astray.instruments.Console;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.Signals;
import astray.kernel.inet.NetDevice;
import astray.kernel.packet.PacketRing;
import astray.kernel.process.PasswordDatabase;
import astray.packet.LinkType;
import astray.packet.filter.Program;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Packets of an interface as they pass. */
final class LiveCapture {
    /** How often signals are looked for while nothing comes. */
    private static final int LOOK_MILLIS = 100;

    /** How long a packet waits for others in the ring: short enough that the last ones are waited for at the end. */
    private static final int BATCH_MILLIS = 50;

    private static final int LAST_MILLIS = BATCH_MILLIS + 30;

    private static final int DEFAULT_RING = 64 << 20;
    /** The index that lo has in every namespace. */
    private static final int LOOPBACK = 1;

    private static final Errno ENETDOWN = new Errno(100);

    private final Settings settings;
    private final @Nullable Filters filters;
    private final Console console;
    private final String name;
    private final @Nullable NetDevice device;
    private final CaptureLink captured;
    private final LinkType link;
    private final int snapshotLength;

    /** What the interface itself lost before the start; it counts since it is there. */
    private final InterfaceDrops interfaceDrops;

    private volatile boolean stopped;
    private volatile boolean hurried;
    private volatile boolean asked;
    private long packets;

    private LiveCapture(
            Settings settings,
            @Nullable Filters filters,
            Console console,
            String name,
            @Nullable NetDevice device,
            LinkType link) {
        this.settings = settings;
        this.filters = filters;
        this.console = console;
        this.name = name;
        this.device = device;
        this.captured = linksOf(device);
        this.link = link;
        this.snapshotLength = settings.snapshotLength == 0 ? Settings.LONGEST_PACKET : settings.snapshotLength;
        this.interfaceDrops = new InterfaceDrops(name);
    }

    private static CaptureLink linksOf(@Nullable NetDevice device) {
        return device == null ? CaptureLink.ANY : CaptureLink.of(device.type());
    }

    /** Captures, or tells what it was asked about the interface; the status. */
    static int run(Settings settings, @Nullable Filters filters, Console console) throws Failure, IOException {
        String name = settings.device == null ? firstDevice() : settings.device;
        NetDevice device = name.equals(Devices.ANY) ? null : device(name);
        String found = device == null ? Devices.ANY : device.name();
        CaptureLink links = linksOf(device);
        if (settings.timeTypeList) {
            console.out().text("Time stamp types for ").text(found).text(" (use option -j to set):\n  host (Host)\n");
            return 0;
        }
        if (settings.linkTypeList) {
            listLinks(found, links, console);
            return 0;
        }
        LinkType link = link(settings, links, console);
        LiveCapture capture = new LiveCapture(settings, filters, console, found, device, link);
        return settings.listing > 0 ? capture.listProgram() : capture.open();
    }

    private static String firstDevice() throws Failure, IOException {
        String first = Devices.list().name(1);
        if (first == null) {
            throw new Failure("no interfaces available for capture");
        }
        return first;
    }

    /** By name; a number that is no name stands for a row of {@code -D}. */
    private static NetDevice device(String name) throws Failure, IOException {
        try {
            return NetDevice.named(name);
        } catch (ErrnoException e) {
            Long number = CommandLine.number(name);
            if (!e.errno().equals(Errno.ENODEV) || number == null) {
                throw new Failure(
                        e.errno().equals(Errno.ENODEV)
                                ? name + ": No such device exists"
                                : String.valueOf(e.getMessage()));
            }
            Devices list = Devices.list();
            String found = list.name(number);
            if (found == null) {
                throw new Failure("Invalid adapter index " + name + ": only " + list.size() + " interfaces found");
            }
            if (found.equals(Devices.ANY)) {
                throw new Failure("Adapter index " + name + " stands for any: please use -i any");
            }
            return NetDevice.named(found);
        }
    }

    private static void listLinks(String name, CaptureLink links, Console console) throws IOException {
        console.out()
                .text("Data link types for ")
                .text(name)
                .text(" (use option -y to set):")
                .line();
        for (LinkType link : links.listed()) {
            console.out().text("  ").text(String.valueOf(link.name()));
            console.out().text(" (").text(String.valueOf(link.description())).put(')');
            if (!astray.packet.text.PacketText.isKnown(link.number())) {
                console.out().text(" (printing not supported)");
            }
            console.out().line();
        }
    }

    private static LinkType link(Settings settings, CaptureLink links, Console console) throws Failure {
        LinkType wanted = settings.linkType;
        if (wanted == null) {
            return links.usual();
        }
        if (!links.links().contains(wanted)) {
            throw new Failure(wanted.name() + " is not one of the DLTs supported by this device");
        }
        console.complain("tcpdump: data link type " + wanted.name());
        return wanted;
    }

    private astray.packet.filter.Settings compiling(boolean kernel) {
        // as the original, which looks the netmask up for -f only
        return astray.packet.filter.Settings.of(link)
                .snapshotLength(snapshotLength)
                .optimised(settings.optimised)
                .netmask(0)
                .live(kernel)
                .vlanAside(kernel);
    }

    private Program program(boolean kernel) throws Failure {
        return filters == null ? Program.all(snapshotLength) : filters.compile(compiling(kernel));
    }

    private int listProgram() throws Failure {
        console.out().text(Listings.of(program(true), settings.listing));
        return 0;
    }

    private int open() throws Failure, IOException {
        int size = settings.ringBytes == 0 ? DEFAULT_RING : settings.ringBytes;
        int batch = settings.immediate ? 1 : BATCH_MILLIS;
        PacketRing opened;
        try {
            opened = PacketRing.open(device, captured.bare(), size, batch);
        } catch (ErrnoException e) {
            throw refused(e);
        }
        try (PacketRing ring = opened) {
            if (!captured.known()) {
                console.complain("tcpdump: WARNING: arptype " + (device == null ? 0 : device.type())
                        + " not supported: captured as a cooked link");
            }
            if (settings.promiscuous && device != null) {
                ring.promiscuous();
            }
            Program inKernel = program(true);
            Program here = null;
            Program fitting = captured.bare() ? inKernel.cooked(link) : inKernel;
            if (fitting == null || !fitting.fitsKernel()) {
                here = program(false);
                fitting = Program.all(Settings.LONGEST_PACKET);
            }
            relinquish();
            ring.filter(fitting.codes(), fitting.jumpsTrue(), fitting.jumpsFalse(), fitting.constants());
            NetDevice.Network network = settings.foreignNumeric && device != null ? NetDevice.network(name) : null;
            try (Sink sink = Sinks.of(settings, link, snapshotLength, new SystemNames(true, network), console)) {
                return capture(ring, here, sink);
            }
        }
    }

    private Failure refused(ErrnoException e) {
        boolean permission = e.errno().equals(Errno.EPERM) || e.errno().equals(Errno.EACCES);
        return new Failure(
                permission
                        ? name + ": You don't have permission to perform this capture on that device (" + e.call()
                                + ": " + e.errno().text() + ")"
                        : String.valueOf(e.getMessage()));
    }

    private void relinquish() throws Failure {
        String user = settings.user;
        if (user == null || user.equals("root")) {
            return;
        }
        try {
            if (!PasswordDatabase.become(user)) {
                throw new Failure("Couldn't find user '" + user + "'");
            }
            console.complain("dropped privs to " + user);
        } catch (ErrnoException e) {
            throw new Failure("Couldn't change to '" + user + "': " + e.errno().text());
        }
    }

    private int capture(PacketRing ring, @Nullable Program filter, Sink sink) throws Failure, IOException {
        try (var _ = Signals.handle(this::stop, Signals.INTERRUPT, Signals.TERMINATE);
                var _ = Signals.handle(() -> asked = true, Signals.USER_1)) {
            return started(ring, filter, sink);
        }
    }

    /** Once: what came before is still taken. Twice: not even that. */
    private void stop() {
        hurried = stopped;
        stopped = true;
    }

    private int started(PacketRing ring, @Nullable Program filter, Sink sink) throws Failure, IOException {
        try {
            ring.start();
        } catch (ErrnoException e) {
            throw e.errno().equals(ENETDOWN) ? new Failure(name + ": That device is not up") : refused(e);
        }
        announce();
        LiveFrame frame = new LiveFrame(link, snapshotLength);
        String trouble = null;
        boolean ended = false;
        try {
            ended = loop(ring, frame, filter, sink);
        } catch (ErrnoException e) {
            trouble = e.errno().equals(ENETDOWN) ? "The interface disappeared" : String.valueOf(e.getMessage());
        }
        if (!ended) {
            ended = last(ring, frame, filter, sink);
        }
        if (settings.writeFile == null && stopped && !ended) {
            // the terminal shows ^C in front of what comes now
            console.out().line();
        }
        sink.idle();
        if (trouble != null) {
            console.complain("tcpdump: pcap_loop: " + trouble);
        }
        if (sink instanceof Writing && ended && settings.fileSeconds > 0 && packets != settings.count) {
            console.complain("Maximum file limit reached: " + settings.fileCount);
        }
        console.complain(counts(ring, "\n"));
        return trouble == null ? 0 : CommandLine.FAILED;
    }

    private void announce() {
        boolean quiet = settings.verbosity == 0 && settings.writeFile == null;
        if (quiet) {
            console.complain("tcpdump: verbose output suppressed, use -v[v]... for full protocol decode");
        }
        console.complain((quiet ? "" : "tcpdump: ") + "listening on " + name + ", link-type " + link.name() + " ("
                + link.description() + "), snapshot length " + snapshotLength + " bytes");
    }

    /** Takes packets until it is stopped; true when no more are wanted. */
    private boolean loop(PacketRing ring, LiveFrame frame, @Nullable Program filter, Sink sink) throws IOException {
        Progress progress = new Progress(console, settings);
        while (!stopped) {
            if (asked) {
                asked = false;
                console.complain("tcpdump: " + counts(ring, ", "));
            }
            progress.show(packets);
            if (!await(ring, 0)) {
                sink.idle();
                await(ring, LOOK_MILLIS);
            }
            while (!stopped && !asked && ring.next()) {
                if (!take(ring, frame, filter, sink)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What came before the end was asked for: nothing comes after it, so that the ring runs dry. */
    private boolean last(PacketRing ring, LiveFrame frame, @Nullable Program filter, Sink sink) throws IOException {
        Program none = Program.all(0);
        ring.filter(none.codes(), none.jumpsTrue(), none.jumpsFalse(), none.constants());
        try {
            do {
                while (!hurried && ring.next()) {
                    if (!take(ring, frame, filter, sink)) {
                        return true;
                    }
                }
            } while (!hurried && ring.await(LAST_MILLIS));
        } catch (ErrnoException e) {
            // the interface is gone, and its packets were taken
        }
        return false;
    }

    /** Takes the packet that the ring is at, if it is wanted; false when no more are. */
    private boolean take(PacketRing ring, LiveFrame frame, @Nullable Program filter, Sink sink) throws IOException {
        if (!isWanted(ring.kind(), ring.interfaceIndex())) {
            return true;
        }
        frame.turnTo(ring);
        if (filter != null && filter.run(ring.bytes(), frame.offset(), frame.captured(), frame.length()) == 0) {
            return true;
        }
        packets++;
        boolean more = packets <= settings.skip
                || sink.take(
                        packets,
                        link,
                        ring.bytes(),
                        frame.offset(),
                        frame.captured(),
                        frame.length(),
                        ring.seconds(),
                        ring.nanos());
        return more && (settings.count == 0 || packets < settings.skip + settings.count);
    }

    /** An interface that is down may come up again; one that is gone does not. */
    private boolean await(PacketRing ring, int millis) throws IOException {
        try {
            return ring.await(millis);
        } catch (ErrnoException e) {
            boolean down = e.errno().equals(ENETDOWN);
            if (!down || device != null && NetDevice.nameOf(device.index()) == null) {
                throw e;
            }
            return false;
        }
    }

    /** By direction. What leaves through the loopback comes in there too, and is not told twice. */
    private boolean isWanted(int kind, int index) {
        if (kind == PacketRing.OUTGOING) {
            return settings.direction != Settings.Direction.IN && index != LOOPBACK;
        }
        return settings.direction != Settings.Direction.OUT;
    }

    private String counts(PacketRing ring, String between) throws IOException {
        long lost = interfaceDrops.since();
        return plural(packets, " captured")
                + between
                + plural(ring.packets(), " received by filter")
                + between
                + plural(ring.drops(), " dropped by kernel")
                + (lost == 0 ? "" : between + plural(lost, " dropped by interface"));
    }

    private static String plural(long count, String what) {
        return count + (count == 1 ? " packet" : " packets") + what;
    }
}
