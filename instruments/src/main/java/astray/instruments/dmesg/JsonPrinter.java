package astray.instruments.dmesg;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;

/** Records as one JSON object, laid out as util-linux does; nothing where there are none. */
final class JsonPrinter implements Printer {
    private static final String MEMBER = "         ";

    private final Settings settings;
    private final Stamps stamps;
    private final Output out;
    private boolean begun;

    JsonPrinter(Settings settings, Stamps stamps, Output out) {
        this.settings = settings;
        this.stamps = stamps;
        this.out = out;
    }

    @Override
    public void print(LogRecord entry) throws ClosedOutput {
        if (entry.isEmpty()) {
            return;
        }
        if (begun) {
            out.put(',').put('{').line();
        } else {
            out.text("{\n   \"dmesg\": [\n      {").line();
            begun = true;
        }
        if (entry.hasPriority() && settings.decode) {
            out.text(MEMBER).text("\"fac\": \"").text(Priorities.FACILITY.name(entry.facility));
            out.text("\",\n").text(MEMBER).text("\"pri\": \"").text(Priorities.LEVEL.name(entry.level));
            out.text("\",").line();
        } else if (entry.hasPriority()) {
            out.text(MEMBER)
                    .text("\"pri\": ")
                    .number(entry.rawPriority())
                    .put(',')
                    .line();
        }
        out.text(MEMBER).text("\"time\": ").text(stamps.plain(entry)).put(',').line();
        out.text(MEMBER).text("\"msg\": \"");
        quoted(entry.bytes(), entry.from(), entry.to());
        out.text("\"\n      }");
    }

    private void quoted(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            switch (c) {
                case '"', '\\' -> out.put('\\').put((char) c);
                case '\b' -> out.text("\\b");
                case '\f' -> out.text("\\f");
                case '\n' -> out.text("\\n");
                case '\r' -> out.text("\\r");
                case '\t' -> out.text("\\t");
                default -> {
                    if (c >= 0 && c < ' ') {
                        out.text(c < 0x10 ? "\\u000" : "\\u00").text(Integer.toHexString(c));
                    } else {
                        out.raw(bytes, i, 1);
                    }
                }
            }
        }
    }

    @Override
    public void end() throws ClosedOutput {
        if (begun) {
            out.text("\n   ]\n}").line();
        }
    }
}
