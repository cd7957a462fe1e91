package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.route.Families;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** {@code ip maddress}: ip-maddress(8). It reads what the kernel lists in {@code /proc/net}. */
final class MulticastAddresses implements IpObject {
    private static final String NAME = "maddr";

    /** Of the thread, since only that may be in another namespace. */
    private static final Path FOLDER = Path.of("/proc/thread-self/net");

    /**
     * One address that an interface listens to.
     *
     * @param index the interface's index
     * @param device its name
     * @param family {@code AF_PACKET} for a hardware address
     * @param address as hexadecimal digits
     * @param users how many asked for it
     * @param isStatic whether it was set by hand
     */
    private record Row(int index, String device, int family, String address, long users, boolean isStatic) {}

    private final List<Row> rows = new ArrayList<>();
    private @Nullable String device;

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        for (String change : new String[] {"add", "delete"}) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.isShow(command)) {
            show(session, words);
            return 0;
        }
        if (Words.matches(command, "help")) {
            throw usage();
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static Failure usage() {
        return Usage.of("ip maddr [ show [ dev STRING ] ]");
    }

    private void show(Session session, Words words) throws IOException {
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                word = words.next();
            } else if (Words.matches(word, "help")) {
                throw usage();
            }
            if (device != null) {
                throw new Failure(
                        Failure.WRONG_USAGE, "Error: either \"dev\" is duplicate, or \"" + word + "\" is a garbage.");
            }
            device = word;
        }
        int family = session.settings().family();
        if (family == Families.UNSPEC || family == Families.PACKET) {
            readLinks();
        }
        if (family == Families.UNSPEC || family == Families.INET) {
            readInet();
        }
        if (family == Families.UNSPEC || family == Families.INET6) {
            readInet6();
        }
        print(session);
    }

    private static String[] lines(String file) {
        try {
            return new String(Files.readAllBytes(FOLDER.resolve(file)), StandardCharsets.UTF_8).split("\n");
        } catch (IOException none) {
            return new String[0]; // a kernel without that protocol
        }
    }

    /** Keeps the rows of one interface together, in the order of their numbers. */
    private void add(Row row) {
        if (device != null && !device.equals(row.device)) {
            return;
        }
        int at = rows.size();
        while (at > 0 && rows.get(at - 1).index > row.index) {
            at--;
        }
        rows.add(at, row);
    }

    private void readLinks() {
        for (String line : lines("dev_mcast")) {
            StringTokenizer words = new StringTokenizer(line);
            if (words.countTokens() >= 5) {
                int index = number(words.nextToken());
                String name = words.nextToken();
                long users = number(words.nextToken());
                boolean isStatic = number(words.nextToken()) != 0;
                add(new Row(index, name, Families.PACKET, words.nextToken(), users, isStatic));
            }
        }
    }

    private void readInet() {
        int index = 0;
        String name = "";
        for (String line : lines("igmp")) {
            StringTokenizer words = new StringTokenizer(line);
            if (words.countTokens() < 2) {
                continue;
            }
            if (!line.startsWith("\t")) {
                index = number(words.nextToken());
                name = words.nextToken();
                continue;
            }
            String address = words.nextToken();
            if (address.length() == 8) {
                // a number in the machine's order, printed as one
                boolean little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
                String turned = address.substring(6)
                        + address.substring(4, 6)
                        + address.substring(2, 4)
                        + address.substring(0, 2);
                add(new Row(index, name, Families.INET, little ? turned : address, number(words.nextToken()), false));
            }
        }
    }

    private void readInet6() {
        for (String line : lines("igmp6")) {
            StringTokenizer words = new StringTokenizer(line);
            if (words.countTokens() >= 4) {
                int index = number(words.nextToken());
                String name = words.nextToken();
                String address = words.nextToken();
                add(new Row(index, name, Families.INET6, address, number(words.nextToken()), false));
            }
        }
    }

    private static int number(String word) {
        return (int) Math.max(0, Words.number(word, 10));
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] =
                    (byte) (Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16));
        }
        return bytes;
    }

    private void print(Session session) throws IOException {
        Printer printer = session.printer();
        boolean oneline = session.settings().oneline();
        printer.open();
        int current = 0;
        for (Row row : rows) {
            if (row.index != current || oneline) {
                close(printer, current);
                printer.openObject();
                printer.number("ifindex", "", row.index, ":");
                printer.string(Colour.INTERFACE, "ifname", "\t", row.device, "");
                printer.line();
                printer.openArray("maddr");
                current = row.index;
            }
            print(session, row);
        }
        close(printer, current);
        printer.close();
    }

    private static void close(Printer printer, int current) {
        if (current != 0) {
            printer.closeArray();
            printer.closeObject();
        }
    }

    private static void print(Session session, Row row) throws IOException {
        Printer printer = session.printer();
        printer.text("\t");
        printer.openObject();
        if (row.family == Families.PACKET) {
            printer.text("link  ");
            printer.string(Colour.MAC, "link", "", HardwareType.hexadecimal(bytes(row.address)), "");
        } else {
            printer.string("family", "", row.family == Families.INET ? "inet" : "inet6", "");
            printer.text(row.family == Families.INET ? "  " : " ");
            IpAddress address = Attributes.address(bytes(row.address));
            String text = address == null ? row.address : session.host(address);
            printer.string(Colour.ofFamily(row.family), "address", "", text, "");
        }
        if (row.users != 1) {
            printer.number("users", " users ", row.users, "");
        }
        if (row.isStatic) {
            printer.string("features", " ", "static", "");
        }
        printer.end();
        printer.closeObject();
    }
}
