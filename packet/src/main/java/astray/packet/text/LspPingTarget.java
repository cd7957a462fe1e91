package astray.packet.text;

/** What path an echo is to follow: a stack of forwarding equivalence classes (RFC 8029 section 3.2). */
final class LspPingTarget {
    /** How it went with a parameter. */
    enum Outcome {
        /** Its value was printed. */
        KNOWN,
        /** Its value was not, or not wholly: the bytes are printed besides. */
        UNKNOWN,
        /** Nothing can follow. */
        END
    }

    private static final Table NAMES = Table.of("""
            1 LDP IPv4 prefix
            2 LDP IPv6 prefix
            3 RSVP IPv4 Session Query
            4 RSVP IPv6 Session Query
            5 Reserved
            6 VPN IPv4 prefix
            7 VPN IPv6 prefix
            8 L2 VPN endpoint
            9 FEC 128 pseudowire (old)
            10 FEC 128 pseudowire
            12 BGP labeled IPv4 prefix
            13 BGP labeled IPv6 prefix
            """);

    private LspPingTarget() {}

    static Outcome print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            if (rest < 4) {
                line.text("\n\t      TLV is too short");
                return Outcome.UNKNOWN;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            if (rest < size + 4) {
                line.text("\n\t      TLV is too short");
                return Outcome.UNKNOWN;
            }
            sheet.need(here + 4, size);
            line.text("\n\t    ")
                    .text(NAMES.name(type, "Unknown"))
                    .text(" subTLV (")
                    .number(type);
            line.text("), length: ").number(size);
            boolean known = value(sheet, type, here + 4, size);
            if (sheet.v > 1 || !known) {
                HexDump.unknown(sheet, "\n\t      ", here + 4, size);
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded + 4) {
                line.text("\n\t\t TLV is too short");
                return Outcome.END;
            }
            // the original forgets to step over the four bytes in front of the value
            here += padded;
            rest -= padded + 4;
        }
        return Outcome.KNOWN;
    }

    private static boolean value(Sheet sheet, int type, int at, int length) {
        int size = switch (type) {
            case 1, 12 -> 5;
            case 2, 13 -> 17;
            case 3 -> 20;
            case 4 -> 56;
            case 6 -> 13;
            case 7 -> 25;
            case 8, 10 -> 14;
            case 9 -> 10;
            default -> -1;
        };
        if (size < 0) {
            return false;
        }
        Line line = sheet.line;
        if (length != size) {
            line.text("\n\t      invalid subTLV length, should be ").number(size);
            return false;
        }
        line.text("\n\t      ");
        switch (type) {
            case 1, 12 -> prefix(sheet, at, false);
            case 2, 13 -> prefix(sheet, at, true);
            case 3 -> tunnel(sheet, at, false);
            case 4 -> tunnel(sheet, at, true);
            case 6, 7 -> {
                distinguisher(sheet, at);
                prefix(sheet, at + 8, type == 7);
            }
            case 8 -> {
                distinguisher(sheet, at);
                int kind = sheet.be16(at + 12);
                line.text("Sender VE ID: ").number(sheet.be16(at + 8));
                line.text(", Receiver VE ID: ").number(sheet.be16(at + 10));
                line.text("\n\t      Encapsulation Type: ").text(PseudoWire.TYPES.name(kind, "unknown"));
                line.text(" (").number(kind).put(')');
            }
            default -> {
                if (type == 10) {
                    line.text("Sender PE: ");
                    sheet.host4(at);
                    line.text(", ");
                }
                int here = type == 10 ? at + 4 : at;
                int kind = sheet.be16(here + 8);
                line.text("Remote PE: ");
                sheet.host4(here);
                line.text("\n\t      PW ID: 0x").hex(sheet.be32(here + 4), 8);
                line.text(", PW Type: ").text(PseudoWire.TYPES.name(kind, "unknown"));
                line.text(" (").number(kind).put(')');
            }
        }
        return true;
    }

    private static void distinguisher(Sheet sheet, int at) {
        sheet.text("RD: ");
        BgpCommunity.distinguisher(sheet, at);
        sheet.text(", ");
    }

    private static void prefix(Sheet sheet, int at, boolean six) {
        LspPing.host(sheet, at, six);
        sheet.text("/").number(sheet.u8(at + (six ? 16 : 4)));
    }

    private static void tunnel(Sheet sheet, int at, boolean six) {
        Line line = sheet.line;
        int size = six ? 16 : 4;
        line.text("tunnel end-point ");
        LspPing.host(sheet, at, six);
        line.text(", tunnel sender ");
        LspPing.host(sheet, at + 2 * size + 4, six);
        line.text(", lsp-id 0x").hex(sheet.be16(at + 3 * size + 6), 4);
        line.text("\n\t      tunnel-id 0x").hex(sheet.be16(at + size + 2), 4);
        line.text(", extended tunnel-id ");
        LspPing.host(sheet, at + size + 4, six);
    }
}
