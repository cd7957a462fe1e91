package astray.diagnosis.cause;

import astray.diagnosis.book.Host;
import astray.diagnosis.model.HostModel;
import astray.facts.Address;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.FirewallRule;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for connections on a port of a host. */
record Listeners(List<Observation<Socket>> onPort, List<Observation<Socket>> serving, boolean whole) {

    static Listeners of(HostModel model, int port, @Nullable IpAddress address) {
        List<Observation<Socket>> onPort = new ArrayList<>();
        List<Observation<Socket>> serving = new ArrayList<>();
        for (Observation<Socket> seen : model.sockets()) {
            Socket socket = seen.fact();
            if (socket.listening()
                    && socket.protocol().startsWith("tcp")
                    && Integer.valueOf(port).equals(socket.local().port())) {
                onPort.add(seen);
                if (address == null || serves(seen, model, address)) {
                    serving.add(seen);
                }
            }
        }
        return new Listeners(onPort, serving, isWhole(model, port, address));
    }

    private static boolean serves(Observation<Socket> seen, HostModel model, IpAddress address) {
        Socket socket = seen.fact();
        IpAddress bound = socket.local().address();
        if (isOnOtherInterface(socket, model, address)) {
            return false;
        }
        if (socket.local().host() != null) {
            return !socket.local().host().equals("localhost");
        }
        if (socket.local().wildcard()) {
            boolean ipv6 = bound != null && bound.family() == Family.INET6;
            return ipv6 ? address.family() == Family.INET6 || !isIpv6Only(seen, model) : isWildcardOf(bound, address);
        }
        return address.equals(bound);
    }

    /** A socket bound to an interface (SO_BINDTODEVICE, socket(7)) takes only what comes in by it. */
    private static boolean isOnOtherInterface(Socket socket, HostModel model, IpAddress address) {
        String zone = socket.local().zone();
        Observation<Address> held = model.holding(address);
        return zone != null
                && held != null
                && !held.fact().dev().equals("lo")
                && !held.fact().dev().equals(zone)
                && model.link(zone) != null;
    }

    private static boolean isWildcardOf(@Nullable IpAddress bound, IpAddress address) {
        return bound == null || bound.family() == address.family();
    }

    /**
     * An INET6 socket on :: serves IPv4 too unless it was told not to. ss tells the two apart, {@code *} from
     * {@code [::]}; for the others the setting that sockets start with speaks, net.ipv6.bindv6only.
     */
    private static boolean isIpv6Only(Observation<Socket> seen, HostModel model) {
        boolean told =
                seen.origin().source().startsWith("ss") && seen.origin().text().contains("[::]:");
        return told || Integer.valueOf(1).equals(model.setting("net.ipv6.bindv6only"));
    }

    private static boolean isWhole(HostModel model, int port, @Nullable IpAddress address) {
        Family family = address == null ? null : address.family();
        if (model.shown(Coverage.Topic.LISTENERS, family, String.valueOf(port))) {
            return true;
        }
        // filtered by the very port: what it left out does not matter
        for (Observation<Coverage> seen : model.coverageOf(Coverage.Topic.LISTENERS)) {
            if (String.valueOf(port).equals(seen.fact().selector())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a netfilter rule speaks of sending the port elsewhere: then nothing need listen. */
    static boolean isRedirected(Host host, int port) {
        for (Observation<FirewallRule> seen : host.of(FirewallRule.class)) {
            String rule = seen.fact().rule();
            boolean translates = rule.contains("DNAT")
                    || rule.contains("dnat")
                    || rule.contains("REDIRECT")
                    || rule.contains("redirect");
            if (translates && rule.contains(String.valueOf(port))) {
                return true;
            }
        }
        return false;
    }
}
