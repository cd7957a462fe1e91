package astray.packet.text;

/** The counters in a sample of sFlow version 5 (section 5). */
final class SflowCounters {
    private static final Table TYPES = Table.of("""
            1 Generic counter
            2 Ethernet counter
            3 Token ring counter
            4 100 BaseVG counter
            5 Vlan counter
            1001 Processor counter
            """);

    private static final String[] DIRECTIONS = {"unknown", "full-duplex", "half-duplex", "in", "out"};

    /**
     * What is printed of a kind of record: texts, each followed by a field: {@code #} is one of 32 bits, {@code @} one
     * of 64.
     */
    private static final String ETHERNET =
            "\n\t      align errors #, fcs errors #, single collision #, multiple collision #, test error #"
                    + "\n\t      deferred #, late collision #, excessive collision #, mac trans error #"
                    + "\n\t      carrier error #, frames too long #, mac receive errors #, symbol errors #";

    private static final String VG =
            "\n\t      in high prio frames #, in high prio octets @\n\t      in norm prio frames #, in norm prio octets @"
                    + "\n\t      in ipm errors #, oversized #, in data errors #, null addressed frames #"
                    + "\n\t      out high prio frames #, out high prio octets @, trans into frames #"
                    + "\n\t      in hc high prio octets @, in hc norm prio octets @, out hc high prio octets @";

    private static final String VLAN =
            "\n\t      vlan_id #, octets @, unicast_pkt #, multicast_pkt #, broadcast_pkt #, discards #";

    private static final String PROCESSOR = "\n\t      5sec #, 1min #, 5min #, total_mem @, total_mem @";

    private static final String TRAFFIC =
            "\n\t      In octets @, unicast pkts #, multicast pkts #, broadcast pkts #, discards #"
                    + "\n\t      In errors #, unknown protos #"
                    + "\n\t      Out octets @, unicast pkts #, multicast pkts #, broadcast pkts #, discards #"
                    + "\n\t      Out errors #, promisc mode #";

    private static final int GENERIC_LENGTH = 88;

    private SflowCounters() {}

    /** Prints records; false when there are fewer bytes than they need. */
    static boolean print(Sheet sheet, int at, int end, long records) {
        Line line = sheet.line;
        int here = at;
        for (long i = 0; i < records; i++) {
            if (end - here < 8) {
                return false;
            }
            int format = sheet.s32(here);
            int enterprise = format >>> 20;
            int type = format & 0xfff;
            long size = sheet.be32(here + 4);
            line.text("\n\t    enterprise ").number(enterprise).text(", ");
            line.text(enterprise == 0 ? TYPES.name(type, "Unknown") : "Unknown");
            line.text(" (").number(type).text(") length ").number(size);
            here += 8;
            if (end - here < size || enterprise == 0 && !record(sheet, type, here, end, (int) size)) {
                return false;
            }
            here += (int) size;
        }
        return true;
    }

    private static boolean record(Sheet sheet, int type, int at, int end, int size) {
        switch (type) {
            case 1 -> {
                return end - at >= GENERIC_LENGTH && generic(sheet, at, end);
            }
            case 2 -> {
                return fields(sheet, ETHERNET, at, end);
            }
            case 4 -> {
                return fields(sheet, VG, at, end);
            }
            case 5 -> {
                return fields(sheet, VLAN, at, end);
            }
            case 1001 -> {
                return fields(sheet, PROCESSOR, at, end);
            }
            case 3 -> {
                // the original prints nothing of a token ring's
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t\t", at, size);
                }
            }
        }
        return true;
    }

    private static boolean generic(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        long direction = sheet.be32(at + 16);
        long status = sheet.be32(at + 20);
        line.text("\n\t      ifindex ").number(sheet.be32(at));
        line.text(", iftype ").number(sheet.be32(at + 4));
        line.text(", ifspeed ").unsigned(sheet.be64(at + 8));
        line.text(", ifdirection ").number(direction).text(" (");
        line.text(direction < DIRECTIONS.length ? DIRECTIONS[(int) direction] : "Unknown");
        line.text(")\n\t      ifstatus ").number(status);
        line.text(", adminstatus: ").text((status & 1) != 0 ? "up" : "down");
        line.text(", operstatus: ").text((status & 2) != 0 ? "up" : "down");
        return fields(sheet, TRAFFIC, at + 24, end);
    }

    private static boolean fields(Sheet sheet, String form, int at, int end) {
        int needed = 0;
        for (int i = 0; i < form.length(); i++) {
            needed += form.charAt(i) == '#' ? 4 : form.charAt(i) == '@' ? 8 : 0;
        }
        if (end - at < needed) {
            return false;
        }
        int here = at;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (c == '#') {
                sheet.line.number(sheet.be32(here));
                here += 4;
            } else if (c == '@') {
                sheet.line.unsigned(sheet.be64(here));
                here += 8;
            } else {
                sheet.line.put(c);
            }
        }
        return true;
    }
}
