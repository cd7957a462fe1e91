package astray.collect.live;

import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Moment;
import astray.kernel.packet.Sighting;
import astray.kernel.packet.Sightings;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Packets as frames, as far as a diagnosis of one peer needs them: ARP and ND, TCP's flags, ICMP. */
final class PeerFrames {
    private static final String[] TCP_FLAGS = {"F", "S", "R", "P", "."};

    private final ZoneOffset zone = ZoneId.systemDefault().getRules().getOffset(java.time.Instant.now());
    private final long startNanos = System.nanoTime();
    private final LocalDateTime start = LocalDateTime.now(zone);

    /** What a packet is; {@code null} for one that tells nothing here. */
    @Nullable
    Frame of(Sighting seen, Interfaces interfaces) {
        Frame.Body body = switch (seen.protocol()) {
            case Sightings.ARP -> arp(seen);
            case Sightings.IPV4 -> inet(seen);
            case Sightings.IPV6 -> inet6(seen);
            default -> null;
        };
        if (body == null) {
            return null;
        }
        String direction = switch (seen.kind()) {
            case Sighting.HOST -> "In";
            case Sighting.OUTGOING -> "Out";
            case Sighting.BROADCAST -> "B";
            case Sighting.MULTICAST -> "M";
            default -> "P";
        };
        Moment at = new Moment.Dated(start.plusNanos(seen.nanos() - startNanos), zone);
        return new Frame(at, interfaces.name(seen.index()), direction, seen.sender(), null, body);
    }

    /** RFC 826, for IPv4 on Ethernet. */
    private static Frame.@Nullable Body arp(Sighting seen) {
        if (seen.length() < 28 || seen.be16(2) != Sightings.IPV4 || seen.u8(4) != 6 || seen.u8(5) != 4) {
            return null;
        }
        IpAddress sender = IpAddress.v4(seen.be32(14));
        IpAddress target = IpAddress.v4(seen.be32(24));
        return switch (seen.be16(6)) {
            case 1 -> new Frame.Resolution(false, Endpoint.of(target, null), Endpoint.of(sender, null), null);
            case 2 -> new Frame.Resolution(true, Endpoint.of(sender, null), null, lladdr(seen, 8));
            default -> null;
        };
    }

    private static String lladdr(Sighting seen, int at) {
        StringBuilder text = new StringBuilder(17);
        for (int i = 0; i < 6; i++) {
            int b = seen.u8(at + i);
            text.append(i == 0 ? "" : ":")
                    .append(Character.forDigit(b >> 4, 16))
                    .append(Character.forDigit(b & 15, 16));
        }
        return text.toString();
    }

    private static Frame.@Nullable Body inet(Sighting seen) {
        int header = (seen.u8(0) & 15) * 4;
        if (header < 20 || seen.length() < header) {
            return null;
        }
        IpAddress source = IpAddress.v4(seen.be32(12));
        IpAddress destination = IpAddress.v4(seen.be32(16));
        boolean first = (seen.be16(6) & 0x1fff) == 0;
        int length = seen.be16(2) - header;
        return switch (first ? seen.u8(9) : -1) {
            case Sightings.TCP -> tcp(seen, header, length, source, destination);
            case Sightings.UDP -> udp(seen, header, length, source, destination);
            case Sightings.ICMP -> icmp(seen, header, source, destination);
            default -> null;
        };
    }

    private static Frame.@Nullable Body inet6(Sighting seen) {
        if (seen.length() < 40) {
            return null;
        }
        IpAddress source = v6(seen, 8);
        IpAddress destination = v6(seen, 24);
        int length = seen.be16(4);
        return switch (seen.u8(6)) {
            case Sightings.TCP -> tcp(seen, 40, length, source, destination);
            case Sightings.UDP -> udp(seen, 40, length, source, destination);
            case Sightings.ICMPV6 -> icmp6(seen, source, destination);
            default -> null;
        };
    }

    private static IpAddress v6(Sighting seen, int at) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | seen.u8(at + i);
            low = low << 8 | seen.u8(at + 8 + i);
        }
        return new IpAddress(Family.INET6, high, low);
    }

    private static Frame.Body tcp(Sighting seen, int at, int length, IpAddress source, IpAddress destination) {
        StringBuilder flags = new StringBuilder();
        int bits = seen.u8(at + 13);
        for (int i = 0; i < TCP_FLAGS.length; i++) {
            if ((bits & 1 << i) != 0) {
                flags.append(TCP_FLAGS[i]);
            }
        }
        int payload = Math.max(0, length - (seen.u8(at + 12) >> 4) * 4);
        String sequence = "seq " + Integer.toUnsignedString(seen.be32(at + 4));
        String details =
                (bits & 0x10) == 0 ? sequence : sequence + ", ack " + Integer.toUnsignedString(seen.be32(at + 8));
        return new Frame.Tcp(
                Endpoint.of(source, seen.be16(at)),
                Endpoint.of(destination, seen.be16(at + 2)),
                flags.toString(),
                details,
                payload);
    }

    private static Frame.Body udp(Sighting seen, int at, int length, IpAddress source, IpAddress destination) {
        return new Frame.Udp(
                Endpoint.of(source, seen.be16(at)),
                Endpoint.of(destination, seen.be16(at + 2)),
                "UDP, length " + Math.max(0, length - 8));
    }

    /** RFC 792, in tcpdump's words. */
    private static Frame.Body icmp(Sighting seen, int at, IpAddress source, IpAddress destination) {
        int type = seen.u8(at);
        int code = seen.u8(at + 1);
        String details = switch (type) {
            case 0 -> "echo reply, id " + seen.be16(at + 4) + ", seq " + seen.be16(at + 6);
            case 8 -> "echo request, id " + seen.be16(at + 4) + ", seq " + seen.be16(at + 6);
            case 3 -> unreachable(seen, at + 8, code);
            case 11 -> "time exceeded in-transit";
            default -> "type-#" + type;
        };
        return new Frame.Icmp(Endpoint.of(source, null), Endpoint.of(destination, null), details);
    }

    /** An error, which holds the head of the packet that it is about. */
    private static String unreachable(Sighting seen, int inner, int code) {
        IpAddress about = IpAddress.v4(seen.be32(inner + 16));
        int header = (seen.u8(inner) & 15) * 4;
        return switch (code) {
            case 0 -> "net " + about + " unreachable";
            case 3 ->
                about + (seen.u8(inner + 9) == Sightings.TCP ? " tcp port " : " udp port ")
                        + seen.be16(inner + header + 2) + " unreachable";
            case 9, 10, 13 -> "host " + about + " unreachable - admin prohibited filter";
            default -> "host " + about + " unreachable";
        };
    }

    /** RFC 4443 and RFC 4861, in tcpdump's words. */
    private static Frame.@Nullable Body icmp6(Sighting seen, IpAddress source, IpAddress destination) {
        int type = seen.u8(40);
        return switch (type) {
            case 1 ->
                new Frame.Icmp(
                        Endpoint.of(source, null),
                        Endpoint.of(destination, null),
                        "destination unreachable, unreachable address " + v6(seen, 48 + 24));
            case 128 ->
                new Frame.Icmp(
                        Endpoint.of(source, null),
                        Endpoint.of(destination, null),
                        "echo request, id " + seen.be16(44) + ", seq " + seen.be16(46));
            case 129 ->
                new Frame.Icmp(
                        Endpoint.of(source, null),
                        Endpoint.of(destination, null),
                        "echo reply, id " + seen.be16(44) + ", seq " + seen.be16(46));
            case 135 -> new Frame.Resolution(false, Endpoint.of(v6(seen, 48), null), Endpoint.of(source, null), null);
            case 136 ->
                new Frame.Resolution(
                        true,
                        Endpoint.of(v6(seen, 48), null),
                        null,
                        // the option of the answerer's link-layer address
                        seen.u8(64) == 2 && seen.u8(65) == 1 ? lladdr(seen, 66) : null);
            default -> null;
        };
    }
}
