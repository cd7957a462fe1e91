package astray.probe;

import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.kernel.Lookup;
import java.util.ArrayList;
import java.util.List;

/**
 * What a name leads to, by each source of its own.
 *
 * @param name the name
 * @param system what every program on this machine is told, in the order in which it would try
 * @param hosts the lines of the hosts file that name it
 * @param settings how names are looked up here
 * @param dns what the name servers say: for each name that is tried, each server, and both families, in this order
 */
public record NameReport(
        String name,
        Lookup<List<IpAddress>> system,
        List<HostsFile.Line> hosts,
        ResolverSettings settings,
        List<DnsReport> dns) {

    /** What an address by the hosts file is said to come from. */
    public static final String HOSTS = "/etc/hosts";

    /** What an address by a name server is said to come from. */
    public static final String DNS = "dns";

    /** What an address is said to come from that neither has: another source of nsswitch.conf(5). */
    public static final String OTHER = "nss";

    /** Copies the lists. */
    public NameReport {
        hosts = List.copyOf(hosts);
        dns = List.copyOf(dns);
    }

    /** The addresses that programs are told; none where there are none, or nobody answered. */
    public List<IpAddress> addresses() {
        return system instanceof Lookup.Found<List<IpAddress>>(List<IpAddress> found) ? found : List.of();
    }

    /** The addresses in the hosts file. */
    public List<IpAddress> hostsAddresses() {
        List<IpAddress> addresses = new ArrayList<>();
        for (HostsFile.Line line : hosts) {
            if (!addresses.contains(line.address())) {
                addresses.add(line.address());
            }
        }
        return addresses;
    }

    /** The addresses that the name servers say, of the first name tried that has any; each once. */
    public List<IpAddress> dnsAddresses() {
        List<IpAddress> addresses = new ArrayList<>();
        String tried = null;
        for (DnsReport report : dns) {
            if (!report.ask().name().equals(tried)) {
                if (!addresses.isEmpty()) {
                    break;
                }
                tried = report.ask().name();
            }
            for (IpAddress address : report.addresses()) {
                if (!addresses.contains(address)) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    /** Whether any name server said something about the name, be it that there is none. */
    public boolean dnsSaid() {
        for (DnsReport report : dns) {
            if (report.said()) {
                return true;
            }
        }
        return false;
    }

    /** Where an address that programs are told comes from: {@link #HOSTS}, {@link #DNS} or {@link #OTHER}. */
    public String source(IpAddress address) {
        boolean filesFirst = true;
        for (String source : settings.sources()) {
            if (source.equals("files") || source.equals(DNS)) {
                filesFirst = source.equals("files");
                break;
            }
        }
        boolean inHosts = hostsAddresses().contains(address);
        boolean inDns = dnsAddresses().contains(address);
        if (inHosts && (filesFirst || !inDns)) {
            return HOSTS;
        }
        return inDns ? DNS : OTHER;
    }

    /** The facts in it: first what programs are told, in their order; then what the name servers say beside. */
    public List<NameMapping> facts() {
        List<NameMapping> facts = new ArrayList<>();
        for (IpAddress address : addresses()) {
            facts.add(new NameMapping(name, address, source(address)));
        }
        for (IpAddress address : dnsAddresses()) {
            NameMapping said = new NameMapping(name, address, DNS);
            if (!facts.contains(said)) {
                facts.add(said);
            }
        }
        return facts;
    }
}
