package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.transcript.text.Numbers;
import org.jspecify.annotations.Nullable;

/** One end of a socket as text: address and port, parted by a colon or by BSD's dot. */
final class SocketEnds {
    private SocketEnds() {}

    /**
     * {@code 0.0.0.0:22}, {@code *:ssh}, {@code :::22}, {@code [::1]:631}, {@code [fe80::1]%eth0:546},
     * {@code 127.0.0.53%lo:53}; {@code null} for anything else.
     */
    static @Nullable Endpoint colon(String text) {
        return parted(text, ':');
    }

    /** {@code *.22}, {@code 192.168.1.5.ssh}, {@code fe80::1%lo0.53}, {@code *.*}; {@code null} for anything else. */
    static @Nullable Endpoint dot(String text) {
        return parted(text, '.');
    }

    private static @Nullable Endpoint parted(String text, char separator) {
        int cut = text.lastIndexOf(separator);
        return cut <= 0 ? null : read(text.substring(0, cut), text.substring(cut + 1));
    }

    /** An end whose text was cut by the tool: what is left of the address is kept as a name, since it is none. */
    static Endpoint cut(Endpoint end, String text, char separator) {
        return new Endpoint(null, text.substring(0, text.lastIndexOf(separator)), end.port(), end.service(), null);
    }

    static @Nullable Endpoint read(String where, String portText) {
        Integer port = null;
        String service = null;
        if (!portText.equals("*")) {
            if (isNumber(portText)) {
                port = Numbers.parsePort(portText);
                if (port == null) {
                    return null;
                }
            } else if (isName(portText)) {
                service = portText;
                port = ServiceNames.port(portText);
            } else {
                return null;
            }
        }
        String place = where;
        String zone = null;
        if (place.startsWith("[")) {
            int close = place.indexOf(']');
            if (close < 0) {
                return null;
            }
            place = place.substring(1, close) + place.substring(close + 1);
        }
        int percent = place.indexOf('%');
        if (percent > 0) {
            zone = place.substring(percent + 1);
            place = place.substring(0, percent);
            if (zone.isEmpty()) {
                return null;
            }
        }
        if (place.equals("*")) {
            return new Endpoint(null, null, port, service, zone);
        }
        IpAddress address = IpAddress.parse(place);
        if (address != null) {
            return new Endpoint(address, null, port, service, zone);
        }
        return isName(place) ? new Endpoint(null, place, port, service, zone) : null;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Letters, digits and the marks of host and service names; a colon is left by an IPv6 address that was cut. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '+')) {
                return false;
            }
        }
        return !text.isEmpty() && text.charAt(0) != '-';
    }

    /** The service's name, or the port's number, or {@code *}. */
    static String port(@Nullable Endpoint end) {
        if (end == null) {
            return "*";
        }
        return end.service() != null ? end.service() : end.port() != null ? Integer.toString(end.port()) : "*";
    }

    /** The name or address; an IPv6 address stands in brackets, the zone behind them. */
    static String bracketed(Endpoint end) {
        IpAddress address = end.address();
        String place = end.host() == null && address != null && address.family() == Family.INET6
                ? '[' + address.toString() + ']'
                : end.where();
        return withZone(place, end);
    }

    /** The name or address without brackets, and the zone. */
    static String bare(Endpoint end) {
        return withZone(end.where(), end);
    }

    private static String withZone(String place, Endpoint end) {
        return end.zone() == null ? place : place + '%' + end.zone();
    }

    /** The family that an end shows; {@code null} for a name or {@code *}. */
    static @Nullable Family family(Endpoint end) {
        return end.address() == null ? null : end.address().family();
    }
}
