package astray.packet.text;

/** The names of parameters that follow one another, each once with how often it came. */
final class HncpNames {
    private final Line line;
    private final Table names;
    private final int indent;

    private int last = -1;
    private int count;
    private boolean first = true;

    HncpNames(Line line, Table names, int indent) {
        this.line = line;
        this.names = names;
        this.indent = indent;
    }

    void add(int kind) {
        if (kind == last) {
            count++;
            return;
        }
        end();
        last = kind;
        count = 1;
    }

    void end() {
        if (count == 0) {
            return;
        }
        if (!first) {
            line.text(", ");
        } else if (indent > 1) {
            Hncp.indent(line, indent);
        } else {
            line.put(' ');
        }
        first = false;
        line.text(names.name(last, ""));
        if (count > 1) {
            line.text(" (x").number(count).put(')');
        }
    }
}
