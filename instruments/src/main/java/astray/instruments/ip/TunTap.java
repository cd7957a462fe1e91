package astray.instruments.ip;

import astray.kernel.link.Tun;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ip tuntap}: links whose other end is a program, and with {@code -d} which programs. */
final class TunTap implements IpObject {
    private static final String NAME = "tuntap";
    private static final Path PROCESSES = Path.of("/proc");

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        for (String change : new String[] {"add", "delete"}) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.isShow(command)) {
            // the original shows all, whatever mode or device is given
            while (words.hasNext()) {
                words.next();
            }
            show(session);
            return 0;
        }
        if (Words.matches(command, "help")) {
            throw Usage.of("ip tuntap [ show | list | lst ]");
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static void show(Session session) throws IOException {
        Printer printer = session.printer();
        printer.open();
        for (Message message :
                session.dump(Link.withKind(Link.list(Families.UNSPEC, Link.WITHOUT_STATISTICS), "tun"))) {
            Link link = new Link(message);
            String name = link.name();
            if (name != null && "tun".equals(link.kind())) {
                printer.openObject();
                print(session, link, name);
                printer.closeObject();
            }
        }
        printer.close();
    }

    private static void print(Session session, Link link, String name) throws IOException {
        Printer printer = session.printer();
        Attributes tun = link.data();
        printer.string(Colour.INTERFACE, "ifname", "", name, ":");
        printer.openArray("flags");
        boolean information = tun.u8(Tun.PI, 0) != 0;
        flag(printer, tun.u8(Tun.TYPE, 0) == 1, "tun");
        flag(printer, tun.u8(Tun.TYPE, 0) == 2, "tap");
        flag(printer, information, "pi");
        flag(printer, tun.u8(Tun.VNET_HDR, 0) != 0, "vnet_hdr");
        flag(printer, tun.u8(Tun.MULTI_QUEUE, 0) != 0, "multi_queue");
        flag(printer, tun.u8(Tun.PERSIST, 0) != 0, "persist");
        // to the original "filter" and "pi" are the same bit
        flag(printer, information, "filter");
        printer.closeArray();
        if (tun.has(Tun.OWNER)) {
            printer.number("user", " user ", tun.u32(Tun.OWNER, 0), "");
        }
        if (tun.has(Tun.GROUP)) {
            printer.number("group", " group ", tun.u32(Tun.GROUP, 0), "");
        }
        printer.end();
        if (session.settings().details()) {
            printProcesses(printer, name);
        }
    }

    private static void flag(Printer printer, boolean set, String name) {
        if (set) {
            printer.string(null, " ", name, "");
        }
    }

    private static void printProcesses(Printer printer, String device) throws IOException {
        printer.openArray("processes");
        printer.text("\tAttached to processes:");
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROCESSES)) {
            for (Path folder : folders) {
                long process = Words.number(String.valueOf(folder.getFileName()), 10);
                if (process >= 0) {
                    printProcess(printer, folder, process, device);
                }
            }
        }
        printer.closeArray();
        printer.end();
    }

    private static void printProcess(Printer printer, Path folder, long process, String device) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("fd"))) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).toString().equals("/dev/net/tun")
                        && text(folder.resolve("fdinfo").resolve(String.valueOf(file.getFileName())))
                                .contains("\niff:\t" + device + "\n")) {
                    printer.openObject();
                    printer.string("name", " ", text(folder.resolve("comm")).strip(), "");
                    printer.number("pid", "(", process, ")");
                    printer.closeObject();
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException goneOrForbidden) {
            // as in the original, processes that may not be looked at are not shown
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
