package astray.instruments.tcpdump;

import astray.instruments.Console;
import astray.packet.LinkType;
import astray.packet.file.CaptureException;
import astray.packet.file.CaptureFile;
import astray.packet.filter.Program;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packets out of files: {@code -r} and {@code -V}. */
final class FileReading {
    private final Settings settings;
    private final Console console;
    private final @Nullable Filters filters;
    private @Nullable Sink sink;
    private long packets;

    FileReading(Settings settings, @Nullable Filters filters, Console console) {
        this.settings = settings;
        this.console = console;
        this.filters = filters;
    }

    /** Reads one file after the other; the status. */
    int read(List<String> names) throws Failure, IOException {
        int status = 0;
        try {
            for (String name : names) {
                try (CaptureFile file = Files.capture(name)) {
                    console.complain(heading(name, file));
                    if (file.linkType().equals(LinkType.LINUX_SLL2)) {
                        console.complain("Warning: interface names might be incorrect");
                    }
                    status = read(name, file);
                }
            }
        } finally {
            if (sink != null) {
                sink.close();
            }
        }
        if (settings.countOnly) {
            console.out()
                    .number(packets)
                    .text(packets == 1 ? " packet" : " packets")
                    .line();
        }
        return status;
    }

    private static String heading(String name, CaptureFile file) {
        LinkType link = file.linkType();
        String known = link.name();
        return "reading from file " + name + ", link-type "
                + (known == null ? Integer.toString(link.number()) : known + " (" + link.description() + ")")
                + ", snapshot length " + file.snapshotLength();
    }

    private int read(String name, CaptureFile file) throws Failure, IOException {
        LinkType link = file.linkType();
        Program filter = filters == null
                ? null
                : filters.compile(astray.packet.filter.Settings.of(link)
                        .snapshotLength(file.snapshotLength())
                        .optimised(settings.optimised)
                        .littleEndian(file.littleEndian()));
        if (settings.listing > 0) {
            console.out()
                    .text(Listings.of(filter == null ? Program.all(file.snapshotLength()) : filter, settings.listing));
            return 0;
        }
        Sink to = sink;
        if (to == null) {
            to = Sinks.aside(Sinks.of(settings, link, file.snapshotLength(), new SystemNames(false, null), console));
            sink = to;
        } else if (!Sinks.mayTake(to, link)) {
            throw new Failure(name + ": new dlt does not match original");
        }
        long end = settings.count == 0 ? Long.MAX_VALUE : packets + settings.skip + settings.count;
        try {
            while (packets < end && file.next()) {
                if (filter == null || filter.run(file.array(), file.offset(), file.captured(), file.length()) != 0) {
                    packets++;
                    if (packets > settings.skip && !pass(file, to)) {
                        break;
                    }
                }
            }
            return 0;
        } catch (CaptureException e) {
            to.idle();
            console.complain("tcpdump: pcap_loop: " + Files.place(e));
            return CommandLine.FAILED;
        }
    }

    private boolean pass(CaptureFile file, Sink to) throws IOException {
        return to.take(
                packets,
                file.linkType(),
                file.bytes(),
                file.offset(),
                file.captured(),
                file.length(),
                file.seconds(),
                file.nanos());
    }
}
