package astray.instruments.ip;

import astray.facts.Family;
import astray.facts.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Addresses as text: as inet_ntop(3) writes them, or with {@code -r} as a host's name. */
final class Hosts {
    private final boolean resolve;
    private final Map<IpAddress, String> known = new HashMap<>();

    Hosts(boolean resolve) {
        this.resolve = resolve;
    }

    /** An address, or with {@code -r} its host's name if it has one. */
    String host(IpAddress address) {
        return resolve ? known.computeIfAbsent(address, Hosts::resolved) : text(address);
    }

    /** An address as inet_ntop(3) writes it: the last 32 bits of an IPv4-mapped one as a dotted quad. */
    static String text(IpAddress address) {
        if (address.family() == Family.INET6 && address.high() == 0) {
            long upper = address.low() >>> 32;
            long lower = address.low() & 0xffffffffL;
            if (upper == 0xffff || upper == 0 && lower > 0xffff) {
                return (upper == 0 ? "::" : "::ffff:") + IpAddress.v4((int) lower);
            }
        }
        return address.toString();
    }

    private static String resolved(IpAddress address) {
        String text = text(address);
        String name = inHostsFile(address);
        if (name != null) {
            return name;
        }
        try {
            String found = InetAddress.getByAddress(astray.kernel.netlink.Request.bytesOf(address))
                    .getCanonicalHostName();
            return IpAddress.parse(found) == null ? found : text;
        } catch (IOException none) {
            return text;
        }
    }

    /** The first name that {@code /etc/hosts} gives an address, which the system's resolver asks first too. */
    private static @org.jspecify.annotations.Nullable String inHostsFile(IpAddress address) {
        try {
            for (String line : Files.readAllLines(Path.of("/etc/hosts"))) {
                int comment = line.indexOf('#');
                String[] words = (comment < 0 ? line : line.substring(0, comment))
                        .strip()
                        .split("[ \t]+");
                if (words.length > 1 && address.equals(IpAddress.parse(words[0]))) {
                    return words[1];
                }
            }
        } catch (IOException unreadable) {
            return null;
        }
        return null;
    }
}
