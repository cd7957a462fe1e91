package astray.instruments.tcpdump;

import astray.facts.IpAddress;
import astray.instruments.names.Hosts;
import astray.instruments.names.Services;
import astray.packet.text.Names;
import org.jspecify.annotations.Nullable;

/** Names for what packets hold, as this machine knows them. */
final class SystemNames implements Names {
    private final Hosts hosts = new Hosts();
    private final Services services = Services.ofMachine();

    @Override
    public @Nullable String host(IpAddress address) {
        return hosts.name(address);
    }

    @Override
    public @Nullable String service(String protocol, int port) {
        return services.name(port, protocol);
    }

    /** A file was perhaps captured on another machine, and interfaces come and go: indexes stay numbers. */
    @Override
    public @Nullable String link(long index) {
        return null;
    }
}
