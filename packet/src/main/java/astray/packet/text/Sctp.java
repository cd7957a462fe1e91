package astray.packet.text;

/** The Stream Control Transmission Protocol (RFC 9260). */
final class Sctp {
    private static final int HEADER = 12;
    private static final int CHUNK = 4;

    private static final int DATA = 0;
    private static final int INIT = 1;
    private static final int INIT_ACK = 2;
    private static final int SACK = 3;

    private static final int DATA_SIZE = 12;
    private static final int INIT_SIZE = 16;
    private static final int SACK_SIZE = 12;

    private static final int UNORDERED = 0x04;
    private static final int FIRST = 0x02;
    private static final int LAST = 0x01;

    private static final int M3UA = 3;
    private static final int FORCES_HIGH = 21;
    private static final int FORCES_LOW = 23;

    private static final Table CHUNKS = Table.of("""
            0x00 DATA
            0x01 INIT
            0x02 INIT ACK
            0x03 SACK
            0x04 HB REQ
            0x05 HB ACK
            0x06 ABORT
            0x07 SHUTDOWN
            0x08 SHUTDOWN ACK
            0x09 OP ERR
            0x0a COOKIE ECHO
            0x0b COOKIE ACK
            0x0c ECN ECHO
            0x0d ECN CWR
            0x0e SHUTDOWN COMPLETE
            0xc0 FOR CUM TSN
            0xc1 REL CTRL
            0xc2 REL CTRL ACK
            """);

    /** RFC 5811 section 4.2: the channels of ForCES. */
    private static final Table CHANNELS = Table.of("""
            6704 ForCES HP
            6705 ForCES MP
            6706 ForCES LP
            """);

    /** IANA's payload protocol identifiers. */
    private static final Table PAYLOADS = Table.of("""
            1 ISDN Q.921
            2 M2UA
            3 M3UA
            4 SUA
            5 M2PA
            6 V5.2
            7 H.248
            8 BICC
            9 TALI
            10 DUA
            11 ASAP
            12 ENRP
            13 H.323
            14 Q.IPC
            15 SIMCO
            16 DDPSC
            17 DDPSSC
            18 S1AP
            19 RUA
            20 HNBAP
            21 ForCES HP
            22 ForCES MP
            23 ForCES LP
            24 SBc-AP
            25 NBAP
            27 X2AP
            """);

    private final Sheet sheet;
    private final Line line;

    /** Whether what is carried is ForCES, by the ports or by an earlier chunk. */
    private boolean isForces;

    private Sctp(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "sctp";
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        sheet.need(at, HEADER);
        int source = sheet.be16(at);
        int destination = sheet.be16(at + 2);
        carrier.host(sheet, true);
        line.put('.').number(source).text(" > ");
        carrier.host(sheet, false);
        line.put('.').number(destination).text(": sctp");
        Sctp packet = new Sctp(sheet);
        packet.channel(source);
        packet.channel(destination);
        packet.chunks(at + HEADER, length - HEADER);
    }

    private void channel(int port) {
        String name = CHANNELS.name(port);
        if (name != null) {
            line.put('[').text(name).put(']');
            isForces = true;
        }
    }

    private void chunks(int at, int length) {
        int i = 0;
        String before = sheet.v > 1 ? "\n\t" : " (";
        for (int number = 1; i < length; number++) {
            int left = length - i;
            if (left < CHUNK) {
                line.text(before).number(number).text(") [chunk descriptor cut off at end of packet]");
                return;
            }
            int here = at + i;
            sheet.need(here, CHUNK);
            int size = sheet.be16(here + 2);
            if (size < CHUNK) {
                line.text(before).number(number).text(") [Bad chunk length ").number(size);
                line.text(", < size of chunk descriptor]");
                return;
            }
            sheet.need(here, size);
            line.text(before).number(number).text(") ");
            int type = sheet.u8(here);
            String name = CHUNKS.name(type);
            if (name == null) {
                line.text("[Unknown chunk type: 0x").hex(type).text("] ");
            } else {
                line.put('[').text(name).text("] ");
            }
            if (!chunk(type, sheet.u8(here + 1), here + CHUNK, size - CHUNK)) {
                return;
            }
            before = sheet.v > 1 ? before : ", (";
            int padding = -size & 3;
            sheet.need(here + size, padding);
            i += size + padding;
        }
    }

    private boolean isShort(int size, int least) {
        if (size >= least) {
            return false;
        }
        sheet.invalid("chunk length", size, "<", least);
        return true;
    }

    /** Prints a chunk; false for an invalid one. */
    private boolean chunk(int type, int flags, int at, int size) {
        switch (type) {
            case DATA -> {
                return data(flags, at, size);
            }
            case INIT, INIT_ACK -> {
                if (isShort(size, INIT_SIZE)) {
                    return false;
                }
                line.text("[init tag: ").number(sheet.be32(at));
                line.text("] [rwnd: ").number(sheet.be32(at + 4));
                line.text("] [OS: ").number(sheet.be16(at + 8));
                line.text("] [MIS: ").number(sheet.be16(at + 10));
                line.text("] [init TSN: ").number(sheet.be32(at + 12)).text("] ");
            }
            case SACK -> {
                return acknowledgement(at, size);
            }
            default -> {
                // its name is all that is printed
            }
        }
        return true;
    }

    private boolean data(int flags, int at, int size) {
        line.text((flags & UNORDERED) == 0 ? "" : "(U)").text((flags & FIRST) == 0 ? "" : "(B)");
        line.text((flags & LAST) == 0 ? "" : "(E)").text((flags & (UNORDERED | FIRST | LAST)) == 0 ? "" : " ");
        if (isShort(size, DATA_SIZE)) {
            return false;
        }
        long protocol = sheet.be32(at + 8);
        line.text("[TSN: ").number(sheet.be32(at));
        line.text("] [SID: ").number(sheet.be16(at + 4));
        line.text("] [SSEQ ").number(sheet.be16(at + 6));
        line.text("] [PPID ").text(PAYLOADS.orHex(protocol, "0x", 1, "")).text("] ");
        isForces |= protocol >= FORCES_HIGH && protocol <= FORCES_LOW;
        int payload = at + DATA_SIZE;
        int rest = size - DATA_SIZE;
        if (rest == 0) {
            sheet.invalid("chunk length", 0, "==", 0);
            return false;
        }
        if (isForces) {
            Forces.print(sheet, payload, rest);
        } else if (sheet.v > 1 && protocol == M3UA) {
            M3ua.print(sheet, payload, rest);
        } else if (sheet.v > 1) {
            line.text("[Payload:");
            HexDump.print(sheet, "\n\t", payload, rest, true);
            line.put(']');
        }
        sheet.protocol = "sctp";
        return true;
    }

    private boolean acknowledgement(int at, int size) {
        if (isShort(size, SACK_SIZE)) {
            return false;
        }
        long acknowledged = sheet.be32(at);
        int gaps = sheet.be16(at + 8);
        int duplicates = sheet.be16(at + 10);
        line.text("[cum ack ").number(acknowledged);
        line.text("] [a_rwnd ").number(sheet.be32(at + 4));
        line.text("] [#gap acks ").number(gaps);
        line.text("] [#dup tsns ").number(duplicates).text("] ");
        int i = SACK_SIZE;
        for (int k = 1; i < size && k <= gaps; k++) {
            if (isShort(size - i, 4)) {
                return false;
            }
            line.text("\n\t\t[gap ack block #").number(k);
            line.text(": start = ").number(acknowledged + sheet.be16(at + i) & 0xffff_ffffL);
            line.text(", end = ")
                    .number(acknowledged + sheet.be16(at + i + 2) & 0xffff_ffffL)
                    .text("] ");
            i += 4;
        }
        for (int k = 1; i < size && k <= duplicates; k++) {
            if (isShort(size - i, 4)) {
                return false;
            }
            line.text("\n\t\t[dup TSN #").number(k);
            line.text(": ").number(sheet.be32(at + i)).text("] ");
            i += 4;
        }
        return true;
    }
}
