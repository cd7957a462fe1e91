package astray.packet.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs against what libpcap makes of the same expressions. */
class ProgramLengthTest {
    private record Row(LinkType link, int length, String expression) {}

    private static List<Row> rows() throws IOException {
        Path table = Path.of(
                System.getProperty("astray.root"), "packet/src/test/resources/astray/packet/filter/lengths.tsv");
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t", 3);
                LinkType link = LinkType.named(columns[0]);
                rows.add(new Row(link, Integer.parseInt(columns[1]), columns[2]));
            }
        }
        return rows;
    }

    @Test
    void commonExpressionsAreAtMostHalfAsLongAgain() throws IOException {
        int longer = 0;
        for (Row row : rows()) {
            Program program =
                    Filter.compile(row.expression, Settings.of(row.link).live(true));
            assertTrue(
                    program.length() * 2 <= row.length * 3,
                    row + ": " + program.length() + " instructions\n" + program);
            longer += program.length() > row.length ? 1 : 0;
        }
        assertTrue(longer <= 5, "longer than libpcap's: " + longer);
    }

    @Test
    void aThousandHostsTakeTwoTestsEach() {
        StringBuilder expression = new StringBuilder("ip host 10.0.0.1");
        for (int i = 1; i < 1000; i++) {
            expression.append(" or ip host 10.1.").append(i / 250).append('.').append(i % 250);
        }
        Program program = Filter.compile(expression.toString(), LinkType.ETHERNET);
        // With the jumps that reach too far for one instruction.
        assertTrue(program.length() < 2 * 1000 * 3, "length " + program.length());
        byte[] packet = Packets.tcp4(0x0a0003e7 + (3 << 8), 0x01020304, 1, 2);
        assertEquals(false, program.matches(packet));
        assertTrue(program.matches(Packets.tcp4(0x0a010102, 0x01020304, 1, 2)));
        assertTrue(program.matches(Packets.tcp4(0x01020304, 0x0a0103f9 - 0x100, 1, 2)));
    }
}
