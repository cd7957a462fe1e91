package astray.packet.text;

/** Addresses of ISO's network service (ISO 8348), as hexadecimal digits in groups: {@code 49.0001.1921.6800.1001.00}. */
final class Nsap {
    private static final int LONGEST = 20;

    private Nsap() {}

    static void print(Sheet sheet, int at, int length) {
        if (length < 1 || length > LONGEST) {
            sheet.text("isonsap_string: illegal length");
            return;
        }
        sheet.need(at, length);
        print(sheet.line, sheet.bytes(), at, length);
    }

    /** Prints bytes that need not be the packet's; there are 1 to 20 of them, else that is said. */
    static void print(Line line, byte[] bytes, int at, int length) {
        if (length < 1 || length > LONGEST) {
            line.text("isonsap_string: illegal length");
            return;
        }
        for (int i = 0; i < length; i++) {
            line.hex(bytes[at + i] & 0xff, 2);
            if ((i & 1) == 0 && i + 1 < length) {
                line.put('.');
            }
        }
    }
}
