package astray.packet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Object identifiers by name, as tcpdump 4.99.3 prints them. */
class SnmpNamesTest {
    @ParameterizedTest
    @CsvSource({
        "06082b06010201010100, system.sysDescr.0",
        "060a2b060102010202010a03, interfaces.ifTable.ifEntry.ifInOctets.3",
        "060a2b060102010202011703, interfaces.ifTable.ifEntry.23.3",
        "06092b0601020106 0d0101, tcp.tcpConnTable.tcpConnEntry.tcpConnState",
        "060b2b060106030f01010300 00, S:snmpUsmMIB.usmMIBObjects.usmStats.usmStatsUnknownUserNames.0.0",
        "06082b06010401823701, E:311.1",
        "06082b060104010902 01, E:cisco.2.1",
        "06052b06010305, X:5",
        "06072b06010507 01, .iso.org.dod.internet.security.7.1"
    })
    void objectsAreNamed(String encoded, String text) {
        byte[] bytes = HexFormat.of().parseHex(encoded.replace(" ", ""));
        bytes[1] = (byte) (bytes.length - 2);
        Line line = new Line();
        PrintOptions options = new PrintOptions(
                0, 0, false, false, false, false, false, false, false, false, false, PrintOptions.Forced.NONE);
        Sheet sheet = new Sheet(options, Names.NONE, line);
        sheet.turnTo(bytes, 0, bytes.length);
        Ber ber = new Ber(sheet);
        assertEquals(bytes.length, ber.parse(0, bytes.length));
        ber.print();
        assertEquals(text, line.toString());
    }
}
