package astray.transcript.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileLabelTest {

    @ParameterizedTest
    @CsvSource({
        "web3/ip-addr.txt, web3, ip addr",
        "web3/ip-route-show-table-all.txt.gz, web3, ip route show table all",
        "db1-lsof.txt, db1, lsof",
        "db-1_ss-tln.log, db-1, ss -tln",
        "case/web3/iptables-save.txt, web3, iptables-save",
        "notes.md, , ",
        "arp-ignored.txt, , ",
        "iptables-are-bad.txt, , ",
        "web3/notes.md, web3, ",
        "dmesg, , dmesg"
    })
    void namesTellHostAndCommand(String path, String host, String command) {
        assertEquals(new FileLabel(host, command), FileLabel.of(path));
    }
}
