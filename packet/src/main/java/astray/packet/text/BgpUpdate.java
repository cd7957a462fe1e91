package astray.packet.text;

/** BGP's UPDATE message (RFC 4271 section 4.3): routes withdrawn, attributes, routes that have them. */
final class BgpUpdate {
    private BgpUpdate() {}

    static void print(Sheet sheet, int at, int length) {
        if (!print(sheet, at + Bgp.HEADER, at + length, length)) {
            sheet.truncated();
        }
    }

    /** Prints it; false when something does not fit into the message. */
    private static boolean print(Sheet sheet, int at, int end, int length) {
        Line line = sheet.line;
        int here = at;
        if (length < Bgp.HEADER + 2 || !sheet.has(here, 2)) {
            return false;
        }
        int withdrawn = sheet.be16(here);
        here += 2;
        if (!sheet.has(here, withdrawn) || end - here < withdrawn) {
            return false;
        }
        if (withdrawn > 1) {
            line.text("\n\t  Withdrawn routes:");
            int last = routes(sheet, here, here + withdrawn, false);
            if (last < 0) {
                return false;
            }
            withdrawn -= last - here;
            here = last;
        } else {
            here += withdrawn;
        }
        if (!sheet.has(here, 2) || end - here < 2) {
            return false;
        }
        int attributes = sheet.be16(here);
        here += 2;
        if (withdrawn == 0 && attributes == 0 && here == end) {
            line.text("\n\t  End-of-Rib Marker (empty NLRI)");
            return true;
        }
        if (end - here < attributes) {
            return false;
        }
        if (attributes != 0 && !BgpAttributes.print(sheet, here, attributes)) {
            return false;
        }
        here += attributes;
        if (here < end) {
            line.text("\n\t  Updated routes:");
            return routes(sheet, here, end, true) >= 0;
        }
        return true;
    }

    /** Prints IPv4 routes up to an end; where it stopped, negative when the last one does not fit. */
    private static int routes(Sheet sheet, int at, int end, boolean strict) {
        Line line = sheet.line;
        boolean paths = BgpNlri.hasPaths(sheet, at, end - at, 32);
        int here = at;
        while (here < end) {
            long path = 0;
            if (paths) {
                if (end - here < 4) {
                    return strict ? -1 : end;
                }
                path = sheet.be32(here);
                here += 4;
            }
            int mark = line.length();
            line.text("\n\t    ");
            int size = BgpNlri.prefix4(sheet, here, end - here);
            if (size < 0) {
                line.cut(mark);
                if (size == BgpNlri.ILLEGAL) {
                    line.text("\n\t    (illegal prefix length)");
                    return here;
                }
                return -1;
            }
            if (paths) {
                line.text("   Path Id: ").number(path);
            }
            here += size;
        }
        return here;
    }
}
