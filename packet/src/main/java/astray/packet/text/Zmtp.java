package astray.packet.text;

/** The ZeroMQ Message Transport Protocol, version 1 (ZeroMQ RFC 13), above TCP or in PGM's datagrams (zmq_pgm(7)). */
final class Zmtp {
    /** How much of a body is shown with a single -v. */
    private static final int SHOWN = 128;

    private static final int LONG = 0xff;
    private static final int NO_FRAME = 0xffff;

    private static final Table FLAGS = Table.of("""
            0x01 MORE
            0x02 R1
            0x04 R2
            0x08 R3
            0x10 R4
            0x20 R5
            0x40 R6
            0x80 R7
            """);

    private Zmtp() {}

    /** Prints what a TCP segment carries. */
    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "zmtp1";
        sheet.text(": ZMTP/1.0");
        frames(sheet, at, at + Math.min(length, sheet.captured(at)));
    }

    /** Prints what a PGM datagram carries: where the first message begins, what ends another, and frames. */
    static void datagram(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "zmtp1";
        int end = at + Math.min(length, sheet.captured(at));
        int offset = sheet.be16(at);
        line.text("\n\t frame offset 0x").hex(offset, 4);
        int data = at + 2;
        int captured = sheet.captured(data);
        if (offset == NO_FRAME) {
            offset = length - 2;
        } else if (2 + offset > length) {
            line.text(" (exceeds datagram declared length)");
            throw Truncated.HERE;
        }
        if (offset != 0) {
            line.text("\n\t frame intermediate part, ")
                    .unsigned(offset & 0xffff_ffffL)
                    .text(" bytes");
            boolean cut = offset < 0 || offset > captured;
            if (cut) {
                line.text(" (").number(captured).text(" captured)");
            }
            int shown = cut ? captured : offset;
            if (sheet.v == 1) {
                shown = Math.min(SHOWN, shown);
            }
            if (sheet.v > 0 && shown > 1) {
                line.text(", first ").number(shown).text(" byte(s):");
                HexDump.print(sheet, "\n\t ", data, shown, true);
            }
        }
        if (offset >= 0 && offset <= captured) {
            frames(sheet, data + offset, end);
        }
    }

    private static void frames(Sheet sheet, int from, int end) {
        int here = from;
        while (here < end) {
            here = frame(sheet, here, end);
        }
    }

    /** Prints a frame; where the next one begins. */
    private static int frame(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        line.text("\n\t");
        int header = 1;
        long size = sheet.u8(at);
        if (size == LONG) {
            header = 9;
            line.text(" frame flags+body (64-bit) length");
            sheet.need(at, header);
            size = sheet.be64(at + 1);
            line.put(' ').unsigned(size);
        } else {
            line.text(" frame flags+body  (8-bit) length ").number(size);
        }
        if (size == 0) {
            return at + header;
        }
        sheet.need(at, header + 1);
        int flags = sheet.u8(at + header);
        int captured = Math.max(0, end - at - header);
        boolean cut = Long.compareUnsigned(size, captured) > 0;
        if (cut) {
            line.text(" (").number(captured).text(" captured)");
        }
        line.text(", flags 0x").hex(flags, 2);
        if (sheet.v > 0) {
            line.text(" (").text(FLAGS.bits(flags, ", ", "none")).put(')');
            int shown = cut ? captured : (int) size;
            if (sheet.v == 1) {
                shown = Math.min(SHOWN + 1, shown);
            }
            if (shown > 1) {
                line.text(", first ").number(shown - 1L).text(" byte(s) of body:");
                HexDump.print(sheet, "\n\t ", at + header + 1, shown - 1, true);
            }
        }
        if (Long.compareUnsigned(size, sheet.captured(at + header)) > 0) {
            throw Truncated.HERE;
        }
        return at + header + (int) size;
    }
}
