package astray.packet.text;

/** Ad hoc On-Demand Distance Vector routing (RFC 3561), its IPv6 form too. */
final class Aodv {
    private static final int REQUEST = 1;
    private static final int REPLY = 2;
    private static final int ERROR = 3;

    private static final int HELLO = 1;
    private static final int HELLO_SIZE = 6;

    private static final Table MESSAGES = Table.of("""
            1 rreq
            2 rrep
            3 rerr
            4 rrep-ack
            """);

    private Aodv() {}

    static void print(Sheet sheet, int at, int length, boolean ip6) {
        Line line = sheet.line;
        sheet.protocol = "aodv";
        line.text(" aodv");
        int type = sheet.u8(at);
        line.put(' ').text(MESSAGES.orNumber(type, "type "));
        switch (type) {
            case REQUEST -> request(sheet, at, length, ip6);
            case REPLY -> reply(sheet, at, length, ip6);
            case ERROR -> error(sheet, at, length, ip6);
            default -> line.put(' ').number(length);
        }
    }

    private static boolean isShort(Sheet sheet, String what, int length, int least) {
        if (length >= least) {
            return false;
        }
        sheet.invalid(what, length, "<", least);
        return true;
    }

    private static void host(Sheet sheet, int at, boolean ip6) {
        if (ip6) {
            sheet.host6(at);
        } else {
            sheet.host4(at);
        }
    }

    /** Section 5.1. The original looks for the flags in the type, where they are not. */
    private static void request(Sheet sheet, int at, int length, boolean ip6) {
        Line line = sheet.line;
        int width = ip6 ? 16 : 4;
        int size = 16 + 2 * width;
        if (isShort(sheet, "message length", length, size)) {
            return;
        }
        sheet.need(at, size);
        line.put(' ').number(length).text("  hops ").number(sheet.u8(at + 3));
        line.text(" id 0x").hex(sheet.be32(at + 4), 8).text("\n\tdst ");
        host(sheet, at + 8, ip6);
        line.text(" seq ").number(sheet.be32(at + 8 + width)).text(" src ");
        host(sheet, at + 12 + width, ip6);
        line.text(" seq ").number(sheet.be32(at + 12 + 2 * width));
        extension(sheet, at + size, length - size);
    }

    /** Section 5.2; flags as in a request. */
    private static void reply(Sheet sheet, int at, int length, boolean ip6) {
        Line line = sheet.line;
        int width = ip6 ? 16 : 4;
        int size = 12 + 2 * width;
        if (isShort(sheet, "message length", length, size)) {
            return;
        }
        sheet.need(at, size);
        line.put(' ').number(length).text("  prefix ").number(sheet.u8(at + 2) & 0x1f);
        line.text(" hops ").number(sheet.u8(at + 3)).text("\n\tdst ");
        host(sheet, at + 4, ip6);
        line.text(" dseq ").number(sheet.be32(at + 4 + width)).text(" src ");
        host(sheet, at + 8 + width, ip6);
        line.put(' ').number(sheet.be32(at + 8 + 2 * width)).text(" ms");
        extension(sheet, at + size, length - size);
    }

    /** Section 5.3. */
    private static void error(Sheet sheet, int at, int length, boolean ip6) {
        Line line = sheet.line;
        if (isShort(sheet, "message length", length, 4)) {
            return;
        }
        int flags = sheet.u8(at + 1);
        int count = sheet.u8(at + 3);
        line.put(' ').text((flags & 0x80) == 0 ? "" : "[D]");
        line.text(" [items ").number(count);
        line.text("] [").number(length).text("]:");
        int size = ip6 ? 20 : 8;
        int i = 4;
        for (int k = 0; k < count; k++) {
            if (isShort(sheet, "remaining length", length - i, size)) {
                return;
            }
            sheet.need(at + i, size);
            line.text(" {");
            host(sheet, at + i, ip6);
            line.text("}(").number(sheet.be32(at + i + size - 4)).put(')');
            i += size;
        }
    }

    /** Section 6. */
    private static void extension(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        if (length < 2) {
            return;
        }
        int type = sheet.u8(at);
        int size = sheet.u8(at + 1);
        if (type != HELLO) {
            line.text("\n\text ").number(type).put(' ').number(size);
            return;
        }
        if (isShort(sheet, "ext data length", length, HELLO_SIZE)) {
            return;
        }
        if (size < 4) {
            line.text("\n\text HELLO - bad length ").number(size);
            sheet.invalid();
            return;
        }
        long interval = sheet.be32(at + 2);
        line.text("\n\text HELLO ").number(interval).text(" ms");
    }
}
