package astray.report;

/** What a piece of text is; its colour on a terminal that has colours (ECMA-48, SGR). */
enum Style {
    PLAIN(""),
    LABEL("1"),
    TITLE("1"),
    GOOD("1;32"),
    BAD("1;31"),
    DOUBTFUL("1;33"),
    COMMAND("36"),
    QUIET("2");

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    void append(String text, boolean colour, StringBuilder out) {
        if (!colour || parameters.isEmpty()) {
            out.append(text);
        } else {
            out.append("\u001b[").append(parameters).append('m').append(text).append("\u001b[0m");
        }
    }
}
