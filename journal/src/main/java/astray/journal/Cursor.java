package astray.journal;

import org.jspecify.annotations.Nullable;

/**
 * The name of an entry (sd_journal_get_cursor(3)). What is not known of it is {@code null}.
 *
 * @param seqnumId whose numbers these are
 * @param seqnum its number
 * @param bootId in which boot
 * @param monotonic microseconds since that boot
 * @param realtime microseconds since 1970
 * @param hash the hash of its content
 */
public record Cursor(
        @Nullable Id128 seqnumId,
        @Nullable Long seqnum,
        @Nullable Id128 bootId,
        @Nullable Long monotonic,
        @Nullable Long realtime,
        @Nullable Long hash) {

    /**
     * Reads a cursor.
     *
     * @return {@code null} when it is none, or names no place
     */
    public static @Nullable Cursor parse(String text) {
        Id128 seqnumId = null;
        Long seqnum = null;
        Id128 bootId = null;
        Long monotonic = null;
        Long realtime = null;
        Long hash = null;
        for (String word : text.split(";", -1)) {
            if (word.length() < 2 || word.charAt(1) != '=') {
                return null;
            }
            String value = word.substring(2);
            char name = word.charAt(0);
            if (name == 's' || name == 'b') {
                Id128 id = Id128.parse(value);
                if (id == null) {
                    return null;
                }
                if (name == 's') {
                    seqnumId = id;
                } else {
                    bootId = id;
                }
            } else if ("imtx".indexOf(name) >= 0) {
                Long number = hexadecimal(value);
                if (number == null) {
                    return null;
                }
                switch (name) {
                    case 'i' -> seqnum = number;
                    case 'm' -> monotonic = number;
                    case 't' -> realtime = number;
                    default -> hash = number;
                }
            }
        }
        boolean place = seqnumId != null && seqnum != null || bootId != null && monotonic != null || realtime != null;
        return place ? new Cursor(seqnumId, seqnum, bootId, monotonic, realtime, hash) : null;
    }

    /** The digits a text begins with, as scanf(3) takes them. */
    private static @Nullable Long hexadecimal(String text) {
        int at = text.startsWith("0x") || text.startsWith("0X") ? 2 : 0;
        int from = at;
        long value = 0;
        while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80) {
            value = value << 4 | Character.digit(text.charAt(at++), 16);
        }
        return at > from ? value : null;
    }
}
