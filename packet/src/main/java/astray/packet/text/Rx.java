package astray.packet.text;

/** Rx, the remote procedure calls of the Andrew file system (AFS-3), and the calls that it carries. */
final class Rx {
    static final int LOWEST_PORT = 7000;
    static final int HIGHEST_PORT = 7009;

    private static final int CONNECTION = 4;
    private static final int CALL = 8;
    private static final int SEQUENCE = 12;
    private static final int SERIAL = 16;
    private static final int TYPE = 20;
    private static final int FLAGS = 21;
    private static final int SECURITY = 23;
    private static final int SERVICE = 26;
    private static final int HEADER = 28;

    private static final int DATA = 1;
    private static final int ACKNOWLEDGEMENT = 2;
    private static final int ABORT = 4;
    private static final Table TYPES = Table.of("""
            1 data
            2 ack
            3 busy
            4 abort
            5 ackall
            6 challenge
            7 response
            8 debug
            9 params
            13 version
            """);

    private static final int FROM_CLIENT = 1;
    private static final int LAST_FLAG = 32;
    private static final String[] FLAG_NAMES = {"client-init", "req-ack", "last-pckt", "more-pckts", "free-pckt"};

    private static final Table REASONS = Table.of("""
            1 ack requested
            2 duplicate packet
            3 out of sequence
            4 exceeds window
            5 no buffer space
            6 ping
            7 ping response
            8 delay
            9 idle
            """);
    private static final Table ERRORS = Table.of("""
            101 salvage volume
            102 no such vnode
            103 no such volume
            104 volume exist
            105 no service
            106 volume offline
            107 voline online
            108 diskfull
            109 diskquota exceeded
            110 volume busy
            111 volume moved
            112 AFS IO error
            -100 restarting fileserver
            """);

    private static final int BEACON = 10000;
    private static final int LAST_VOTE = 10007;
    private static final int FIRST_DISK = 20000;
    private static final int LAST_DISK = 20013;

    private Rx() {}

    static void print(Sheet sheet, int source, int destination, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        sheet.protocol = "rx";
        if (!sheet.has(at, HEADER)) {
            line.text(" [|rx] (").number(length).put(')');
            return;
        }
        int type = sheet.u8(at + TYPE);
        int flags = sheet.u8(at + FLAGS);
        line.text(" rx ").text(TYPES.orNumber(type, "type "));
        if (sheet.v > 0) {
            details(sheet, at, type, flags);
        }
        boolean first = type == DATA && sheet.be32(at + SEQUENCE) == 1;
        if (first && (flags & FROM_CLIENT) != 0) {
            if (sheet.has(at + HEADER, 4)) {
                sheet.rxCalls.put(
                        key(sheet, at, carrier.header() + 12, carrier.header() + 16, destination),
                        sheet.be32(at + HEADER));
            }
            call(sheet, destination, at, length);
        } else if ((first || type == ABORT) && (flags & FROM_CLIENT) == 0) {
            Long operation = sheet.rxCalls.get(key(sheet, at, carrier.header() + 16, carrier.header() + 12, source));
            if (operation != null) {
                reply(sheet, source, at, length, type, operation);
            }
        } else if (type == ACKNOWLEDGEMENT && length >= HEADER) {
            if (!acknowledgement(sheet, at + HEADER)) {
                line.text(" [|ack]");
            }
        }
        line.text(" (").number(length).put(')');
    }

    private static void details(Sheet sheet, int at, int type, int flags) {
        Line line = sheet.line;
        if (sheet.v > 1) {
            line.text(" cid ").hex(sheet.be32(at + CONNECTION), 8);
            line.text(" call# ").number(sheet.be32(at + CALL));
        }
        line.text(" seq ").number(sheet.be32(at + SEQUENCE));
        line.text(" ser ").number(sheet.be32(at + SERIAL));
        if (sheet.v > 2) {
            line.text(" secindex ").number(sheet.u8(at + SECURITY));
            line.text(" serviceid ").number(sheet.be16(at + SERVICE));
        }
        if (sheet.v > 1) {
            boolean any = false;
            for (int i = 0; i < FLAG_NAMES.length; i++) {
                if ((flags & 1 << i) != 0) {
                    line.text(any ? ",<" : " <").text(FLAG_NAMES[i]).put('>');
                    any = true;
                }
            }
            if ((flags & LAST_FLAG) != 0 && (type == ACKNOWLEDGEMENT || type == DATA)) {
                line.text(any ? ",<" : " <").text(type == DATA ? "jumbogram>" : "slow-start>");
            }
        }
    }

    private static String key(Sheet sheet, int at, int client, int server, int port) {
        return sheet.be32(at + CALL) + " " + sheet.be32(client) + " " + sheet.be32(server) + " "
                + sheet.be16(at + SERVICE) + " " + port;
    }

    private static boolean isUbik(long operation) {
        return operation >= BEACON && operation <= LAST_VOTE || operation >= FIRST_DISK && operation <= LAST_DISK;
    }

    private static void call(Sheet sheet, int port, int at, int length) {
        Line line = sheet.line;
        AfsService service = AfsService.at(port);
        if (service == null || length <= HEADER) {
            return;
        }
        long operation = sheet.be32(at + HEADER);
        line.put(' ').text(service.name());
        AfsService called = service;
        if (service.isReplicated() && isUbik(operation)) {
            called = AfsService.UBIK;
            line.text(" ubik");
        }
        line.text(" call ").text(called.names().orNumber(operation, "op#"));
        String arguments = called.arguments().name(operation);
        if (arguments != null) {
            AfsValues.print(sheet, called.name(), at + HEADER + 4, arguments);
        }
    }

    private static void reply(Sheet sheet, int port, int at, int length, int type, long operation) {
        Line line = sheet.line;
        AfsService service = AfsService.at(port);
        if (service == null || length <= HEADER) {
            return;
        }
        line.put(' ').text(service.name());
        boolean ubik = service.isReplicated() && isUbik(operation);
        AfsService called = ubik ? AfsService.UBIK : service;
        line.text(ubik ? " ubik" : "");
        line.text(" reply ").text(called.names().orNumber(operation, "op#"));
        if (type == DATA) {
            String results = called.results().name(operation);
            if (results != null) {
                AfsValues.print(sheet, called.name(), at + HEADER, results);
            }
        } else if (port == LOWEST_PORT) {
            int error = sheet.s32(at + HEADER);
            line.text(" error ").text(ERRORS.orNumber(error, "#"));
        } else {
            boolean vote = ubik && operation == BEACON;
            AfsValues.print(sheet, called.name(), at + HEADER, vote ? "vote yes until D" : "errcode I");
        }
    }

    /** Prints what was received; false when that is cut off. */
    private static boolean acknowledgement(Sheet sheet, int at) {
        Line line = sheet.line;
        if (!sheet.has(at, 18)) {
            return false;
        }
        if (sheet.v > 2) {
            line.text(" bufspace ").number(sheet.be16(at));
            line.text(" maxskew ").number(sheet.be16(at + 2));
        }
        long first = sheet.be32(at + 4);
        line.text(" first ").number(first).text(" serial ").number(sheet.be32(at + 12));
        line.text(" reason ").text(REASONS.orNumber(sheet.u8(at + 16), "#"));
        int count = sheet.u8(at + 17);
        int marks = at + 18;
        if (!sheet.has(marks, count)) {
            return false;
        }
        ranges(sheet, " acked ", marks, count, 1, first);
        ranges(sheet, " nacked ", marks, count, 0, first);
        if (sheet.v > 1) {
            int here = marks + count + 3;
            for (String name : new String[] {" ifmtu ", " maxmtu ", " rwind ", " maxpackets "}) {
                if (sheet.end() - here + 1 <= 4) {
                    return true;
                }
                long value = sheet.be32(here);
                line.text(name).number(value);
                here += 4;
            }
        }
        return true;
    }

    private static void ranges(Sheet sheet, String name, int marks, int count, int wanted, long first) {
        Line line = sheet.line;
        int i = 0;
        String before = name;
        while (i < count) {
            if (sheet.u8(marks + i) != wanted) {
                i++;
                continue;
            }
            int begin = i;
            while (i < count && sheet.u8(marks + i) == wanted) {
                i++;
            }
            line.text(before).number(first + begin & 0xffffffffL);
            if (i - 1 > begin) {
                line.put('-').number(first + i - 1 & 0xffffffffL);
            }
            before = ",";
        }
    }
}
