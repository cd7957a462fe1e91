package astray.transcript.nettools;

import org.jspecify.annotations.Nullable;

/** Link-layer addresses as text: BSD leaves leading zeros out, old Linux writes capitals. */
final class LinkLayer {
    private static final int MIN_BYTES = 6;
    private static final int MAX_BYTES = 20;

    private LinkLayer() {}

    /** The address in lower case, two digits a byte, with colons; {@code null} for any other word. */
    static @Nullable String parse(@Nullable String word) {
        if (word == null || word.length() > MAX_BYTES * 3 || word.indexOf("::") >= 0) {
            return null;
        }
        StringBuilder out = new StringBuilder(MIN_BYTES * 3);
        int bytes = 0;
        int from = 0;
        while (from <= word.length()) {
            int to = word.indexOf(':', from);
            int end = to < 0 ? word.length() : to;
            int digits = end - from;
            if (digits < 1 || digits > 2) {
                return null;
            }
            out.append(bytes++ == 0 ? "" : ":").append(digits == 1 ? "0" : "");
            for (int i = from; i < end; i++) {
                char c = Character.toLowerCase(word.charAt(i));
                if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                    return null;
                }
                out.append(c);
            }
            from = end + 1;
        }
        return bytes >= MIN_BYTES && bytes <= MAX_BYTES ? out.toString() : null;
    }

    /** The address without leading zeros, as BSD's arp(8) prints it. */
    static String bsd(String address) {
        StringBuilder out = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            boolean leading = address.charAt(i) == '0' && (i == 0 || address.charAt(i - 1) == ':');
            if (!leading || i + 1 == address.length() || address.charAt(i + 1) == ':') {
                out.append(address.charAt(i));
            }
        }
        return out.toString();
    }
}
