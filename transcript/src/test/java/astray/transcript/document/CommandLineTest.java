package astray.transcript.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static List<String> words(String text) {
        return CommandLine.parse(text).first().words();
    }

    @Test
    void wrappersPathsAndRedirectionsAreTakenAway() {
        assertEquals(List.of("ip", "-6", "route"), words("sudo -n /usr/sbin/ip -6 route 2>/dev/null"));
        assertEquals(List.of("iptables-save"), words("LANG=C sudo -u root iptables-save 2>&1 | less"));
        assertEquals(
                List.of("tcpdump", "-ni", "any", "port 22 or arp"),
                words("timeout 10 tcpdump -ni any 'port 22 or arp'"));
        assertEquals(List.of("ip", "addr"), words("cd /tmp && ip addr"));
    }

    @Test
    void onlyFiltersThatLeaveLinesOutCount() {
        assertTrue(CommandLine.parse("ss -ltn | grep 6379").first().filtered());
        assertTrue(CommandLine.parse("dmesg | tail -n 20").first().filtered());
        assertFalse(CommandLine.parse("ip route | sort | cat").first().filtered());
        assertFalse(CommandLine.parse("tcpdump 'tcp[13] & 2 != 0 | 1'").first().filtered());
    }

    @Test
    void severalCommandsShareOneOutput() {
        CommandLine line = CommandLine.parse("hostname; ip rule; ip route show table 200");
        assertEquals(3, line.commands().size());
        assertEquals("200", line.commands().get(2).after("table"));
    }

    @Test
    void remoteShellsAndContainersAreElsewhere() {
        CommandLine ssh = CommandLine.parse("ssh -p 2222 root@web3 'ip route show | head'");
        assertEquals("web3", ssh.host());
        assertEquals(List.of("ip", "route", "show"), ssh.first().words());
        assertEquals("web", CommandLine.parse("docker exec -it web ss -tln").host());
        assertEquals(
                "blue", CommandLine.parse("sudo ip netns exec blue ip addr").host());
        CommandLine login = CommandLine.parse("ssh root@web3");
        assertNull(login.host());
        assertEquals("ssh", login.first().tool());
    }

    @Test
    void outputThatGoesToAFileIsNotEmptyOutput() {
        assertTrue(CommandLine.parse("ip rule > /tmp/rules").silent());
        assertFalse(CommandLine.parse("ip rule 2> /tmp/errors").silent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip a",
                "ip -br addr",
                "sudo tcpdump -ni eth0",
                "netstat -tuln",
                "route -n",
                "cat /etc/hosts",
                "ss -ltn sport = 5432",
                "hostname",
                "bridge link"
            })
    void commandsAreKnownWithoutAPrompt(String text) {
        assertTrue(CommandShape.sure(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip is a tool",
                "ping works again",
                "ssh does not",
                "The ip route",
                "tcpdump 抓包",
                "host gpu1",
                "netstat shows nothing",
                "route",
                "ping fails:",
                "date of the incident",
                "who can help?",
                "telnet and ssh on the same port."
            })
    void sentencesAboutToolsAreNoCommands(String text) {
        assertFalse(CommandShape.sure(text));
    }

    @Property
    void anyTextIsTakenApart(@ForAll String text) {
        assertFalse(CommandLine.parse(text).commands().isEmpty());
    }
}
