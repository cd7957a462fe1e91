package astray.packet.text;

import astray.packet.text.PimAddress.Kind;

/**
 * Protocol Independent Multicast, version 2: sparse mode (RFC 7761), dense mode (RFC 3973), bootstrap (RFC 5059) and
 * bidirectional (RFC 5015).
 */
final class Pim {
    private static final int RESERVED = 1;
    private static final int CHECKSUM = 2;
    private static final int HEADER = 4;

    private static final int HELLO = 0;
    private static final int REGISTER = 1;
    private static final int REGISTER_STOP = 2;
    private static final int JOIN_PRUNE = 3;
    private static final int BOOTSTRAP = 4;
    private static final int ASSERT = 5;
    private static final int GRAFT = 6;
    private static final int GRAFT_ACK = 7;
    private static final int CANDIDATE = 8;
    private static final int REFRESH = 9;
    private static final int ELECTION = 10;

    private static final int BACKOFF = 3;
    private static final int PASS = 4;

    private static final int FOREVER = 0xffff;

    private static final Table MESSAGES = Table.of("""
            0 Hello
            1 Register
            2 Register Stop
            3 Join / Prune
            4 Bootstrap
            5 Assert
            6 Graft
            7 Graft Acknowledgement
            8 Candidate RP Advertisement
            9 Prune Refresh
            10 DF Election
            11 ECMP Redirect
            """);

    private static final Table REGISTER_FLAGS = Table.of("""
            0x80000000 Border
            0x40000000 Null
            """);

    private static final Table ELECTIONS = Table.of("""
            1 Offer
            2 Winner
            3 Backoff
            4 Pass
            """);

    private final Sheet sheet;
    private final Line line;
    private final int end;

    /** How long addresses are (RFC 2117); 0 where each has its family in front. */
    private final int size;

    private int here;

    private Pim(Sheet sheet, int at, int length) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.here = at + HEADER;
        this.end = at + length;
        this.size = sheet.u8(at + RESERVED) & 15;
    }

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "pim";
        int first = sheet.u8(at);
        int version = first >> 4;
        String type = MESSAGES.name(first & 15, "Unknown Type");
        line.text("PIMv").number(version);
        if (version == 2 && sheet.v == 0) {
            line.text(", ").text(type);
        }
        line.text(", length ").number(length);
        if (version != 2 || sheet.v == 0) {
            return;
        }
        line.text("\n\t").text(type);
        sheet.protocol = "pimv2";
        if (isShort(sheet, length, 2)) {
            return;
        }
        Pim message = new Pim(sheet, at, length);
        line.text(message.size == 0 ? "" : ", RFC2117-encoding");
        if (isShort(sheet, length, HEADER)) {
            return;
        }
        int checksum = sheet.be16(at + CHECKSUM);
        line.text(", cksum 0x").hex(checksum, 4).put(' ');
        line.text(checksum(sheet, at, length, first & 15, carrier));
        if (!message.body(first & 15, at)) {
            sheet.truncated();
        }
    }

    private static boolean isShort(Sheet sheet, int length, int least) {
        if (length >= least) {
            return false;
        }
        sheet.text("[length ").number(length).text(" < ").number(least).put(']');
        sheet.invalid();
        return true;
    }

    /** RFC 7761 section 4.9: that of a Register is of its header only, but one of the whole is right, too. */
    private static String checksum(Sheet sheet, int at, int length, int type, Carrier carrier) {
        if (sheet.be16(at + CHECKSUM) == 0) {
            return "(unverified)";
        }
        if (type == REGISTER) {
            if (!sheet.has(at, 8)) {
                return "(unverified)";
            }
            if (sum(sheet, at, 8, carrier) == 0) {
                return "(correct)";
            }
        }
        if (!sheet.has(at, length)) {
            return "(unverified)";
        }
        return sum(sheet, at, length, carrier) == 0 ? "(correct)" : "(incorrect)";
    }

    private static int sum(Sheet sheet, int at, int length, Carrier carrier) {
        long pseudo = carrier.version() == 6 ? carrier.pseudoHeader(sheet, IpProtocol.PIM, length) : 0;
        return Checksum.of(Checksum.add(pseudo, sheet.bytes(), at, length));
    }

    private int rest() {
        return end - here;
    }

    /** Prints an address; false when it is cut off. */
    private boolean address(String what, Kind kind) {
        line.text(what);
        int advance = PimAddress.print(sheet, here, rest(), kind, size);
        here += Math.max(advance, 0);
        return advance >= 0;
    }

    /** Prints what follows the header; false when it is cut off. */
    private boolean body(int type, int at) {
        return switch (type) {
            case HELLO -> PimHello.print(sheet, here, rest(), size);
            case REGISTER -> register();
            case REGISTER_STOP -> address(" group=", Kind.GROUP) && address(" source=", Kind.UNICAST);
            case JOIN_PRUNE, GRAFT, GRAFT_ACK -> joins(type);
            case BOOTSTRAP -> bootstrap();
            case ASSERT -> address(" group=", Kind.GROUP) && address(" src=", Kind.UNICAST) && metric();
            case CANDIDATE -> candidate();
            case REFRESH -> refresh();
            case ELECTION -> election(sheet.u8(at + RESERVED) >> 4);
            default -> {
                line.text(" [type ").number(type).put(']');
                yield true;
            }
        };
    }

    private boolean register() {
        if (rest() < 4 || !sheet.has(here, 4)) {
            return false;
        }
        line.text(", Flags [ ")
                .text(REGISTER_FLAGS.name(sheet.be32(here), "none"))
                .text(" ]\n\t");
        here += 4;
        if (rest() == 0) {
            return false;
        }
        int version = sheet.u8(here) >> 4;
        switch (version) {
            case 0 -> {
                sheet.need(here + 12, 8);
                line.text("IP-Null-header ");
                sheet.host4(here + 12);
                line.text(" > ");
                sheet.host4(here + 16);
            }
            case 4 -> Ip4.print(sheet, here, rest());
            case 6 -> Ip6.print(sheet, here, rest());
            default -> line.text("IP ver ").number(version);
        }
        return true;
    }

    private boolean joins(int type) {
        if (type != GRAFT_ACK && !address(", upstream-neighbor: ", Kind.UNICAST)) {
            return false;
        }
        if (rest() < 4 || !sheet.has(here, 4)) {
            return false;
        }
        int count = sheet.u8(here + 1);
        int hold = sheet.be16(here + 2);
        line.text("\n\t  ").number(count).text(" group(s)");
        if (type != GRAFT_ACK) {
            line.text(", holdtime: ");
            if (hold == FOREVER) {
                line.text("infinite");
            } else {
                RelativeTime.print(line, hold);
            }
        }
        here += 4;
        for (int i = 1; i <= count; i++) {
            line.text("\n\t    group #").number(i);
            if (!address(": ", Kind.GROUP) || rest() < 4 || !sheet.has(here, 4)) {
                return false;
            }
            int joined = sheet.be16(here);
            int pruned = sheet.be16(here + 2);
            line.text(", joined sources: ").number(joined);
            line.text(", pruned sources: ").number(pruned);
            here += 4;
            if (!sources("joined", joined) || !sources("pruned", pruned)) {
                return false;
            }
        }
        return true;
    }

    private boolean sources(String what, int count) {
        for (int i = 1; i <= count; i++) {
            line.text("\n\t      ").text(what).text(" source #").number(i);
            if (!address(": ", Kind.SOURCE)) {
                return false;
            }
        }
        return true;
    }

    /** RFC 5059 section 4.1. */
    private boolean bootstrap() {
        if (rest() < 2) {
            return false;
        }
        line.text(" tag=").hex(sheet.be16(here));
        if (rest() < 3) {
            return false;
        }
        line.text(" hashmlen=").number(sheet.u8(here + 2));
        if (rest() < 4) {
            return false;
        }
        // the original looks one byte further than it prints
        sheet.need(here + 4, 1);
        line.text(" BSRprio=").number(sheet.u8(here + 3));
        here += 4;
        if (!address(" BSR=", Kind.UNICAST)) {
            return false;
        }
        for (int i = 0; rest() > 0; i++) {
            line.text(" (group").number(i);
            if (!address(": ", Kind.GROUP) || rest() < 1) {
                return false;
            }
            line.text(" RPcnt=").number(sheet.u8(here));
            if (rest() < 2) {
                return false;
            }
            int count = sheet.u8(here + 1);
            line.text(" FRPcnt=").number(count);
            if (rest() < 4) {
                return false;
            }
            here += 4;
            for (int k = 0; k < count && rest() > 0; k++) {
                line.text(" RP").number(k);
                if (!address("=", Kind.UNICAST) || !point()) {
                    return false;
                }
            }
            line.put(')');
        }
        return true;
    }

    /** What follows the address of a rendezvous point. */
    private boolean point() {
        if (rest() < 2) {
            return false;
        }
        line.text(",holdtime=");
        RelativeTime.print(line, sheet.be16(here));
        if (rest() < 3) {
            return false;
        }
        line.text(",prio=").number(sheet.u8(here + 2));
        here += 4;
        return rest() >= 0;
    }

    private boolean metric() {
        if (rest() < 8 || !sheet.has(here, 8)) {
            return false;
        }
        long preference = sheet.be32(here);
        line.text(preference >>> 31 == 0 ? "" : " RPT");
        line.text(" pref=").number(preference & 0x7fff_ffff);
        line.text(" metric=").number(sheet.be32(here + 4));
        return true;
    }

    private boolean candidate() {
        if (rest() < 1) {
            return false;
        }
        int count = sheet.u8(here);
        line.text(" prefix-cnt=").number(count);
        if (rest() < 2) {
            return false;
        }
        line.text(" prio=").number(sheet.u8(here + 1));
        if (rest() < 4) {
            return false;
        }
        line.text(" holdtime=");
        RelativeTime.print(line, sheet.be16(here + 2));
        here += 4;
        if (!address(" RP=", Kind.UNICAST)) {
            return false;
        }
        for (int i = 0; i < count && rest() > 0; i++) {
            line.text(" Group").number(i);
            if (!address("=", Kind.GROUP)) {
                return false;
            }
        }
        return true;
    }

    private boolean refresh() {
        if (!address(" src=", Kind.UNICAST)
                || !address(" grp=", Kind.GROUP)
                || !address(" forwarder=", Kind.UNICAST)
                || rest() < 2) {
            return false;
        }
        line.text(" TUNR ");
        RelativeTime.print(line, sheet.be16(here));
        return true;
    }

    /** The election of a designated forwarder (RFC 5015 section 3.7). */
    private boolean election(int subtype) {
        line.text("\n\t  ").text(ELECTIONS.name(subtype, "Unknown")).put(',');
        if (!address(" rpa=", Kind.UNICAST)) {
            return false;
        }
        preference("sender");
        if (subtype == BACKOFF || subtype == PASS) {
            String who = subtype == BACKOFF ? "offer" : "new winner";
            line.text("\n\t  ").text(who);
            if (!address(" addr=", Kind.UNICAST)) {
                return false;
            }
            preference(who);
            if (subtype == BACKOFF) {
                int interval = sheet.be16(here);
                line.text(" interval ").number(interval).text("ms");
            }
        }
        return true;
    }

    private void preference(String who) {
        long preference = sheet.be32(here);
        line.put(' ').text(who).text(" pref=").number(preference);
        long metric = sheet.be32(here + 4);
        line.put(' ').text(who).text(" metric=").number(metric);
        here += 8;
    }
}
