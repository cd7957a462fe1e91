package astray.transcript.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root@web3:~# ip route | web3 | ip route",
                "[root@web3 ~]# ip rule | web3 | ip rule",
                "[ops@web3.example.org /var/log]$ ls | web3.example.org | ls",
                "admin@web3:/etc/network$ sudo ss -tln | web3 | sudo ss -tln",
                "eva@iMac ~ % netstat -rn | iMac | netstat -rn",
                "iMac:~ eva$ ifconfig en0 | iMac | ifconfig en0",
                "probe-7:~# route -n | probe-7 | route -n",
                "probe-7$ ping 10.0.0.1 | probe-7 | ping 10.0.0.1",
                "opensuse@node1:~> ip a | node1 | ip a",
                "(venv) eva@desk:~/src$ curl x | desk | curl x",
                "$ ip addr | | ip addr",
                "% traceroute web3 | | traceroute web3",
                "bash-5.2# ss -s | | ss -s",
                "C:\\Users\\eva>ipconfig /all | | ipconfig /all",
                "PS C:\\> Test-NetConnection web3 | | Test-NetConnection web3",
                "➜  ~ git:(main) ip link | | ip link",
                "root@web3:~# | web3 | ''"
            })
    void promptsTellHostAndCommand(String line, String host, String command) {
        assertEquals(new Mark.Prompt(host, command), Mark.of(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov 20 14:25:24 web3 kernel: eth0: link up",
                "[   28.911290] br0: port 1(eth0) entered blocking state",
                "default via 10.0.0.1 dev eth0",
                "user@web3's password:",
                "write to eva@example.org: it costs $ 5",
                "$ 5 a month",
                "% of packets",
                "tcp        0      0 0.0.0.0:22    0.0.0.0:*   LISTEN",
                "net.ipv4.ip_forward = 0",
                "14:59:21.757214 IP web3.ssh > db1.60682: Flags [P.], length 196",
                "<6>[   12.0] eth0: up",
                "file.txt# comment",
                ""
            })
    void otherLinesAreNoPrompts(String line) {
        assertEquals(Mark.NONE, Mark.of(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[... 214 lines left out ...]", "...", "…", "[snip]", "(output omitted)", "[…]", "......省略......"
            })
    void missingLinesAreSaidToBeMissing(String line) {
        assertEquals(new Mark.LeftOut(), Mark.of(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^C",
                "--More--",
                "(END)",
                "Last login: Mon Nov 20 08:00:00 2023 from 10.0.0.9",
                "logout",
                "[sudo] password for eva: ",
                "Connection to web3 closed.",
                "[1]+  Done                    tcpdump -i any",
                "lines 1-23"
            })
    void terminalsLeaveNoise(String line) {
        assertEquals(new Mark.Noise(), Mark.of(line));
    }
}
