package astray.packet.text;

/** The response code, whose upper bits lie in the OPT record at the end (RFC 6891 section 6.1.3). */
final class DnsExtended {
    private static final int OPT = 41;

    private DnsExtended() {}

    /** The whole response code; without the upper bits where the record cannot be reached. */
    static int code(
            Sheet sheet,
            DnsNames names,
            int here,
            int questions,
            int answers,
            int authorities,
            int additionals,
            int low) {
        if (additionals == 0) {
            return low;
        }
        for (int i = 0; i < questions; i++) {
            here = names.skip(here);
            if (here < 0) {
                return low;
            }
            here += 4;
        }
        int records = answers + authorities + additionals;
        for (int i = 0; i < records; i++) {
            here = names.skip(here);
            if (here < 0 || !sheet.has(here, 10)) {
                return low;
            }
            if (i >= answers + authorities && sheet.be16(here) == OPT) {
                return sheet.u8(here + 4) << 4 | low;
            }
            here += 10 + sheet.be16(here + 8);
        }
        return low;
    }
}
