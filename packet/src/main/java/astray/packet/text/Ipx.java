package astray.packet.text;

/** Novell's Internetwork Packet Exchange with its service advertising and its routing (RFC 1634). */
final class Ipx {
    private static final int LENGTH = 2;
    private static final int DESTINATION = 6;
    private static final int SOURCE = 18;
    private static final int HEADER = 30;

    private static final int SERVICE = 64;

    private Ipx() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "ipx";
        line.text(sheet.options.linkLevel() ? "" : "IPX ");
        end(sheet, at + SOURCE);
        line.text(" > ");
        end(sheet, at + DESTINATION);
        line.text(": ");
        int told = sheet.be16(at + LENGTH);
        if (told < HEADER) {
            line.text("[length ").number(told).text(" < 30]");
            sheet.invalid();
            return;
        }
        int socket = sheet.be16(at + DESTINATION + 10);
        int here = at + HEADER;
        int rest = told - HEADER;
        switch (socket) {
            case 0x0451 -> line.text("ipx-ncp ").number(rest);
            case 0x0452 -> services(sheet, here, rest);
            case 0x0453 -> routes(sheet, here, rest);
            case 0x0455 -> line.text("ipx-netbios ").number(rest);
            case 0x0456 -> line.text("ipx-diags ").number(rest);
            case 0x0553 -> line.text("ipx-nwlink-dgm ").number(rest);
            default -> line.text("ipx-#").hex(socket).put(' ').number(rest);
        }
    }

    private static void address(Sheet sheet, int at) {
        sheet.line.hex(sheet.be32(at), 8).put('.');
        sheet.mac(at + 4);
    }

    private static void end(Sheet sheet, int at) {
        sheet.need(at, 12);
        address(sheet, at);
        sheet.text(".").hex(sheet.be16(at + 10), 4);
    }

    /** Whether so many bytes are left; else that is said. */
    private static boolean lacks(Sheet sheet, int rest, int needed) {
        if (rest >= needed) {
            return false;
        }
        sheet.invalid("length", rest, "<", needed);
        return true;
    }

    private static void services(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int command = sheet.be16(at);
        if (lacks(sheet, length, 2)) {
            return;
        }
        int here = at + 2;
        int rest = length - 2;
        switch (command) {
            case 1, 3 -> {
                line.text(command == 1 ? "ipx-sap-req " : "ipx-sap-nearest-req ");
                line.hex(sheet.be16(here), 4);
            }
            case 2, 4 -> {
                line.text(command == 2 ? "ipx-sap-resp" : "ipx-sap-nearest-resp");
                for (int i = 0; i < 8 && rest > 0; i++) {
                    if (!service(sheet, here, rest)) {
                        return;
                    }
                    here += SERVICE;
                    rest -= SERVICE;
                }
            }
            default -> line.text("ipx-sap-?").hex(command);
        }
    }

    private static boolean service(Sheet sheet, int at, int rest) {
        Line line = sheet.line;
        if (lacks(sheet, rest, 2)) {
            return false;
        }
        line.put(' ').hex(sheet.be16(at), 4).text(" '");
        if (rest < 50) {
            line.put('\'');
            sheet.invalid();
            return false;
        }
        sheet.padded(at + 2, 48);
        line.put('\'');
        if (lacks(sheet, rest - 50, 10)) {
            return false;
        }
        sheet.need(at + 50, 10);
        line.text(" addr ");
        address(sheet, at + 50);
        if (lacks(sheet, rest - 60, 4)) {
            return false;
        }
        sheet.need(at + 60, 4);
        return true;
    }

    private static void routes(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int command = sheet.be16(at);
        if (lacks(sheet, length, 2)) {
            return;
        }
        if (command != 1 && command != 2) {
            line.text("ipx-rip-?").hex(command);
            return;
        }
        line.text(command == 1 ? "ipx-rip-req" : "ipx-rip-resp");
        int here = at + 2;
        int rest = length - 2;
        for (int i = 0; i < (command == 1 ? 1 : 50) && rest > 0; i++) {
            if (lacks(sheet, rest, 8)) {
                return;
            }
            line.put(' ').hex(sheet.be32(here), 8);
            line.put('/').number(sheet.be16(here + 4)).put('.').number(sheet.be16(here + 6));
            here += 8;
            rest -= 8;
        }
    }
}
