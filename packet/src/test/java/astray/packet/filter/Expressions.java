package astray.packet.filter;

import java.util.Random;

/** Random expressions of the language, for Ethernet: most of them make sense. */
final class Expressions {
    private static final String[] QUESTIONS = {
        "ip",
        "ip6",
        "arp",
        "rarp",
        "tcp",
        "udp",
        "icmp",
        "icmp6",
        "sctp",
        "igmp",
        "stp",
        "llc",
        "ah",
        "vlan",
        "vlan 5",
        "mpls",
        "mpls 1",
        "pppoes",
        "pppoes 1",
        "geneve",
        "geneve 7",
        "vxlan",
        "pppoed",
        "broadcast",
        "multicast",
        "ip multicast",
        "ip6 multicast",
        "greater 300",
        "less 600",
        "ether proto 0x88cc",
        "isis",
        "ipx",
        "llc u"
    };
    private static final String[] WAYS = {"", "src ", "dst ", "src or dst ", "src and dst "};
    private static final String[] HOSTS = {
        "host 10.0.0.1", "host 10.0.0.2", "net 10.0.0.0/8", "net 192.168.64.0/20", "host fd00:9::1", "net fd00:9::/32",
        "net 224.0.0.0/4", "port 22", "port 53", "port 4789", "portrange 50-90", "portrange 0-1023"
    };
    private static final String[] BYTES = {
        "ip[0] & 0xf",
        "ip[2:2]",
        "ip[6:2] & 0x1fff",
        "ip[8]",
        "ip[9]",
        "tcp[13]",
        "tcp[0:2]",
        "udp[2:2]",
        "ip6[6]",
        "ip6[7]",
        "ether[0] & 1",
        "ether[12:2]",
        "len",
        "tcp[(tcp[12] & 0xf0) >> 2]",
        "ip[(ip[0] & 0xf) << 2]",
        "icmp[icmptype]",
        "arp[6:2]"
    };
    private static final String[] SIGNS = {"=", "!=", ">", "<", ">=", "<="};
    private static final String[] SUMS = {" + ", " - ", " * ", " & ", " | ", " ^ "};

    private Expressions() {}

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    static String random(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            String first = random(random, depth - 1);
            String second = random(random, depth - 1);
            return switch (random.nextInt(4)) {
                case 0 -> first + " and " + second;
                case 1 -> first + " or (" + second + ")";
                case 2 -> "not (" + first + ") and " + second;
                default -> "(" + first + ") or not " + second;
            };
        }
        return switch (random.nextInt(4)) {
            case 0 -> one(random, QUESTIONS);
            case 1 -> one(random, WAYS) + one(random, HOSTS);
            case 2 -> sum(random) + " " + one(random, SIGNS) + " " + number(random);
            default -> sum(random) + " " + one(random, SIGNS) + " " + sum(random);
        };
    }

    private static String sum(Random random) {
        String bytes = one(random, BYTES);
        return switch (random.nextInt(4)) {
            case 0 -> bytes + one(random, SUMS) + number(random);
            case 1 -> "(" + bytes + ")" + one(random, SUMS) + "(" + one(random, BYTES) + ")";
            default -> bytes;
        };
    }

    private static int number(Random random) {
        return random.nextBoolean() ? random.nextInt(8) : random.nextInt(70000);
    }
}
