package astray.report;

/**
 * The marks and arrows of the drawing, in Unicode or in ASCII; the arrows are equally wide.
 *
 * @param passes an arrow to a station that the packet reached
 * @param unknown an arrow to a station of which nothing tells
 * @param stops an arrow out of the station where the packet goes astray
 * @param never before a station that it never comes to
 * @param branch leads from a station to its note
 * @param leads before what a quotation shows
 */
record Glyphs(
        String good,
        String bad,
        String poor,
        String unsure,
        String passes,
        String unknown,
        String stops,
        String never,
        String branch,
        String leads,
        String ellipsis) {

    static final Glyphs UNICODE = new Glyphs("✓", "✗", "!", "?", "──→", "─?→", "──✗", "···", "└", "→", "…");
    static final Glyphs ASCII = new Glyphs("ok", "x", "!", "?", "-->", "-?>", "--x", "...", "\\_", "=>", "...");

    static Glyphs of(boolean unicode) {
        return unicode ? UNICODE : ASCII;
    }

    /** Our own typographic marks in a sentence, as this set has them. */
    String text(String sentence) {
        return equals(UNICODE)
                ? sentence
                : sentence.replace("…", "...")
                        .replace("×", "x")
                        .replace("–", "-")
                        .replace('’', '\'');
    }
}
