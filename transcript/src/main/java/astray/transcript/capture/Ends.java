package astray.transcript.capture;

import astray.facts.Endpoint;
import astray.facts.IpAddress;
import astray.transcript.sockets.ServiceNames;
import astray.transcript.text.Numbers;
import org.jspecify.annotations.Nullable;

/** The two ends of a packet as tcpdump writes them: {@code gpu2.ssh}, {@code 10.0.0.1.22}, {@code fe80::1.546}. */
final class Ends {
    private Ends() {}

    /** An end without a port. */
    static Endpoint place(String token) {
        return place(token, null, null);
    }

    private static Endpoint place(String token, @Nullable Integer port, @Nullable String service) {
        IpAddress address = IpAddress.parse(token);
        if (address != null) {
            return new Endpoint(address, null, port, service, null);
        }
        int percent = token.indexOf('%');
        address = percent > 0 ? IpAddress.parse(token.substring(0, percent)) : null;
        return address != null
                ? new Endpoint(address, null, port, service, token.substring(percent + 1))
                : new Endpoint(null, token, port, service, null);
    }

    /** An end of a protocol that has ports: the last dot parts the port, unless all of it is an address. */
    static Endpoint withPort(String token) {
        int dot = token.lastIndexOf('.');
        if (dot <= 0 || dot == token.length() - 1 || IpAddress.parse(token) != null) {
            return place(token);
        }
        String last = token.substring(dot + 1);
        Integer port = Numbers.parsePort(last);
        return port != null
                ? place(token.substring(0, dot), port, null)
                : place(token.substring(0, dot), ServiceNames.port(last), last);
    }

    /** Whether an end shows a port: a number or a well-known name behind an address or a name. */
    static boolean showsPort(String token) {
        int dot = token.lastIndexOf('.');
        if (dot <= 0 || IpAddress.parse(token) != null) {
            return false;
        }
        String last = token.substring(dot + 1);
        return Numbers.parsePort(last) != null
                || ServiceNames.port(last) != null
                || IpAddress.parse(token.substring(0, dot)) != null;
    }

    /** An end as it is read. */
    static String print(Endpoint end) {
        String place = end.zone() == null ? end.where() : end.where() + '%' + end.zone();
        if (end.service() != null) {
            return place + '.' + end.service();
        }
        return end.port() != null ? place + '.' + end.port() : place;
    }
}
