package astray.packet.text;

/** RADIUS's values for AppleTalk's remote access (RFC 2869 sections 5.4, 5.5, 5.15). */
final class RadiusArap {
    private static final int PASSWORD = 70;
    private static final int FEATURES = 71;

    private static final String DIGITS = "0123456789ABCDEF";

    private RadiusArap() {}

    static void print(Sheet sheet, int type, int at, int size) {
        int right = type == PASSWORD ? 16 : type == FEATURES ? 14 : 8;
        if (!RadiusAttributes.exactly(sheet, size, right)) {
            return;
        }
        switch (type) {
            case PASSWORD -> {
                sheet.text("User_challenge (");
                hex(sheet, at, 8);
                sheet.text(") User_resp(");
                hex(sheet, at + 8, 8);
                sheet.text(")");
            }
            case FEATURES -> {
                sheet.text(sheet.u8(at) != 0 ? "User can change password" : "User cannot change password");
                sheet.text(", Min password length: ").number(sheet.u8(at + 1)).text(", created at: ");
                hex(sheet, at + 2, 4);
                sheet.text(", expires in: ");
                hex(sheet, at + 6, 4);
                sheet.text(", Current Time: ");
                hex(sheet, at + 10, 4);
            }
            default -> hex(sheet, at, 8);
        }
    }

    private static void hex(Sheet sheet, int at, int count) {
        for (int i = 0; i < count; i++) {
            int b = sheet.u8(at + i);
            sheet.line.put(DIGITS.charAt(b >> 4)).put(DIGITS.charAt(b & 15));
        }
    }
}
