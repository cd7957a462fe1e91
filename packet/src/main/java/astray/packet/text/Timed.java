package astray.packet.text;

/** The Time Synchronization Protocol of 4.3BSD's timed ("The Berkeley UNIX Time Synchronization Protocol"). */
final class Timed {
    private static final int VERSION = 1;
    private static final int SEQUENCE = 2;
    private static final int SECONDS = 4;
    private static final int MICROS = 8;
    private static final int NAME = 12;
    private static final int NAME_LENGTH = 256;

    private static final int LOOP = 24;
    private static final int MICROS_PER_SECOND = 1_000_000;

    private static final String[] TYPES = {
        "ANY", "ADJTIME", "ACK", "MASTERREQ", "MASTERACK", "SETTIME", "MASTERUP", "SLAVEUP", "ELECTION", "ACCEPT",
        "REFUSE", "CONFLICT", "RESOLVE", "QUIT", "DATE", "DATEREQ", "DATEACK", "TRACEON", "TRACEOFF", "MSITE",
        "MSITEREQ", "TEST", "SETDATE", "SETDATEREQ", "LOOP"
    };

    private Timed() {}

    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.protocol = "timed";
        int type = sheet.u8(at);
        if (type < TYPES.length) {
            line.text("TSP_").text(TYPES[type]);
        } else {
            line.text("(tsp_type 0x").hex(type).put(')');
        }
        line.text(" vers ").number(sheet.u8(at + VERSION));
        line.text(" seq ").number(sheet.be16(at + SEQUENCE));
        switch (type) {
            case LOOP -> line.text(" hopcnt ").number(sheet.u8(at + SECONDS));
            case 1, 5, 22, 23 -> {
                if (!time(sheet, at)) {
                    return;
                }
            }
            default -> {
                // no time in it
            }
        }
        line.text(" name ");
        sheet.padded(at + NAME, NAME_LENGTH);
    }

    /** A time that may lie before the epoch; false when it makes no sense. */
    private static boolean time(Sheet sheet, int at) {
        Line line = sheet.line;
        int seconds = sheet.s32(at + SECONDS);
        int micros = sheet.s32(at + MICROS);
        if (micros < 0) {
            return false;
        }
        line.text(" time ");
        if (seconds < 0 && micros != 0) {
            seconds++;
            if (seconds == 0) {
                line.put('-');
            }
            micros = MICROS_PER_SECOND - micros;
        }
        line.number(seconds).put('.').padded(micros, 6);
        return true;
    }
}
