package astray.packet.text;

/** The options of DHCP and DHCPv6 that an external connection passes on (RFC 7788 section 10.2). */
final class HncpDhcp {
    private static final int DNS4 = 6;
    private static final int NTP4 = 42;
    private static final int SEARCH4 = 119;

    private static final int DNS6 = 23;
    private static final int SEARCH6 = 24;
    private static final int SNTP6 = 31;

    private static final Table NAMES4 = Table.of("6 DNS-server\n42 NTP-server\n119 DNS-search\n");
    private static final Table NAMES6 = Table.of("23 DNS-server\n24 DNS-search-list\n31 SNTP-servers\n");

    private HncpDhcp() {}

    /** Prints options of DHCP (RFC 2132, RFC 3397); whether they are valid. */
    static boolean print4(Sheet sheet, int at, int length, int indent) {
        int i = 0;
        while (i < length) {
            if (i + 2 > length) {
                return false;
            }
            int type = sheet.u8(at + i);
            int size = sheet.u8(at + i + 1);
            head(sheet, NAMES4.name(type, "Unknown"), size + 2, indent);
            i += 2;
            if (i + size > length) {
                return false;
            }
            if (type == DNS4 || type == NTP4) {
                if (size < 4 || size % 4 != 0) {
                    return false;
                }
                for (int j = 0; j < size; j += 4) {
                    sheet.text(" ");
                    sheet.host4(at + i + j);
                }
            } else if (type == SEARCH4 && !names(sheet, at + i, size)) {
                return false;
            }
            i += size;
        }
        return true;
    }

    /** Prints options of DHCPv6 (RFC 3646, RFC 4075); whether they are valid. */
    static boolean print6(Sheet sheet, int at, int length, int indent) {
        int i = 0;
        while (i < length) {
            if (i + 4 > length) {
                return false;
            }
            int type = sheet.be16(at + i);
            int size = sheet.be16(at + i + 2);
            head(sheet, NAMES6.name(type, "Unknown"), size + 4, indent);
            i += 4;
            if (i + size > length) {
                return false;
            }
            if (type == DNS6 || type == SNTP6) {
                if (size % 16 != 0) {
                    sheet.invalid();
                    return false;
                }
                for (int j = 0; j < size; j += 16) {
                    sheet.text(" ");
                    sheet.host6(at + i + j);
                }
            } else if (type == SEARCH6 && !names(sheet, at + i, size)) {
                return false;
            }
            i += size;
        }
        return true;
    }

    private static void head(Sheet sheet, String name, int size, int indent) {
        Hncp.indent(sheet.line, indent);
        sheet.text(name).text(" (").number(size).put(')');
    }

    private static boolean names(Sheet sheet, int at, int size) {
        DnsNames names = new DnsNames(sheet, at + size);
        int here = at;
        while (here < at + size) {
            sheet.text(" ");
            here = names.print(here);
            if (here < 0) {
                return false;
            }
        }
        return true;
    }
}
