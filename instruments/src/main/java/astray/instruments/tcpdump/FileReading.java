package astray.instruments.tcpdump;

import astray.instruments.ClosedOutput;
import astray.instruments.Console;
import astray.packet.LinkType;
import astray.packet.file.CaptureException;
import astray.packet.file.CaptureFile;
import astray.packet.filter.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packets out of files: {@code -r} and {@code -V}. */
final class FileReading {
    private final Settings settings;
    private final Console console;
    private final @Nullable Filters filters;
    private final PacketPrinter printer;
    private byte[] bytes = new byte[1 << 16];
    private long packets;

    FileReading(Settings settings, @Nullable Filters filters, Console console) {
        this.settings = settings;
        this.console = console;
        this.filters = filters;
        this.printer = new PacketPrinter(settings, new SystemNames(), console.out());
    }

    /** Reads one file after the other; the status. */
    int read(List<String> names) throws Failure, IOException {
        int status = 0;
        for (String name : names) {
            try (CaptureFile file = Files.capture(name)) {
                console.complain(heading(name, file));
                if (file.linkType().equals(LinkType.LINUX_SLL2)) {
                    console.complain("Warning: interface names might be incorrect");
                }
                status = read(file);
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

    private int read(CaptureFile file) throws Failure, ClosedOutput {
        Program filter = filters == null
                ? null
                : filters.compile(astray.packet.filter.Settings.of(file.linkType())
                        .snapshotLength(file.snapshotLength())
                        .optimised(settings.optimised)
                        .littleEndian(file.littleEndian()));
        long end = settings.count == 0 ? Long.MAX_VALUE : packets + settings.skip + settings.count;
        try {
            while (packets < end && file.next()) {
                if (filter == null || filter.run(file.bytes(), file.offset(), file.captured(), file.length()) != 0) {
                    packets++;
                    take(file);
                }
            }
            return 0;
        } catch (CaptureException e) {
            console.out().flush();
            console.complain("tcpdump: pcap_loop: " + Files.place(e));
            return CommandLine.FAILED;
        }
    }

    private void take(CaptureFile file) throws ClosedOutput {
        if (packets <= settings.skip || settings.countOnly) {
            return;
        }
        int captured = file.captured();
        ByteBuffer buffer = file.bytes();
        byte[] packet;
        int from;
        if (buffer.hasArray()) {
            packet = buffer.array();
            from = buffer.arrayOffset() + file.offset();
        } else {
            if (captured > bytes.length) {
                bytes = new byte[Math.max(captured, 2 * bytes.length)];
            }
            buffer.get(file.offset(), bytes, 0, captured);
            packet = bytes;
            from = 0;
        }
        printer.print(
                packets, file.linkType().number(), packet, from, captured, file.length(), file.seconds(), file.nanos());
    }
}
