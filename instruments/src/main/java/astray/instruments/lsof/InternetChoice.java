package astray.instruments.lsof;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.names.Services;
import astray.kernel.Lookup;
import astray.kernel.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which internet sockets are asked for: {@code -i [46][protocol][@host][:ports]}, any number of times. */
final class InternetChoice {
    private static final int MOST = 10_000;
    private static final long LOOKUP_MILLIS = 10_000;
    private static final String[] PROTOCOLS = {"TCP", "UDP"};

    /** What one word asks for; one that a list or a name made several of counts as one. */
    static final class Wanted {
        final String word;
        boolean found;

        Wanted(String word) {
            this.word = word;
        }
    }

    /** A part of a word: {@code protocol} is {@code null} for any, {@code low} is negative for any port. */
    private record Part(
            Wanted wanted,
            int family,
            @Nullable String protocol,
            @Nullable IpAddress address,
            int low,
            int high) {}

    final List<Wanted> words = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /** 0 not asked for, 4 or 6 for a family, 46 for both. */
    private int all;

    boolean allFound;

    /** Whether all sockets of a family or both are asked for. */
    boolean wantsAll() {
        return all != 0;
    }

    /** Adds what a word asks for; "" asks for all. */
    void add(String word, Services services) throws Usage {
        int at = 0;
        int family = 0;
        if (word.startsWith("4") || word.startsWith("6")) {
            family = word.charAt(0) - '0';
            at = 1;
        }
        if (at == word.length()) {
            all = family == 0 ? 46 : all == 10 - family ? 46 : family;
            return;
        }
        int end = at;
        while (end < word.length() && word.charAt(end) != '@' && word.charAt(end) != ':') {
            end++;
        }
        String protocol = null;
        if (end > at) {
            protocol = word.substring(at, end).toUpperCase(Locale.ROOT);
            if (!protocol.equals("TCP") && !protocol.equals("UDP") && !protocol.equals("UDPLITE")) {
                throw wrong("unknown protocol name (" + word.substring(at, end) + ")", word);
            }
        }
        Wanted wanted = new Wanted(word);
        List<@Nullable IpAddress> addresses = new ArrayList<>();
        if (end < word.length() && word.charAt(end) == '@') {
            end = host(word, end + 1, family, addresses);
        } else {
            addresses.add(null);
        }
        if (end == word.length()) {
            add(wanted, family, protocol, addresses, -1, -1);
        } else if (word.charAt(end) == ':') {
            ports(wanted, end + 1, family, protocol, addresses, services);
        } else {
            throw wrong("unacceptable Internet address", word);
        }
        words.add(wanted);
    }

    private static Usage wrong(String what, String word) {
        return new Usage(what + " in: -i " + word);
    }

    private static int host(String word, int at, int family, List<@Nullable IpAddress> addresses) throws Usage {
        if (word.startsWith("[", at)) {
            int close = word.indexOf(']', at);
            IpAddress address = close < 0 ? null : IpAddress.parse(word.substring(at + 1, close));
            if (address == null || address.family() != Family.INET6) {
                throw wrong("unacceptable Internet address", word);
            }
            if (family == 4) {
                throw new Usage("IPv6 addresses are prohibited: -i " + word);
            }
            addresses.add(unmapped(address));
            return close + 1;
        }
        int colon = word.indexOf(':', at);
        int end = colon < 0 ? word.length() : colon;
        String host = word.substring(at, end);
        if (host.isEmpty()) {
            throw wrong("unacceptable Internet address", word);
        }
        IpAddress literal = IpAddress.parse(host);
        if (literal != null && literal.family() == Family.INET) {
            if (family == 6) {
                throw new Usage("IPv4 addresses are prohibited: -i " + word);
            }
            addresses.add(literal);
            return end;
        }
        Lookup<List<IpAddress>> answer = new Resolver(LOOKUP_MILLIS).addresses(host);
        List<IpAddress> found = answer.orNull();
        if (found != null) {
            for (IpAddress address : found) {
                boolean fits = family == 0 || (family == 4) == (address.family() == Family.INET);
                if (fits && !addresses.contains(address)) {
                    addresses.add(address);
                }
            }
        }
        if (addresses.isEmpty()) {
            throw wrong("unknown host name (" + host + ")", word);
        }
        return end;
    }

    /** An IPv4 address inside an IPv6 one (RFC 4291 section 2.5.5.2) is compared as what it stands for. */
    static IpAddress unmapped(IpAddress address) {
        boolean mapped = address.family() == Family.INET6 && address.high() == 0 && address.low() >>> 32 == 0xffff;
        return mapped ? IpAddress.v4((int) address.low()) : address;
    }

    private void ports(
            Wanted wanted,
            int at,
            int family,
            @Nullable String protocol,
            List<@Nullable IpAddress> addresses,
            Services services)
            throws Usage {
        String word = wanted.word;
        boolean any = false;
        for (String item : word.substring(at).split(",", -1)) {
            if (item.isEmpty()) {
                continue;
            }
            any = true;
            int dash = Character.isDigit(item.charAt(0)) ? item.indexOf('-') : -1;
            if (dash == item.length() - 1) {
                throw wrong("unacceptable port specification", word);
            }
            int number = DescriptorChoice.number(dash < 0 ? item : item.substring(0, dash));
            if (number >= 0 && dash < 0) {
                add(wanted, family, protocol, addresses, number, number);
                continue;
            }
            String last = dash < 0 ? item : item.substring(dash + 1);
            int high = DescriptorChoice.number(last);
            if (dash >= 0 && (number < 0 || high >= 0 && high < number)) {
                throw wrong("unacceptable port specification", word);
            }
            if (high >= 0) {
                add(wanted, family, protocol, addresses, number, high);
            } else {
                service(wanted, family, protocol, addresses, number, last, services);
            }
        }
        if (!any) {
            throw wrong("unacceptable port specification", word);
        }
    }

    private void service(
            Wanted wanted,
            int family,
            @Nullable String protocol,
            List<@Nullable IpAddress> addresses,
            int low,
            String name,
            Services services)
            throws Usage {
        boolean known = false;
        for (String candidate : protocol == null ? PROTOCOLS : new String[] {protocol}) {
            Integer port = services.port(name, candidate.toLowerCase(Locale.ROOT));
            if (port != null) {
                known = true;
                add(wanted, family, candidate, addresses, low < 0 ? port : low, port);
            }
        }
        if (!known) {
            String of = protocol == null ? "" : " for " + protocol.toLowerCase(Locale.ROOT);
            throw wrong("unknown service " + name + of, wanted.word);
        }
    }

    private void add(
            Wanted wanted,
            int family,
            @Nullable String protocol,
            List<@Nullable IpAddress> addresses,
            int low,
            int high)
            throws Usage {
        for (IpAddress address : addresses) {
            if (parts.size() >= MOST) {
                throw new Usage("too many addresses in: -i " + wanted.word);
            }
            parts.add(new Part(wanted, family, protocol, address, low, high));
        }
    }

    /** Whether a socket is asked for; remembers by what. */
    boolean wants(Inet inet) {
        int family = inet.family() == Family.INET ? 4 : 6;
        boolean wanted = all == 46 || all == family;
        allFound |= wanted;
        // with more than a family an IPv4 address inside an IPv6 one counts as what it is
        int spoken = unmapped(inet.local()).family() == Family.INET ? 4 : 6;
        for (Part part : parts) {
            if (part.family != 0 && part.family != spoken
                    || part.protocol != null && !part.protocol.equals(inet.protocol())) {
                continue;
            }
            if (fits(part, inet.local(), inet.localPort())
                    || inet.isConnected() && fits(part, inet.remote(), inet.remotePort())) {
                part.wanted.found = true;
                wanted = true;
            }
        }
        return wanted;
    }

    private static boolean fits(Part part, IpAddress address, int port) {
        return (part.low < 0 || part.low <= port && port <= part.high)
                && (part.address == null || part.address.equals(unmapped(address)));
    }
}
