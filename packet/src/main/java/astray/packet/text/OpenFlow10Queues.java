package astray.packet.text;

/** Queues of ports in OpenFlow 1.0 (switch specification 1.0.0, section 5.2.2). */
final class OpenFlow10Queues {
    private static final int HEADER = 8;

    private static final int NONE = 0;
    private static final int MIN_RATE = 1;

    private static final Table QUEUES = Table.of("0xffffffff ALL");
    private static final Table PROPERTIES = Table.of("""
            0 NONE
            1 MIN_RATE
            """);

    private OpenFlow10Queues() {}

    /** Prints a queue's number, or that all are meant. */
    static void number(Sheet sheet, int at) {
        OpenFlow.text(sheet, ", queue_id ", QUEUES.orNumber(sheet.be32(at), ""));
    }

    /** Prints descriptions of queues. */
    static void print(Sheet sheet, int at, int length) {
        int here = at;
        int end = at + length;
        while (here < end) {
            if (OpenFlow.lacks(sheet, "\n\t ", end - here, HEADER)) {
                return;
            }
            OpenFlow.number(sheet, "\n\t  queue_id ", sheet.be32(here));
            int size = OpenFlow.size(sheet, ", len ", here + 4, HEADER, end - here);
            if (size == 0) {
                return;
            }
            sheet.need(here, HEADER);
            if (sheet.v > 1) {
                properties(sheet, here + HEADER, size - HEADER);
            }
            sheet.need(here, size);
            here += size;
        }
    }

    private static void properties(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            if (OpenFlow.lacks(sheet, "\n\t  ", end - here, HEADER)) {
                return;
            }
            int property = sheet.be16(here);
            OpenFlow.named(sheet, "\n\t   property ", PROPERTIES, property, 4);
            int size = OpenFlow.size(sheet, ", len ", here + 2, HEADER, end - here);
            if (size == 0) {
                return;
            }
            sheet.need(here, HEADER);
            if (property == NONE && size != HEADER || property == MIN_RATE && size != HEADER + 8) {
                line.text(" (bogus)");
            } else if (property == MIN_RATE) {
                int rate = sheet.be16(here + HEADER);
                line.text(", rate ");
                if (rate > 1000) {
                    line.text("disabled");
                } else {
                    line.number(rate / 10).put('.').number(rate % 10).put('%');
                }
            }
            sheet.need(here, size);
            here += size;
        }
    }
}
