package astray.packet.text;

/** Vendors' own attributes of RADIUS (RFC 2865 section 5.26), taken to be text. */
final class RadiusVendor {
    private static final int HEADER = 2;

    private RadiusVendor() {}

    static void print(Sheet sheet, int at, int size) {
        if (!RadiusAttributes.atLeast(sheet, size, 4)) {
            return;
        }
        Line line = sheet.line;
        long vendor = sheet.be32(at);
        line.text("Vendor: ").text(Enterprise.NAMES.name(vendor, "Unknown"));
        line.text(" (").number(vendor).put(')');
        int here = at + 4;
        int end = at + size;
        while (end - here >= HEADER) {
            int length = sheet.u8(here + 1);
            line.text("\n\t    Vendor Attribute: ").number(sheet.u8(here));
            line.text(", length: ").number(length);
            if (!RadiusAttributes.fits(sheet, length, HEADER, end - here)) {
                return;
            }
            line.text(", value: ");
            for (int i = HEADER; i < length; i++) {
                RadiusText.character(line, sheet.u8(here + i));
            }
            here += length;
        }
    }
}
