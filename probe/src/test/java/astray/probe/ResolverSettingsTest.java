package astray.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.IpAddress;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The files that say how names are looked up. */
class ResolverSettingsTest {
    @Test
    void serversDomainsAndDotsAreRead() {
        ResolverSettings settings = ResolverSettings.parse("""
                # made by hand
                ; so it is
                domain example.net
                nameserver 192.0.2.53
                nameserver fe80::1%eth0
                nameserver not-an-address
                nameserver 2001:db8::53
                nameserver 192.0.2.54
                search example.com sub.example.com   # the last one counts
                options rotate ndots:2 timeout:1
                """, "");
        assertEquals(
                List.of(IpAddress.of("192.0.2.53"), IpAddress.of("fe80::1"), IpAddress.of("2001:db8::53")),
                settings.servers());
        assertEquals("eth0", settings.zone());
        assertEquals(List.of("example.com", "sub.example.com"), settings.search());
        assertEquals(2, settings.ndots());
        assertEquals(List.of("files", "dns"), settings.sources());
    }

    @Test
    void withoutAnyServerTheOwnHostIsAsked() {
        assertEquals(
                List.of(IpAddress.of("127.0.0.1")),
                ResolverSettings.parse("", "").servers());
    }

    @Test
    void sourcesComeInOrderAndWithoutTheirActions() {
        String nsswitch = """
                passwd: files systemd
                hosts:files mdns4_minimal [NOTFOUND=return UNAVAIL=continue] resolve [!UNAVAIL=return] dns # order
                networks: files
                """;
        assertEquals(
                List.of("files", "mdns4_minimal", "resolve", "dns"),
                ResolverSettings.parse("", nsswitch).sources());
    }

    @Test
    void shortNamesGetDomainsFirstAndLongNamesLast() {
        ResolverSettings settings = ResolverSettings.parse("search a.example b.example", "");
        assertEquals(List.of("gpu1.a.example", "gpu1.b.example", "gpu1"), settings.candidates("gpu1"));
        assertEquals(List.of("gpu1.lab", "gpu1.lab.a.example", "gpu1.lab.b.example"), settings.candidates("gpu1.lab"));
        assertEquals(List.of("gpu1."), settings.candidates("gpu1."));
    }

    @Test
    void hostsLinesAreFoundByEveryNameInAnyCase() {
        HostsFile file = HostsFile.parse("""
                127.0.0.1 localhost
                # 10.0.0.1 gpu1
                10.0.0.2\tGPU1.lab gpu1 # the new one
                fe80::1%eth0 gpu1-link
                nonsense gpu1
                10.0.0.3
                2001:db8::2 gpu1""");
        List<HostsFile.Line> found = file.naming("Gpu1");
        assertEquals(2, found.size());
        assertEquals(3, found.getFirst().number());
        assertEquals(IpAddress.of("10.0.0.2"), found.getFirst().address());
        assertEquals("10.0.0.2\tGPU1.lab gpu1 # the new one", found.getFirst().text());
        assertEquals(7, found.getLast().number());
        assertEquals(1, file.naming("gpu1.lab.").size());
        assertEquals(0, file.naming("nobody").size());
        assertEquals(
                IpAddress.of("fe80::1"), file.naming("gpu1-link").getFirst().address());
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20s")
    void anyFilesAreReadInPeace(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        ResolverSettings settings = ResolverSettings.parse(text, text);
        assertTrue(settings.servers().size() <= 3);
        assertTrue(settings.candidates("a.b").contains("a.b"));
        assertNotNull(HostsFile.parse(text).naming("a"));
    }
}
