package astray.instruments.lsof;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.names.Hosts;
import astray.instruments.names.Services;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses and ports of internet sockets as the column NAME shows them. */
final class Names {
    private final Options options;
    private final Services services;
    private @Nullable Hosts hosts;

    Names(Options options, Services services) {
        this.options = options;
        this.services = services;
    }

    /** Appends {@code local:port}, and {@code ->remote:port} for one with a peer. */
    void append(Inet inet, StringBuilder out) {
        end(inet.local(), inet.localPort(), inet.protocol(), out);
        if (inet.isConnected()) {
            out.append("->");
            end(inet.remote(), inet.remotePort(), inet.protocol(), out);
        }
    }

    private void end(IpAddress given, int port, String protocol, StringBuilder out) {
        IpAddress address = InternetChoice.unmapped(given);
        if (address.isAny()) {
            out.append('*');
        } else {
            String name = options.hostNumbers ? null : host(address);
            if (name != null) {
                out.append(name);
            } else if (address.family() == Family.INET6) {
                out.append('[').append(address).append(']');
            } else {
                out.append(address);
            }
        }
        out.append(':');
        if (port == 0) {
            out.append('*');
            return;
        }
        String service = options.portNumbers ? null : services.name(port, protocol.toLowerCase(Locale.ROOT));
        if (service == null) {
            out.append(port);
        } else {
            out.append(service);
        }
    }

    private @Nullable String host(IpAddress address) {
        if (hosts == null) {
            hosts = new Hosts();
        }
        return hosts.name(address);
    }
}
