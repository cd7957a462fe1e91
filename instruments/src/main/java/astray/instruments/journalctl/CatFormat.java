package astray.instruments.journalctl;

import astray.codec.Payload;
import astray.instruments.Output;
import astray.journal.Entry;
import java.util.List;

/** Nothing but the message, or the fields that were named. */
final class CatFormat implements Format {
    private final Output out;
    private final Guard guard;
    private final boolean colours;
    private final List<String> fields;
    private final Payload payload = new Payload();
    private final Payload priority = new Payload();

    CatFormat(Settings settings, Output out, Screen screen) {
        this.out = out;
        guard = new Guard(out, screen.isTerminal());
        colours = screen.colours();
        fields = settings.outputFields == null ? List.of("MESSAGE") : List.copyOf(settings.outputFields);
    }

    @Override
    public void print(Entry entry, int from, int to) {
        for (String field : fields) {
            if (entry.read(field, payload)) {
                value(entry, field.length() + 1, field.equals("MESSAGE"), from, to);
            }
        }
    }

    private void value(Entry entry, int start, boolean message, int from, int to) {
        byte[] bytes = payload.array();
        int length = payload.length();
        Paint paint = Paint.NONE;
        if (colours) {
            boolean known = entry.read("PRIORITY", priority) && priority.length() == "PRIORITY=n".length();
            int level = known ? priority.array()[priority.length() - 1] - '0' : 6;
            paint = Paint.of(level >= 0 && level <= 7 ? level : 6, false);
        }
        out.text(paint.on());
        if (!paint.on().isEmpty() && message && start + to <= length) {
            guard.raw(bytes, start, from);
            out.text(paint.mark());
            guard.raw(bytes, start + from, to - from);
            out.text(paint.on());
            guard.raw(bytes, start + to, length - start - to);
        } else {
            guard.raw(bytes, start, length - start);
        }
        out.text(paint.off()).put('\n');
    }
}
