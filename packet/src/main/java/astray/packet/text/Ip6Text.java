package astray.packet.text;

import astray.facts.Family;
import astray.facts.IpAddress;

/** IPv6 addresses in the form of inet_ntop(3): the longest run of zero groups as {@code ::}, IPv4 tails dotted. */
final class Ip6Text {
    private Ip6Text() {}

    static String of(IpAddress address) {
        Line line = new Line();
        if (address.family() == Family.INET) {
            line.ip4((int) address.low());
        } else {
            print(line, address.high(), address.low());
        }
        return line.toString();
    }

    private static int group(long high, long low, int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> 48 - 16 * (index & 3)) & 0xffff;
    }

    static void print(Line line, long high, long low) {
        int bestFrom = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && group(high, low, i + length) == 0) {
                length++;
            }
            if (length > bestLength) {
                bestFrom = i;
                bestLength = length;
            }
            i += length;
        }
        for (int i = 0; i < 8; i++) {
            if (i == bestFrom) {
                line.text("::");
                i += bestLength - 1;
                continue;
            }
            if (i > 0 && i != bestFrom + (bestFrom < 0 ? -1 : bestLength)) {
                line.put(':');
            }
            // ::a.b.c.d and ::ffff:a.b.c.d
            if (i == 6 && bestFrom == 0 && (bestLength == 6 || bestLength == 5 && group(high, low, 5) == 0xffff)) {
                line.ip4((int) low);
                return;
            }
            line.hex(group(high, low, i));
        }
    }
}
