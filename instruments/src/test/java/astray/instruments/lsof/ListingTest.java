package astray.instruments.lsof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.Output;
import astray.instruments.names.Services;
import astray.kernel.process.RawFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows printed, as the original prints the same. */
class ListingTest {
    private static final Services SERVICES = Services.of("ssh 22/tcp\n");

    private static OpenFile session() {
        OpenFile file = new OpenFile("4");
        file.access = 'u';
        file.type = "IPv4";
        file.device = "62483563";
        file.offset = 0;
        file.node = "TCP";
        file.protocol = true;
        file.stateful = true;
        file.state = "ESTABLISHED";
        file.inet = new Inet(
                Family.INET, "TCP", IpAddress.of("172.16.122.222"), 22, IpAddress.of("192.168.73.2"), 59342, 1, 7, 0);
        return file;
    }

    private static OpenFile folder() {
        OpenFile file = new OpenFile("cwd");
        file.type = "DIR";
        file.device = "254,0";
        file.deviceNumber = 0xfe00;
        file.size = 4096;
        file.node = "2";
        file.links = 21;
        file.name = "/";
        return file;
    }

    private static ProcessRow process(String command, OpenFile... files) {
        byte[] name = command.getBytes(StandardCharsets.UTF_8);
        ProcessRow row = new ProcessRow(1234, 1, 1233, 0, name, 0, new byte[0], 0);
        row.files.addAll(List.of(files));
        return row;
    }

    private static String print(List<ProcessRow> rows, String... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes);
        try (RawFiles files = new RawFiles()) {
            Options options = new OptionReader(List.of(words), files, SERVICES).read();
            Text text = new Text(true);
            Names names = new Names(options, SERVICES);
            People people = new People(files, true, text, w -> {});
            String fields = options.fields;
            if (options.json) {
                new Objects(names, people, text, out).print(rows);
            } else if (fields == null) {
                new Columns(options, names, people, text).print(rows, out);
            } else {
                new Fields(options, fields, names, people, text, out).print(rows);
            }
        }
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void columnsAreAsWideAsTheirWidestCell() throws IOException {
        assertEquals("""
                COMMAND    PID     USER   FD   TYPE   DEVICE SIZE/OFF NODE NAME
                sshd\\x20x 1234        0  cwd    DIR    254,0     4096    2 /
                sshd\\x20x 1234        0    4u  IPv4 62483563      0t0  TCP 172.16.122.222:ssh->192.168.73.2:59342 (ESTABLISHED)
                """, print(List.of(process("sshd x", folder(), session())), "-n"));
    }

    @Test
    void detailsOfTcpAreThoseAskedFor() throws IOException {
        List<ProcessRow> rows = List.of(process("sshd", session()));
        String start = """
                COMMAND  PID     USER   FD   TYPE   DEVICE SIZE/OFF NODE NAME
                sshd    1234        0    4u  IPv4 62483563      0t0  TCP 172.16.122.222:22->192.168.73.2:59342""";
        assertEquals(start + " (ESTABLISHED QR=7 QS=0)\n", print(rows, "-nP", "-Tqs"));
        assertEquals(start + " (QR=7 QS=0)\n", print(rows, "-nP", "-Tq"));
        assertEquals(start + " \n", print(rows, "-nP", "-Tf"));
        assertEquals(start + "\n", print(rows, "-nP", "-T"));
    }

    @Test
    void fieldsStandALineEachInTheOrderOfTheOriginal() throws IOException {
        assertEquals("""
                p1234
                g1233
                R1
                csshd x
                u0
                fcwd
                a\s
                l\s
                tDIR
                D0xfe00
                s4096
                i2
                k21
                n/
                f4
                au
                l\s
                tIPv4
                d62483563
                o0t0
                PTCP
                n172.16.122.222:22->192.168.73.2:59342
                TST=ESTABLISHED
                TQR=7
                TQS=0
                """, print(List.of(process("sshd x", folder(), session())), "-nPF"));
    }

    @Test
    void jsonHasNumbersAsNumbersAndNullForWhatIsNotKnown() throws IOException {
        OpenFile named = folder();
        named.name = "a\"b";
        named.links = OpenFile.UNKNOWN;
        assertEquals("""
                [
                {"command":"sshd x","pid":1234,"parent":1,"group":1233,"uid":0,"user":null,"descriptor":"cwd",\
                "access":null,"lock":null,"type":"DIR","device":"254,0","size":4096,"offset":null,"links":null,\
                "inode":2,"name":"a\\"b"},
                {"command":"sshd x","pid":1234,"parent":1,"group":1233,"uid":0,"user":null,"descriptor":"4",\
                "access":"u","lock":null,"type":"IPv4","protocol":"TCP","family":"inet","inode":62483563,\
                "state":"ESTABLISHED","localAddress":"172.16.122.222","localPort":22,"remoteAddress":"192.168.73.2",\
                "remotePort":59342,"receiveQueue":7,"sendQueue":0,"name":"172.16.122.222:22->192.168.73.2:59342"}
                ]
                """, print(List.of(process("sshd x", named, session())), "-nP", "--json"));
        assertEquals("[]\n", print(List.of(), "--json"));
    }

    @Test
    void zeroEndsEachFieldAndALineEachSet() throws IOException {
        assertEquals("p1234\0\nn/\0\n", print(List.of(process("sshd", folder())), "-F0n"));
    }

    @Test
    void offsetBecomesHexadecimalWhenItIsLong() throws IOException {
        OpenFile file = folder();
        file.offset = 123_456_789;
        List<ProcessRow> rows = List.of(process("x", file));
        assertEquals("p1234\no0x75bcd15\n", print(rows, "-Fo"));
        assertEquals("p1234\no0t123456789\n", print(rows, "-Fo", "-o9"));
        assertEquals("p1234\no0t123456789\n", print(rows, "-Fo", "-o0"));
    }

    @Test
    void addressesInBracketsAndStarsForAny() throws IOException {
        OpenFile six = session();
        six.inet = new Inet(Family.INET6, "TCP", IpAddress.of("fe80::1"), 22, IpAddress.of("::"), 0, 10, 0, 0);
        OpenFile any = session();
        any.inet = new Inet(Family.INET6, "TCP", IpAddress.of("::"), 0, IpAddress.of("::"), 0, 10, 0, 0);
        OpenFile mapped = session();
        mapped.inet = new Inet(
                Family.INET6, "TCP", IpAddress.of("::ffff:10.0.0.1"), 1, IpAddress.of("::ffff:10.0.0.2"), 2, 1, 0, 0);
        assertEquals(
                "p1234\nn[fe80::1]:22\nn*:*\nn10.0.0.1:1->10.0.0.2:2\n",
                print(List.of(process("x", six, any, mapped)), "-nPFn"));
    }

    @Test
    void largeDescriptorsKeepTheirLastDigits() {
        assertEquals("9999", Gathering.label(9999));
        assertEquals("*345", Gathering.label(12_345));
    }

    @Test
    void markerIsWrittenInTheFormOfStrftime() {
        ZonedDateTime time = ZonedDateTime.of(2026, 11, 7, 5, 41, 9, 0, ZoneOffset.UTC);
        assertEquals("==05:41:09==", Marker.text("==%T==", time));
        assertEquals("2026-11-07 Sat Nov  7 % %q", Marker.text("%F %a %b %e %% %q", time));
        assertEquals("%", Marker.text("%", time));
    }
}
