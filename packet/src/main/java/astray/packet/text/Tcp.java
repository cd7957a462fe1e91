package astray.packet.text;

/** TCP (RFC 9293). */
final class Tcp {
    private static final int SOURCE = 0;
    private static final int DESTINATION = 2;
    private static final int SEQUENCE = 4;
    private static final int ACKNOWLEDGED = 8;
    private static final int OFFSET_FLAGS = 12;
    private static final int WINDOW = 14;
    private static final int CHECKSUM = 16;
    private static final int URGENT = 18;
    private static final int HEADER = 20;

    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int ACK = 0x10;
    private static final int URG = 0x20;

    /** From the lowest bit up; AE is of RFC 9768. */
    private static final String FLAGS = "FSRP.UEWe";

    private Tcp() {}

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "tcp";
        if (!sheet.has(at + DESTINATION, 2)) {
            carrier.ends(sheet);
            line.text(": ");
            throw Truncated.HERE;
        }
        int source = sheet.be16(at + SOURCE);
        int destination = sheet.be16(at + DESTINATION);
        carrier.source(sheet);
        sheet.tcpPort(source);
        line.text(" > ");
        carrier.destination(sheet);
        sheet.tcpPort(destination);
        line.text(": ");
        sheet.need(at, HEADER);
        int offsetFlags = sheet.be16(at + OFFSET_FLAGS);
        int headerLength = (offsetFlags >> 12) * 4;
        if (headerLength < HEADER) {
            line.text(" tcp ")
                    .number(length - headerLength & 0xffffffffL)
                    .text(" [bad hdr length ")
                    .number(headerLength);
            line.text(" - too short, < 20]");
            sheet.invalid();
            return;
        }
        int flags = offsetFlags & 0x1ff;
        if (sheet.options.quiet() > 0) {
            line.text("tcp ").number(length - headerLength & 0xffffffffL);
            if (headerLength > length) {
                tooLong(sheet, headerLength, length);
            }
            return;
        }
        line.text("Flags [");
        flags(line, flags);
        line.put(']');
        sheet.streams.turnAway();
        boolean relative = !sheet.options.absolute()
                && (flags & ACK) != 0
                && carrier.version() != 0
                && turnToStream(sheet, at, flags, source, destination, carrier);
        if (headerLength > length) {
            tooLong(sheet, headerLength, length);
            return;
        }
        int payload = length - headerLength;
        checksum(sheet, at, length, carrier);
        numbers(sheet, at, payload, flags, relative);
        if (headerLength > HEADER) {
            line.text(", options [");
            if (!TcpOptions.print(sheet, at + HEADER, headerLength - HEADER, flags, payload)) {
                return;
            }
            line.put(']');
        }
        line.text(", length ").number(payload);
        if (payload == 0) {
            return;
        }
        if (!sheet.has(at, headerLength)) {
            line.text(" [remaining caplen(")
                    .number(sheet.captured(at))
                    .text(") < header length(")
                    .number(headerLength)
                    .text(")]");
            throw Truncated.HERE;
        }
        if ((flags & RST) != 0) {
            if (sheet.v > 0) {
                TcpReset.print(sheet, at + headerLength, payload);
            } else {
                sheet.need(at + headerLength, payload);
            }
            return;
        }
        if (!Nfs.printRecord(sheet, source, destination, at + headerLength, payload, carrier)) {
            TcpPorts.print(sheet, source, destination, at + headerLength, payload);
        }
    }

    private static void tooLong(Sheet sheet, int headerLength, int length) {
        sheet.text(" [bad hdr length ")
                .number(headerLength)
                .text(" - too long, > ")
                .number(length)
                .put(']');
        sheet.invalid();
    }

    private static void flags(Line line, int flags) {
        if (flags == 0) {
            line.text("none");
            return;
        }
        for (int i = 0; i < FLAGS.length(); i++) {
            if ((flags & 1 << i) != 0) {
                line.put(FLAGS.charAt(i));
            }
        }
    }

    private static void checksum(Sheet sheet, int at, int length, Carrier carrier) {
        if (sheet.v == 0 || sheet.options.unchecked() || carrier.fragmented() || carrier.version() == 0) {
            return;
        }
        if (!sheet.has(at, length)) {
            return;
        }
        int field = sheet.be16(at + CHECKSUM);
        long sum = carrier.pseudoHeader(sheet, IpProtocol.TCP, length);
        int over = Checksum.of(Checksum.add(sum, sheet.bytes(), at, length));
        sheet.text(", cksum 0x").hex(field, 4);
        if (over != 0) {
            sheet.text(" (incorrect -> 0x")
                    .hex(Checksum.shouldBe(field, over), 4)
                    .put(')');
        } else {
            sheet.text(" (correct)");
        }
    }

    /** Turns to the packet's conversation; whether its first numbers are known, so that this packet's are relative. */
    private static boolean turnToStream(Sheet sheet, int at, int flags, int source, int destination, Carrier carrier) {
        boolean v4 = carrier.version() == 4;
        int from = carrier.source();
        int to = carrier.destination();
        return sheet.streams.turnTo(
                v4 ? 0 : sheet.be64(from),
                v4 ? sheet.be32(from) : sheet.be64(from + 8),
                source,
                v4 ? 0 : sheet.be64(to),
                v4 ? sheet.be32(to) : sheet.be64(to + 8),
                destination,
                (flags & SYN) != 0,
                sheet.s32(at + SEQUENCE),
                sheet.s32(at + ACKNOWLEDGED));
    }

    private static void numbers(Sheet sheet, int at, int payload, int flags, boolean relative) {
        Line line = sheet.line;
        int sequence = sheet.s32(at + SEQUENCE);
        int acknowledged = sheet.s32(at + ACKNOWLEDGED);
        if (relative) {
            sequence -= sheet.streams.sequence();
            acknowledged -= sheet.streams.acknowledged();
        }
        if (sheet.v > 1 || payload > 0 || (flags & (SYN | FIN | RST)) != 0) {
            line.text(", seq ").number(sequence & 0xffffffffL);
            if (payload > 0) {
                line.put(':').number(sequence + payload & 0xffffffffL);
            }
        }
        if ((flags & ACK) != 0) {
            line.text(", ack ").number(acknowledged & 0xffffffffL);
        } else if (sheet.v > 1 && acknowledged != 0) {
            line.text(", [ack ").number(acknowledged & 0xffffffffL).text(" != 0 while ACK flag not set]");
        }
        line.text(", win ").number(sheet.be16(at + WINDOW));
        int urgent = sheet.be16(at + URGENT);
        if ((flags & URG) != 0) {
            line.text(", urg ").number(urgent);
        } else if (sheet.v > 1 && urgent != 0) {
            line.text(", [urg ").number(urgent).text(" != 0 while URG flag not set]");
        }
    }
}
