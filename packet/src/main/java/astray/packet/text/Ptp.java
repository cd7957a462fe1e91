package astray.packet.text;

/** The Precision Time Protocol, version 2 (IEEE 1588-2008 and -2019, section 13). */
final class Ptp {
    private static final int LENGTH = 2;
    private static final int DOMAIN = 4;
    private static final int FLAGS = 6;
    private static final int CORRECTION = 8;
    private static final int RESERVED = 16;
    private static final int CLOCK = 20;
    private static final int PORT = 28;
    private static final int SEQUENCE = 30;
    private static final int CONTROL = 32;
    private static final int INTERVAL = 33;
    private static final int HEADER = 34;

    private static final int TIMESTAMP = 10;
    private static final long NANOS = 1_000_000_000;

    private static final int SYNC = 0;
    private static final int DELAY_REQUEST = 1;
    private static final int PEER_DELAY_REQUEST = 2;
    private static final int PEER_DELAY_RESPONSE = 3;
    private static final int FOLLOW_UP = 8;
    private static final int DELAY_RESPONSE = 9;
    private static final int PEER_DELAY_FOLLOW_UP = 10;
    private static final int ANNOUNCE = 11;
    private static final int SIGNALING = 12;
    private static final int MANAGEMENT = 13;

    private static final Table TYPES = Table.of("""
            0 sync msg
            1 delay req msg
            2 peer delay req msg
            3 peer delay resp msg
            8 follow up msg
            9 delay resp msg
            10 pdelay resp fup msg
            11 announce msg
            12 signaling msg
            13 management msg
            """);

    private static final Table CONTROLS = Table.of("""
            0 Sync
            1 Delay_Req
            2 Follow_Up
            3 Delay_Resp
            4 Management
            5 Other
            """);

    /** Section 13.3.2.6. */
    private static final Table FLAG_NAMES = Table.of("""
            0x0001 l1 61
            0x0002 l1 59
            0x0004 utc reasonable
            0x0008 timescale
            0x0010 time tracable
            0x0020 frequency tracable
            0x0100 alternate master
            0x0200 two step
            0x0400 unicast
            0x1000 profile specific 1
            0x2000 profile specific 2
            0x4000 security mask
            0x18c0 unknown
            """);

    private Ptp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ptp";
        line.text("PTP");
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int versions = sheet.be16(at);
        int major = versions & 15;
        int minor = versions >> 4 & 15;
        line.put('v').number(major);
        if (minor != 0) {
            line.put('.').number(minor);
        }
        switch (major) {
            case 1 -> line.text(" (not implemented)");
            case 2 -> {
                header(sheet, at);
                body(sheet, at + HEADER, sheet.u8(at) & 15);
            }
            default -> line.text(" (unsupported)");
        }
    }

    private static void header(Sheet sheet, int at) {
        Line line = sheet.line;
        int first = sheet.u8(at);
        line.text(", majorSdoId: 0x").hex(first >> 4);
        line.text(", msg type: ").text(TYPES.name(first & 15, "Reserved"));
        line.text(", length: ").number(sheet.be16(at + LENGTH));
        int domain = sheet.be16(at + DOMAIN);
        line.text(", domain: ").number(domain >> 8);
        line.text(", reserved1: ").number(domain & 0xff);
        line.text(", Flags [").text(FLAG_NAMES.bits(sheet.be16(at + FLAGS), ", ", "none"));
        line.text("], NS correction: ").number(sheet.be48(at + CORRECTION));
        line.text(", sub NS correction: ").number(sheet.be16(at + CORRECTION + 6));
        line.text(", reserved2: ").number(sheet.be32(at + RESERVED));
        line.text(", clock identity: 0x").hex(sheet.be64(at + CLOCK));
        line.text(", port id: ").number(sheet.be16(at + PORT));
        line.text(", seq id: ").number(sheet.be16(at + SEQUENCE));
        int control = sheet.u8(at + CONTROL);
        line.text(", control: ").number(control);
        line.text(" (").text(CONTROLS.name(control, "Reserved"));
        line.text("), log message interval: ").number(sheet.u8(at + INTERVAL));
    }

    private static void body(Sheet sheet, int at, int type) {
        switch (type) {
            case SYNC, DELAY_REQUEST -> timestamp(sheet, at, "originTimeStamp");
            case FOLLOW_UP -> timestamp(sheet, at, "preciseOriginTimeStamp");
            case PEER_DELAY_REQUEST, PEER_DELAY_FOLLOW_UP -> {
                timestamp(sheet, at, "preciseOriginTimeStamp");
                port(sheet, at + TIMESTAMP);
            }
            case PEER_DELAY_RESPONSE, DELAY_RESPONSE -> {
                timestamp(sheet, at, "receiveTimeStamp");
                port(sheet, at + TIMESTAMP);
            }
            case ANNOUNCE -> announce(sheet, at);
            case SIGNALING -> port(sheet, at);
            case MANAGEMENT -> management(sheet, at);
            default -> {
                // a type that the standard reserves
            }
        }
    }

    /** Section 5.3.3. */
    private static void timestamp(Sheet sheet, int at, String name) {
        Line line = sheet.line;
        line.text(", ").text(name).text(": ").number(sheet.be48(at)).put('.');
        long nanos = sheet.be32(at + 6);
        line.padded(nanos, 9).text(" seconds");
        if (nanos >= NANOS) {
            line.text(" (invalid ns)");
        }
    }

    private static void port(Sheet sheet, int at) {
        sheet.text(", port identity: 0x").hex(sheet.be64(at));
        sheet.text(", port id: ").number(sheet.be16(at + 8));
    }

    /** Section 13.5. */
    private static void announce(Sheet sheet, int at) {
        Line line = sheet.line;
        timestamp(sheet, at, "originTimeStamp");
        int here = at + TIMESTAMP;
        line.text(", origin cur utc:").number(sheet.be16(here));
        line.text(", rsvd: ").number(sheet.u8(here + 2));
        line.text(", gm priority_1: ").number(sheet.u8(here + 3));
        line.text(", gm clock class: ").number(sheet.u8(here + 4));
        line.text(", gm clock accuracy: ").number(sheet.u8(here + 5));
        line.text(", gm clock variance: ").number(sheet.be16(here + 6));
        line.text(", gm priority_2: ").number(sheet.u8(here + 8));
        line.text(", gm clock id: 0x").hex(sheet.be64(here + 9));
        line.text(", steps removed: ").number(sheet.be16(here + 17));
        line.text(", time source: 0x").hex(sheet.u8(here + 19));
    }

    /** Section 15.4. */
    private static void management(Sheet sheet, int at) {
        port(sheet, at);
        sheet.text(", start boundary hops: ").number(sheet.u8(at + 10));
        sheet.text(", boundary hops: ").number(sheet.u8(at + 11));
        sheet.text(", flags: 0x").hex(sheet.u8(at + 12));
        sheet.text(", reserved: 0x").hex(sheet.u8(at + 13));
    }
}
