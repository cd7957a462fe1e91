package astray.instruments.journalctl;

import astray.codec.Payload;
import java.nio.charset.StandardCharsets;

/** The name in front of a field's value. */
final class FieldName {
    private static final int LONGEST = 64;
    private static final byte[] BOOT = "_BOOT_ID=".getBytes(StandardCharsets.ISO_8859_1);

    private FieldName() {}

    /** Where the equals sign stands; -1 when what is before it is no name. */
    static int end(Payload field) {
        byte[] bytes = field.array();
        int length = Math.min(field.length(), LONGEST + 1);
        for (int i = 0; i < length; i++) {
            byte c = bytes[i];
            if (c == '=') {
                return i == 0 ? -1 : i;
            }
            boolean digit = c >= '0' && c <= '9';
            if (c != '_' && (c < 'A' || c > 'Z') && (!digit || i == 0)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether it is the boot's id, which stands in front of an entry anyway. */
    static boolean isBoot(Payload field) {
        return field.length() >= BOOT.length
                && java.util.Arrays.equals(field.array(), 0, BOOT.length, BOOT, 0, BOOT.length);
    }

    static String text(Payload field, int end) {
        return new String(field.array(), 0, end, StandardCharsets.ISO_8859_1);
    }
}
