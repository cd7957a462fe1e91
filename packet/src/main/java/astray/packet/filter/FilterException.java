package astray.packet.filter;

/** An expression that is no filter, or none for this kind of link. */
public final class FilterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** How much of the expression is shown around the place. */
    private static final int SHOWN = 60;

    /** Where in the expression the trouble begins, or −1 where it is the whole. */
    private final int position;

    FilterException(String trouble) {
        super(trouble, null, false, false);
        this.position = -1;
    }

    private FilterException(String message, int position) {
        super(message, null, false, false);
        this.position = position;
    }

    /** The same trouble with the place in the expression, in one line: the words there follow the message. */
    static FilterException at(String trouble, String expression, int position) {
        if (position >= expression.length()) {
            return new FilterException(trouble + " at the end of the expression", position);
        }
        int end = Math.min(expression.length(), position + SHOWN);
        StringBuilder message = new StringBuilder(trouble).append(" at \"");
        for (int i = position; i < end; i++) {
            char c = expression.charAt(i);
            message.append(c < ' ' || c >= 0x7f && c < 0xa0 ? '?' : c);
        }
        message.append(end < expression.length() ? "...\"" : "\"");
        message.append(" (character ").append(position + 1).append(')');
        return new FilterException(message.toString(), position);
    }

    /** Where in the expression the trouble begins, in characters from 0; −1 where it is the expression as a whole. */
    public int position() {
        return position;
    }
}
