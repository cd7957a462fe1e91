package astray.packet.text;

/** Bidirectional Forwarding Detection (RFC 5880) above UDP (RFC 5881, 5883, 7130, 7881). */
final class Bfd {
    static final int CONTROL = 3784;
    static final int ECHO = 3785;
    static final int MULTIHOP = 4784;
    static final int LAG = 6784;
    static final int SEAMLESS = 7784;

    // the control packet (RFC 5880 section 4.1)
    private static final int DIAGNOSTIC = 0;
    private static final int FLAGS = 1;
    private static final int MULTIPLIER = 2;
    private static final int LENGTH = 3;
    private static final int MINE = 4;
    private static final int YOURS = 8;
    private static final int MIN_TX = 12;
    private static final int MIN_RX = 16;
    private static final int MIN_ECHO = 20;
    private static final int SIZE = 24;

    private static final int AUTHENTICATED = 0x04;

    private static final int SIMPLE = 1;
    private static final int MD5 = 2;
    private static final int METICULOUS_MD5 = 3;
    private static final int SHA1 = 4;
    private static final int METICULOUS_SHA1 = 5;

    private static final int SIMPLE_MIN = 4;
    private static final int SIMPLE_MAX = 19;
    private static final int MD5_SIZE = 24;
    private static final int SHA1_SIZE = 28;

    private static final Table PORTS = Table.of("""
            3784 Control
            4784 Multihop
            6784 LAG
            7784 S-BFD
            """);

    private static final Table DIAGNOSTICS = Table.of("""
            0 No Diagnostic
            1 Control Detection Time Expired
            2 Echo Function Failed
            3 Neighbor Signaled Session Down
            4 Forwarding Plane Reset
            5 Path Down
            6 Concatenated Path Down
            7 Administratively Down
            8 Reverse Concatenated Path Down
            """);

    private static final Table STATES = Table.of("""
            0 AdminDown
            1 Down
            2 Init
            3 Up
            """);

    /** Version 0 (draft-ietf-bfd-base-01). */
    private static final Table FLAGS0 = Table.of("""
            0x80 I Hear You
            0x40 Demand
            0x20 Poll
            0x10 Final
            0x08 Control Plane Independent
            0x04 Authentication Present
            0x02 Reserved
            0x01 Reserved
            """);

    private static final Table FLAGS1 = Table.of("""
            0x20 Poll
            0x10 Final
            0x08 Control Plane Independent
            0x04 Authentication Present
            0x02 Demand
            0x01 Multipoint
            """);

    private static final Table AUTHENTICATIONS = Table.of("""
            1 Simple Password
            2 Keyed MD5
            3 Meticulous Keyed MD5
            4 Keyed SHA1
            5 Meticulous Keyed SHA1
            """);

    private Bfd() {}

    static void print(Sheet sheet, int at, int length, int port) {
        Line line = sheet.line;
        sheet.protocol = "bfd";
        if (port == ECHO) {
            line.text("BFD, Echo, length: ").number(length);
            unknown(sheet, at, length);
            return;
        }
        sheet.need(at, SIZE);
        int version = sheet.u8(at + DIAGNOSTIC) >> 5;
        line.text("BFDv").number(version).text(", ");
        if (version > 1) {
            line.text("Control, length: ").number(length);
            unknown(sheet, at, length);
            return;
        }
        if (sheet.v == 0) {
            state(sheet, at, version, port);
            line.text(", length: ").number(length);
            return;
        }
        line.text("length: ").number(length).text("\n\t");
        state(sheet, at, version, port);
        control(sheet, at);
    }

    private static void unknown(Sheet sheet, int at, int length) {
        if (sheet.v > 0) {
            HexDump.unknown(sheet, "\n\t", at, length);
        }
    }

    private static void state(Sheet sheet, int at, int version, int port) {
        Line line = sheet.line;
        int flags = sheet.u8(at + FLAGS);
        if (version == 0) {
            line.text("Control, Flags: [").text(FLAGS0.bits(flags, ", ", "none"));
        } else {
            line.text(PORTS.name(port, "")).text(", State ").text(STATES.name(flags >> 6, ""));
            line.text(", Flags: [").text(FLAGS1.bits(flags & 0x3f, ", ", "none"));
        }
        line.put(']');
    }

    private static void control(Sheet sheet, int at) {
        Line line = sheet.line;
        int diagnostic = sheet.u8(at + DIAGNOSTIC) & 0x1f;
        line.text(", Diagnostic: ").text(DIAGNOSTICS.name(diagnostic, "unknown"));
        line.text(" (0x").hex(diagnostic, 2).put(')');
        int multiplier = sheet.u8(at + MULTIPLIER);
        // counted in 32 bits, as in the original
        long detection = (multiplier * sheet.be32(at + MIN_TX) & 0xffff_ffffL) / 1000;
        line.text("\n\tDetection Timer Multiplier: ").number(multiplier);
        line.text(" (").number(detection).text(" ms Detection time)");
        line.text(", BFD Length: ").number(sheet.u8(at + LENGTH));
        line.text("\n\tMy Discriminator: 0x").hex(sheet.be32(at + MINE), 8);
        line.text(", Your Discriminator: 0x").hex(sheet.be32(at + YOURS), 8);
        interval(sheet, "Desired min Tx Interval:    ", at + MIN_TX);
        interval(sheet, "Required min Rx Interval:   ", at + MIN_RX);
        interval(sheet, "Required min Echo Interval: ", at + MIN_ECHO);
        if ((sheet.u8(at + FLAGS) & AUTHENTICATED) != 0) {
            authentication(sheet, at + SIZE);
        }
    }

    private static void interval(Sheet sheet, String what, int at) {
        sheet.text("\n\t  ").text(what).right(sheet.be32(at) / 1000, 4).text(" ms");
    }

    /** The authentication section (RFC 5880 sections 4.2 to 4.4). */
    private static void authentication(Sheet sheet, int at) {
        Line line = sheet.line;
        int type = sheet.u8(at);
        int length = sheet.u8(at + 1);
        line.text("\n\tAuthentication: ").text(AUTHENTICATIONS.name(type, "Unknown"));
        line.text(" (").number(type).text("), length: ").number(length);
        line.text("\n\t  Auth Key ID: ").number(sheet.u8(at + 2));
        switch (type) {
            case SIMPLE -> {
                if (length < SIMPLE_MIN || length > SIMPLE_MAX) {
                    wrong(line, length);
                } else {
                    line.text(", Password: ");
                    sheet.exactly(at + 3, length - 3);
                }
            }
            case MD5, METICULOUS_MD5 -> digest(sheet, "Digest", at, length, MD5_SIZE);
            case SHA1, METICULOUS_SHA1 -> digest(sheet, "Hash", at, length, SHA1_SIZE);
            default -> {
                // nothing is known of what follows
            }
        }
    }

    private static void wrong(Line line, int length) {
        line.text("[invalid length ").number(length).put(']');
    }

    private static void digest(Sheet sheet, String what, int at, int length, int size) {
        Line line = sheet.line;
        if (length != size) {
            wrong(line, length);
            return;
        }
        long sequence = sheet.be32(at + 4);
        line.text(", Sequence Number: 0x").hex(sequence, 8);
        sheet.need(at + 8, size - 8);
        line.text("\n\t  ").text(what).text(": ");
        for (int i = 8; i < size; i++) {
            line.hex(sheet.u8(at + i), 2);
        }
    }
}
