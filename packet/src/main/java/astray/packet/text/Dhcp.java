package astray.packet.text;

/** BOOTP (RFC 951) and DHCP (RFC 2131). */
final class Dhcp {
    private static final int OPERATION = 0;
    private static final int HARDWARE = 1;
    private static final int HARDWARE_LENGTH = 2;
    private static final int HOPS = 3;
    private static final int TRANSACTION = 4;
    private static final int SECONDS = 8;
    private static final int FLAGS = 10;
    private static final int CLIENT = 12;
    private static final int YOUR = 16;
    private static final int SERVER = 20;
    private static final int GATEWAY = 24;
    private static final int CLIENT_HARDWARE = 28;
    private static final int SERVER_NAME = 44;
    private static final int SERVER_NAME_SIZE = 64;
    private static final int FILE = 108;
    private static final int FILE_SIZE = 128;
    private static final int VENDOR = 236;

    private static final int REQUEST = 1;
    private static final int REPLY = 2;
    private static final int ETHERNET = 1;
    private static final int BROADCAST = 0x8000;

    /** RFC 1497: what stands before options. */
    private static final int COOKIE = 0x63825363;

    /** What stood before those of Carnegie Mellon's BOOTP. */
    private static final int CMU = 0x434d5500;

    private Dhcp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "bootp";
        int operation = sheet.u8(at + OPERATION);
        line.text("BOOTP/DHCP, ");
        switch (operation) {
            case REQUEST -> line.text("Request");
            case REPLY -> line.text("Reply");
            default -> line.text("unknown (0x").hex(operation, 2).put(')');
        }
        int hardware = sheet.u8(at + HARDWARE);
        int hardwareLength = sheet.u8(at + HARDWARE_LENGTH);
        boolean ethernet = hardware == ETHERNET && hardwareLength == 6;
        if (ethernet && operation == REQUEST) {
            sheet.need(at + CLIENT_HARDWARE, 6);
            line.text(" from ");
            sheet.mac(at + CLIENT_HARDWARE);
        }
        line.text(", length ").number(length);
        if (sheet.v == 0) {
            return;
        }
        sheet.need(at + SECONDS, 2);
        if (hardware != ETHERNET) {
            line.text(", htype ").number(hardware);
        }
        if (!ethernet) {
            line.text(", hlen ").number(hardwareLength);
        }
        header(sheet, at);
        address(sheet, "\n\t  Client-IP ", at + CLIENT);
        address(sheet, "\n\t  Your-IP ", at + YOUR);
        address(sheet, "\n\t  Server-IP ", at + SERVER);
        address(sheet, "\n\t  Gateway-IP ", at + GATEWAY);
        if (ethernet) {
            sheet.need(at + CLIENT_HARDWARE, 6);
            line.text("\n\t  Client-Ethernet-Address ");
            sheet.mac(at + CLIENT_HARDWARE);
        }
        if (text(sheet, "\n\t  sname \"", at + SERVER_NAME, SERVER_NAME_SIZE)
                && text(sheet, "\n\t  file \"", at + FILE, FILE_SIZE)) {
            vendor(sheet, at + VENDOR);
        } else {
            sheet.invalid();
        }
    }

    /** Fields of which only those are told that are not zero. */
    private static void header(Sheet sheet, int at) {
        Line line = sheet.line;
        int hops = sheet.u8(at + HOPS);
        if (hops != 0) {
            line.text(", hops ").number(hops);
        }
        long transaction = sheet.be32(at + TRANSACTION);
        if (transaction != 0) {
            line.text(", xid 0x").hex(transaction);
        }
        int seconds = sheet.be16(at + SECONDS);
        if (seconds != 0) {
            line.text(", secs ").number(seconds);
        }
        int flags = sheet.be16(at + FLAGS);
        line.text(", Flags [")
                .text((flags & BROADCAST) != 0 ? "Broadcast" : "none")
                .put(']');
        if (sheet.v > 1) {
            line.text(" (0x").hex(flags, 4).put(')');
        }
    }

    private static void address(Sheet sheet, String name, int at) {
        if (sheet.s32(at) != 0) {
            sheet.text(name);
            sheet.host4(at);
        }
    }

    /** A text where there is one; false when no zero byte ends it. */
    private static boolean text(Sheet sheet, String name, int at, int size) {
        if (sheet.u8(at) == 0) {
            return true;
        }
        Line line = sheet.line.text(name);
        for (int i = 0; i < size; i++) {
            int c = sheet.u8(at + i);
            if (c == 0) {
                line.put('"');
                return true;
            }
            sheet.character(c);
        }
        line.put('"');
        return false;
    }

    private static void vendor(Sheet sheet, int at) {
        int cookie = sheet.s32(at);
        switch (cookie) {
            case COOKIE -> {
                sheet.text("\n\t  Vendor-rfc1048 Extensions\n\t    Magic Cookie 0x")
                        .hex(cookie & 0xffffffffL, 8);
                DhcpOptions.print(sheet, at + 4);
            }
            case CMU -> carnegie(sheet, at);
            case 0 -> {
                // nothing there
            }
            default -> sheet.text("\n\t  Vendor-#0x").hex(cookie & 0xffffffffL);
        }
    }

    private static void carnegie(Sheet sheet, int at) {
        Line line = sheet.line;
        line.text(" vend-cmu");
        sheet.need(at + 4, 4);
        int flags = sheet.u8(at + 4);
        if ((flags & ~1) != 0) {
            line.text(" F:0x").hex(flags);
        }
        address(sheet, " DG:", at + 12);
        address(sheet, (flags & 1) != 0 ? " SM:" : " SM*:", at + 8);
        address(sheet, " NS1:", at + 16);
        address(sheet, " NS2:", at + 20);
        address(sheet, " IEN1:", at + 24);
        address(sheet, " IEN2:", at + 28);
        address(sheet, " TS1:", at + 32);
        address(sheet, " TS2:", at + 36);
    }
}
