package astray.instruments.journalctl;

import java.nio.charset.StandardCharsets;

/** Shortens a text to a width by leaving its middle out. */
final class Ellipsis {
    /** The first and last of each range of wide characters. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x2e99, 0x2e9b, 0x2ef3, 0x2f00, 0x2fd5, 0x2ff0, 0x2ffb, 0x3000, 0x303e,
        0x3041, 0x3096, 0x3099, 0x30ff, 0x3105, 0x312d, 0x3131, 0x318e, 0x3190, 0x31ba, 0x31c0, 0x31e3, 0x31f0, 0x321e,
        0x3220, 0x3247, 0x3250, 0x32fe, 0x3300, 0x4dbf, 0x4e00, 0xa48c, 0xa490, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3,
        0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe52, 0xfe54, 0xfe66, 0xfe68, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6,
        0x1b000, 0x1b001, 0x1f200, 0x1f202, 0x1f210, 0x1f23a, 0x1f240, 0x1f248, 0x1f250, 0x1f251, 0x20000, 0x2fffd,
        0x30000, 0x3fffd
    };

    private Ellipsis() {}

    /**
     * Shortens a text.
     *
     * @param width the columns it may take
     * @param percent where the dots stand: 100 at the end
     */
    static String of(byte[] bytes, int from, int to, int width, int percent) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        int[] points = text.codePoints().toArray();
        int all = 0;
        for (int point : points) {
            all += columns(point);
        }
        if (all <= width) {
            return text;
        }
        if (points.length == to - from) {
            // Rounded for ASCII, and cut for the rest: as in the original.
            int before = ((width - 1) * percent + 50) / 100;
            return text.substring(0, before) + "…" + text.substring(text.length() - (width - before - 1));
        }
        int before = (width - 1) * percent / 100;
        int first = 0;
        int used = 0;
        while (first < points.length && used + columns(points[first]) <= before) {
            used += columns(points[first++]);
        }
        int last = points.length;
        while (last > first && used + columns(points[last - 1]) <= width) {
            used += columns(points[--last]);
        }
        // Room for the dots.
        if (last < points.length) {
            last++;
        } else if (first > 0) {
            first--;
        }
        return new String(points, 0, first) + "…" + new String(points, last, points.length - last);
    }

    /** How many columns a character takes in the original's table, where emoji are narrow. */
    static int columns(int point) {
        for (int i = 0; i < WIDE.length && point >= WIDE[i]; i += 2) {
            if (point <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
