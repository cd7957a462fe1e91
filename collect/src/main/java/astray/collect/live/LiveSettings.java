package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Link;
import astray.facts.Sysctl;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The kernel's settings that decide what becomes of a packet ({@code Documentation/networking/ip-sysctl.rst}). */
final class LiveSettings {
    /** Above so many, only interfaces that are nobody's port are read. */
    private static final int MANY = 64;

    private static final int MOST = 512;

    private static final String[] OF_ALL = {
        "net.ipv4.ip_forward",
        "net.ipv4.icmp_echo_ignore_all",
        "net.ipv4.tcp_syncookies",
        "net.ipv4.tcp_abort_on_overflow",
        "net.ipv4.tcp_timestamps",
        "net.ipv4.tcp_tw_reuse",
        "net.core.somaxconn",
        "net.ipv4.ip_local_port_range",
        "net.ipv4.fwmark_reflect",
        "net.ipv4.fib_multipath_hash_policy",
        "net.ipv6.bindv6only",
        "net.netfilter.nf_conntrack_count",
        "net.netfilter.nf_conntrack_max",
        "net.bridge.bridge-nf-call-iptables",
    };

    private static final String[] OF_IPV4 = {
        "rp_filter",
        "forwarding",
        "arp_ignore",
        "arp_filter",
        "arp_announce",
        "accept_local",
        "ignore_routes_with_linkdown",
        "log_martians",
        "route_localnet",
        "proxy_arp",
        "src_valid_mark",
        "accept_source_route",
        "disable_policy"
    };

    private static final String[] OF_IPV6 = {
        "disable_ipv6", "forwarding", "accept_dad", "ignore_routes_with_linkdown", "accept_ra", "proxy_ndp"
    };

    private final byte[] buffer = new byte[256];
    private final Ledger ledger;
    private final Ledger.Block shown;

    private LiveSettings(Ledger ledger) {
        this.ledger = ledger;
        shown = ledger.block("sysctl");
    }

    static void read(Interfaces interfaces, Ledger ledger) {
        LiveSettings settings = new LiveSettings(ledger);
        for (String key : OF_ALL) {
            settings.setting(key, "/proc/sys/" + key.replace('.', '/'));
        }
        settings.of("all");
        settings.of("default");
        int count = 0;
        for (Link link : interfaces.all()) {
            if (link.master() != null && interfaces.all().size() > MANY) {
                continue;
            }
            if (++count > MOST) {
                ledger.gap(Gap.What.SETTINGS, link.name(), Gap.Why.LIMIT, "");
                return;
            }
            settings.of(link.name());
        }
        settings.shown.whole(Coverage.Topic.SYSCTLS, null, null);
    }

    private void of(String dev) {
        // sysctl(8) writes a dot in a name as a slash
        String key = dev.replace('.', '/');
        for (String name : OF_IPV4) {
            setting("net.ipv4.conf." + key + "." + name, "/proc/sys/net/ipv4/conf/" + dev + "/" + name);
        }
        for (String name : OF_IPV6) {
            setting("net.ipv6.conf." + key + "." + name, "/proc/sys/net/ipv6/conf/" + dev + "/" + name);
        }
    }

    private void setting(String key, String path) {
        try (InputStream stream = new FileInputStream(path)) {
            int length = stream.read(buffer);
            String value = new String(buffer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1).strip();
            shown.add(new Sysctl(key, value), key + " = " + value);
        } catch (FileNotFoundException notThere) {
            // a kernel without it: nothing to tell
            return;
        } catch (IOException e) {
            ledger.gap(Gap.What.SETTINGS, key, Gap.Why.FAILED, String.valueOf(e.getMessage()));
        }
    }
}
