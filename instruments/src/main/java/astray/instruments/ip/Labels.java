package astray.instruments.ip;

/** MPLS labels (RFC 3032) as ip writes them: {@code 100/200}. */
final class Labels {
    private static final int BOTTOM = 0x100;

    private Labels() {}

    /** The labels of a stack, up to the one at its bottom. */
    static String text(byte[] stack) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + 4 <= stack.length; at += 4) {
            int entry = (stack[at] & 0xff) << 24
                    | (stack[at + 1] & 0xff) << 16
                    | (stack[at + 2] & 0xff) << 8
                    | stack[at + 3] & 0xff;
            text.append(entry >>> 12);
            if ((entry & BOTTOM) != 0) {
                break;
            }
            text.append('/');
        }
        return text.toString();
    }
}
