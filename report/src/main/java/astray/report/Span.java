package astray.report;

/** A piece of a line in one style. Everything that a page prints is one, and so made printable here. */
record Span(Style style, String text) {

    Span {
        text = Printable.of(text);
    }

    static Span plain(String text) {
        return new Span(Style.PLAIN, text);
    }

    int width() {
        return Width.of(text);
    }
}
