package astray.packet.text;

/** What the data links of LMP are capable of (RFC 4204 section 13.12.1). */
final class LmpDataLink {
    private static final int SWITCHING = 1;
    private static final int WAVELENGTH = 2;

    private LmpDataLink() {}

    /** Prints them; false when one is not known. */
    static boolean print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest > 0) {
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            line.text("\n\t    Subobject, Type: ");
            line.text(type == SWITCHING ? "Interface Switching Type" : type == WAVELENGTH ? "Wavelength" : "Unknown");
            line.text(" (").number(type).text("), Length: ").number(size);
            if (size < 4) {
                line.text(" (too short)");
                return true;
            }
            if (size % 4 != 0) {
                line.text(" (not a multiple of 4)");
                return true;
            }
            if (rest < size) {
                line.text(" (goes past the end of the object)");
                return true;
            }
            switch (type) {
                case SWITCHING -> {
                    int capability = sheet.u8(here + 2);
                    int encoding = sheet.u8(here + 3);
                    line.text("\n\t      Switching Type: ").text(Gmpls.SWITCHING.name(capability, "Unknown"));
                    line.text(" (").number(capability).text(")\n\t      Encoding Type: ");
                    line.text(Gmpls.ENCODINGS.name(encoding, "Unknown"));
                    line.text(" (").number(encoding).put(')');
                    bandwidth(sheet, "\n\t      Min Reservable Bandwidth: ", here + 4);
                    bandwidth(sheet, "\n\t      Max Reservable Bandwidth: ", here + 8);
                }
                case WAVELENGTH -> line.text("\n\t      Wavelength: ").number(sheet.be32(here + 4));
                default -> {
                    return false;
                }
            }
            here += size;
            rest -= size;
        }
        return true;
    }

    private static void bandwidth(Sheet sheet, String what, int at) {
        int bits = sheet.s32(at);
        sheet.text(what);
        Decimal.megabits(sheet.line, bits);
    }
}
