package astray.probe;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.inet.QueuedError;
import org.jspecify.annotations.Nullable;

/**
 * An ICMP or ICMPv6 error about something that was sent (RFC 792, RFC 4443).
 *
 * @param from who says so; an own address when this host's kernel does, since no neighbour answered
 * @param type the type, 0 to 255
 * @param code the code, 0 to 255
 * @param mtu what would have fitted, in bytes, where the error is that the packet was too big; else 0
 */
public record IcmpNotice(IpAddress from, int type, int code, long mtu) {
    private static final int UNREACHABLE = 3;
    private static final int TIME_EXCEEDED = 11;
    private static final int UNREACHABLE_6 = 1;
    private static final int TOO_BIG_6 = 2;
    private static final int TIME_EXCEEDED_6 = 3;

    /** What the kernel queued; {@code null} where it is no ICMP error. */
    static @Nullable IcmpNotice of(QueuedError error) {
        IpAddress from = error.offender();
        return from == null ? null : new IcmpNotice(from, error.type(), error.code(), error.info());
    }

    private boolean v4() {
        return from.family() == Family.INET;
    }

    /** The packet's time to live, or hop limit, ended at a router: it forwards, or would. */
    public boolean timeExceeded() {
        return type == (v4() ? TIME_EXCEEDED : TIME_EXCEEDED_6) && code == 0;
    }

    /** The packet did not reach its destination, for any reason. */
    public boolean unreachable() {
        return type == (v4() ? UNREACHABLE : UNREACHABLE_6);
    }

    /** The last router on the way, or the own host, found nobody at the address. */
    public boolean hostUnreachable() {
        return unreachable() && code == (v4() ? 1 : 3);
    }

    /** The host was reached, and nothing takes packets at that port; a filter may say so too. */
    public boolean portUnreachable() {
        return unreachable() && code == (v4() ? 3 : 4);
    }

    /** A filter or a prohibit route says no (RFC 1812 section 5.2.7.1, RFC 4443 section 3.1). */
    public boolean prohibited() {
        return unreachable() && (v4() ? code == 9 || code == 10 || code == 13 : code == 1 || code == 5 || code == 6);
    }

    /** The mark that traceroute(8) prints for it, such as {@code !H}. */
    public String mark() {
        if (!unreachable()) {
            return "!<" + type + '-' + code + '>';
        }
        if (v4()) {
            return switch (code) {
                case 0, 6, 9, 11 -> "!N";
                case 1, 7, 8, 10, 12 -> "!H";
                case 2 -> "!P";
                case 4 -> "!F-" + mtu;
                case 5 -> "!S";
                case 13 -> "!X";
                case 14 -> "!V";
                case 15 -> "!C";
                default -> "!<" + code + '>';
            };
        }
        return switch (code) {
            case 0 -> "!N";
            case 1 -> "!X";
            case 3 -> "!H";
            default -> "!<" + code + '>';
        };
    }

    /** Its words, which are those of ping(8). */
    public String text() {
        if (timeExceeded()) {
            return v4() ? "Time to live exceeded" : "Time exceeded: Hop limit";
        }
        if (!unreachable()) {
            return !v4() && type == TOO_BIG_6 ? "Packet too big: mtu=" + mtu : "ICMP type " + type + " code " + code;
        }
        if (v4()) {
            return switch (code) {
                case 0 -> "Destination Net Unreachable";
                case 1 -> "Destination Host Unreachable";
                case 2 -> "Destination Protocol Unreachable";
                case 3 -> "Destination Port Unreachable";
                case 4 -> "Frag needed and DF set (mtu = " + mtu + ")";
                case 5 -> "Source Route Failed";
                case 6 -> "Destination Net Unknown";
                case 7 -> "Destination Host Unknown";
                case 8 -> "Source Host Isolated";
                case 9 -> "Destination Net Prohibited";
                case 10 -> "Destination Host Prohibited";
                case 11 -> "Destination Net Unreachable for Type of Service";
                case 12 -> "Destination Host Unreachable for Type of Service";
                case 13 -> "Packet filtered";
                case 14 -> "Precedence Violation";
                case 15 -> "Precedence Cutoff";
                default -> "Dest Unreachable, Bad Code: " + code;
            };
        }
        return "Destination unreachable: "
                + switch (code) {
                    case 0 -> "No route";
                    case 1 -> "Administratively prohibited";
                    case 2 -> "Beyond scope of source address";
                    case 3 -> "Address unreachable";
                    case 4 -> "Port unreachable";
                    default -> "Unknown code " + code;
                };
    }
}
