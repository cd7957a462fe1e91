package astray.transcript.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Fact;
import astray.facts.HostName;
import astray.facts.IpAddress;
import astray.facts.Mention;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostFormatsTest {
    private final Format hostname = new HostNameFormat();
    private final Format hostnamectl = new HostnamectlFormat();
    private final Format uname = new UnameFormat();
    private final Format addresses = new HostAddressesFormat();

    static Command command(String text) {
        return new Command(text, List.of(text.split(" ")), false);
    }

    /** For forms that only the command tells from any other text. */
    static void assertRoundTrip(Format format, List<? extends Fact> facts, String command) {
        assertEquals(facts, Texts.read(format, Texts.print(format, facts), command(command)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostname", "hostname -f", "uname -n", "cat /etc/hostname"})
    void aBareWordIsANameWhereTheCommandSaysSo(String command) {
        assertEquals(List.of(new HostName("gpu1")), Texts.read(hostname, "gpu1\n", command(command)));
    }

    @Test
    void aBareWordAloneIsNothing() {
        assertEquals(Format.NO, hostname.recognise(Texts.lines("gpu1"), null));
        assertEquals(Format.NO, hostname.recognise(Texts.lines("gpu1"), command("hostname -I")));
        assertEquals(Format.NO, addresses.recognise(Texts.lines("10.1.0.2"), null));
    }

    @Test
    void theHostsAddresses() {
        assertEquals(
                List.of(
                        new Mention(Mention.Role.HOST, null, IpAddress.of("10.1.0.2"), null),
                        new Mention(Mention.Role.HOST, null, IpAddress.of("2001:db8:1::2"), null)),
                Texts.read(addresses, Texts.fixture("host/hostname-I.txt"), command("hostname -I")));
    }

    @Test
    void readsHostnamectl() {
        assertEquals(List.of(new HostName("gpu1")), Texts.read(hostnamectl, """
                           Static hostname: gpu1
                                 Icon name: computer-server
                                   Chassis: server
                                Machine ID: 0123456789abcdef0123456789abcdef
                          Operating System: Ubuntu 22.04.3 LTS
                                    Kernel: Linux 5.15.0-89-generic
                              Architecture: x86-64
                        """, null));
    }

    @Test
    void readsUname() {
        assertEquals(
                List.of(new HostName("gpu1")),
                Texts.read(
                        uname,
                        "Linux gpu1 5.15.0-89-generic #99-Ubuntu SMP Mon Oct 30 20:42:41 UTC 2023 x86_64 GNU/Linux\n",
                        null));
        assertEquals(
                List.of(new HostName("macbook")),
                Texts.read(
                        uname,
                        "Darwin macbook 23.1.0 Darwin Kernel Version 23.1.0: Mon Oct  9 21:27:24 PDT 2023 arm64\n",
                        null));
        assertEquals(Format.NO, uname.recognise(Texts.lines("Linux servers 2 of them"), null));
    }

    @Property
    void printedNamesAreReadAgain(@ForAll("names") HostName host) {
        assertRoundTrip(hostname, List.of(host), "hostname");
        Texts.assertRoundTrip(hostnamectl, List.of(host));
        Texts.assertRoundTrip(uname, List.of(host));
    }

    @Property
    void printedAddressesAreReadAgain(@ForAll("mentions") List<Mention> mentions) {
        assertRoundTrip(addresses, mentions, "hostname -I");
    }

    @Provide
    Arbitrary<HostName> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(HostName::new);
    }

    @Provide
    Arbitrary<List<Mention>> mentions() {
        return HostFacts.addresses()
                .map(address -> new Mention(Mention.Role.HOST, null, address, null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
