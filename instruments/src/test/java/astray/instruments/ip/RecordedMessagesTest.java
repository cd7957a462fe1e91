package astray.instruments.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.instruments.Console;
import astray.kernel.netlink.Message;
import astray.kernel.route.Link;
import astray.kernel.route.Neighbour;
import astray.kernel.route.Nexthop;
import astray.kernel.route.Route;
import astray.kernel.route.Rule;
import astray.testkit.NeedsRtnetlink;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages that no kernel at hand sends, and what the original printed for them ({@code ip monitor file}): a row of
 * {@code messages.tsv} has a message in hexadecimal, options, and the lines. Names of interfaces that are not there are
 * asked of the kernel.
 */
@NeedsRtnetlink
class RecordedMessagesTest {
    private static final int LOOPBACK = 1;

    static Stream<String> rows() throws IOException {
        try (InputStream in = RecordedMessagesTest.class.getResourceAsStream("messages.tsv")) {
            if (in == null) {
                throw new AssertionError("messages.tsv is missing");
            }
            List<String> rows = new ArrayList<>();
            for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!row.isEmpty() && !row.startsWith("#")) {
                    rows.add(row);
                }
            }
            return rows.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isPrintedAsTheOriginalPrintsIt(String row) throws IOException {
        String[] cells = row.split("\t", -1);
        List<String> options = cells[1].isEmpty() ? List.of() : List.of(cells[1].split(" ", -1));
        String expected = unescaped(cells[2]);
        assertEquals(expected, print(HexFormat.of().parseHex(cells[0]), options));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            switch (text.charAt(++i)) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'e' -> plain.append('\033');
                default -> plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static String print(byte[] bytes, List<String> options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(out, OutputStream.nullOutputStream(), Map.of(), false);
        try (Session session = new Session(Settings.of(new Words(options)), console)) {
            session.links().saw(link(LOOPBACK, "lo", 772));
            Message message = Message.at(bytes, 0);
            if (message != null) {
                print(session, message);
            }
        }
        console.out().flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void print(Session session, Message message) throws IOException {
        switch (message.type()) {
            case Route.NEW, Route.DELETE -> Routes.print(session, message, 0);
            case Rule.NEW, Rule.DELETE -> Rules.print(session, message);
            case Neighbour.NEW, Neighbour.DELETE, Neighbour.GET -> Neighbours.print(session, message, true);
            case Nexthop.NEW, Nexthop.DELETE -> Nexthops.print(session, message);
            default -> NexthopBuckets.print(session, message);
        }
    }

    private static Link link(int index, String name, int type) {
        byte[] text = (name + "\0").getBytes(StandardCharsets.US_ASCII);
        int size = 16 + 16 + 4 + text.length;
        byte[] bytes = ByteBuffer.allocate(size + 3 & ~3)
                .order(ByteOrder.nativeOrder())
                .putInt(size)
                .putShort((short) Link.NEW)
                .putShort((short) 0)
                .putLong(0)
                .putShort((short) 0)
                .putShort((short) type)
                .putInt(index)
                .putLong(0)
                .putShort((short) (4 + text.length))
                .putShort((short) 3)
                .put(text)
                .array();
        Message message = Message.at(bytes, 0);
        if (message == null) {
            throw new AssertionError("no message");
        }
        return new Link(message);
    }

    @Test
    void anyBytesArePrinted() throws IOException {
        Random random = new Random(20261127);
        for (int i = 0; i < 500; i++) {
            byte[] body = new byte[random.nextInt(160)];
            random.nextBytes(body);
            // attributes that begin where they should, with lengths that may fit
            for (int at = 12; at + 4 <= body.length; at += 4 + random.nextInt(5) * 4) {
                body[at] = (byte) (4 + random.nextInt(20));
                body[at + 1] = 0;
                body[at + 2] = (byte) random.nextInt(31);
                body[at + 3] = 0;
            }
            printAny(i % 5, body);
        }
    }

    @FuzzTest(maxDuration = "20s")
    @Tag("fuzz")
    void hostileBytesArePrinted(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            printAny((bytes[0] & 0xff) % 5, java.util.Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }

    private static void printAny(int kind, byte[] body) throws IOException {
        int[] types = {Route.NEW, Rule.NEW, Neighbour.NEW, Nexthop.NEW, 116};
        byte[] bytes = ByteBuffer.allocate(16 + body.length)
                .order(ByteOrder.nativeOrder())
                .putInt(16 + body.length)
                .putShort((short) types[kind])
                .putShort((short) 0)
                .putLong(0)
                .put(body)
                .array();
        for (String options : new String[] {"", "-d -s -N", "-j"}) {
            String printed = print(bytes, options.isEmpty() ? List.of("-N") : List.of(options.split(" ", -1)));
            for (int i = 0; i < printed.length(); i++) {
                char c = printed.charAt(i);
                if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                    throw new AssertionError("a control character reached the output");
                }
            }
        }
    }
}
