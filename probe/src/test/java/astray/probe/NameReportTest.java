package astray.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.kernel.Lookup;
import astray.kernel.LookupError;
import astray.probe.DnsReport.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sources say, compared. */
class NameReportTest {
    private static final IpAddress OLD = IpAddress.of("10.0.0.1");
    private static final IpAddress NEW = IpAddress.of("10.0.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.0.0.53");

    private static DnsReport said(String name, Outcome outcome, IpAddress... addresses) {
        return new DnsReport(DnsAsk.of(SERVER, name, DnsType.A, 1), outcome, 0, List.of(addresses), null, null, 0);
    }

    private static NameReport report(String hosts, String nsswitch, List<IpAddress> system, DnsReport... dns) {
        Lookup<List<IpAddress>> lookup =
                system.isEmpty() ? new Lookup.Failed<>(LookupError.NONAME) : new Lookup.Found<>(system);
        return new NameReport(
                "gpu1",
                lookup,
                HostsFile.parse(hosts).naming("gpu1"),
                ResolverSettings.parse("search lab", nsswitch),
                List.of(dns));
    }

    @Test
    void aStaleHostsLineStandsBesideWhatDnsSays() {
        NameReport report =
                report("10.0.0.1 gpu1", "hosts: files dns", List.of(OLD), said("gpu1.lab", Outcome.ADDRESSES, NEW));
        assertEquals(
                List.of(new NameMapping("gpu1", OLD, "/etc/hosts"), new NameMapping("gpu1", NEW, "dns")),
                report.facts());
        assertTrue(report.dnsSaid());
    }

    @Test
    void whatBothSayComesFromWhomIsAskedFirst() {
        DnsReport dns = said("gpu1.lab", Outcome.ADDRESSES, NEW);
        assertEquals(
                "/etc/hosts", report("10.0.0.2 gpu1", "", List.of(NEW), dns).source(NEW));
        assertEquals(
                "dns",
                report("10.0.0.2 gpu1", "hosts: dns files", List.of(NEW), dns).source(NEW));
        assertEquals(
                "nss", report("", "hosts: mymachines dns", List.of(OLD), dns).source(OLD));
    }

    @Test
    void onlyTheFirstNameThatHasAddressesCounts() {
        NameReport report = report(
                "",
                "",
                List.of(NEW),
                said("gpu1.lab", Outcome.NO_SUCH_NAME),
                said("gpu1.lab", Outcome.NO_SUCH_NAME),
                said("gpu1", Outcome.ADDRESSES, NEW),
                said("gpu1", Outcome.ADDRESSES, NEW),
                said("gpu1.other", Outcome.ADDRESSES, OLD));
        assertEquals(List.of(NEW), report.dnsAddresses());
    }

    @Test
    void silenceIsNoAnswer() {
        NameReport report = report("", "", List.of(), said("gpu1", Outcome.TIMED_OUT));
        assertFalse(report.dnsSaid());
        assertEquals(List.of(), report.facts());
    }
}
