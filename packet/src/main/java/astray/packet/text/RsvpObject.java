package astray.packet.text;

/** An object of an RSVP message while it is printed. */
final class RsvpObject {
    final Sheet sheet;
    final Line line;

    /** What each line of it begins with. */
    final String indent;

    final int type;

    /** Where its contents lie, behind the header. */
    int at;

    /** How much of the contents is left. */
    int length;

    /** Whether its bytes are shown as well. */
    boolean isDumped;

    RsvpObject(Sheet sheet, String indent, int type, int at, int length) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.indent = indent;
        this.type = type;
        this.at = at;
        this.length = length;
    }

    /** Whether less is left than is needed; says so. */
    boolean lacks(int least) {
        if (length >= least) {
            return false;
        }
        line.text(indent).text("ERROR: object is too short");
        return true;
    }

    /** Begins a line. */
    Line begin(String what) {
        return line.text(indent).text("  ").text(what);
    }

    /** Goes on behind what was printed. */
    boolean past(int size) {
        at += size;
        length -= size;
        return true;
    }

    /** Shows the bytes, of what is not known. */
    boolean dump() {
        isDumped = true;
        return true;
    }

    /** A line with an address and a number of 16 bits. */
    boolean addressed(String what, boolean ip6, String then, int number, int digits, int size) {
        if (lacks(size)) {
            return false;
        }
        begin(what);
        if (ip6) {
            sheet.host6(at);
        } else {
            sheet.host4(at);
        }
        line.text(then);
        if (digits == 0) {
            line.number(sheet.be16(at + number));
        } else {
            line.text("0x").hex(sheet.be16(at + number), digits);
        }
        return past(size);
    }
}
