package astray.instruments.tcpdump;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.names.Hosts;
import astray.instruments.names.Services;
import astray.kernel.ErrnoException;
import astray.kernel.inet.NetDevice;
import astray.packet.text.Names;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for what packets hold, as this machine knows them. */
final class SystemNames implements Names {
    private static final int MOST_LINKS = 1 << 14;

    private final Hosts hosts = new Hosts();
    private final Services services = Services.ofMachine();
    private final Map<Long, String> links = new HashMap<>();
    private final boolean live;
    private final NetDevice.@Nullable Network network;

    /**
     * Makes it.
     *
     * @param live whether packets are of this machine, so that an interface's index has its name; in a file it has none
     * @param network the only IPv4 network whose hosts have names ({@code -f}); {@code null} for no such restriction
     */
    SystemNames(boolean live, NetDevice.@Nullable Network network) {
        this.live = live;
        this.network = network;
    }

    @Override
    public @Nullable String host(IpAddress address) {
        boolean foreign = network != null
                && address.family() == Family.INET
                && ((int) address.low() & network.mask()) != (network.address() & network.mask());
        return foreign ? null : hosts.name(address);
    }

    @Override
    public @Nullable String service(String protocol, int port) {
        return services.name(port, protocol);
    }

    @Override
    public @Nullable String link(long index) {
        if (!live) {
            return null;
        }
        String name = links.get(index);
        if (name == null) {
            name = ask(index);
            if (links.size() < MOST_LINKS) {
                links.put(index, name);
            }
        }
        return name.isEmpty() ? null : name;
    }

    private static String ask(long index) {
        try {
            String name = index < 1 || index > Integer.MAX_VALUE ? null : NetDevice.nameOf((int) index);
            return name == null ? "" : name;
        } catch (ErrnoException e) {
            return "";
        }
    }
}
