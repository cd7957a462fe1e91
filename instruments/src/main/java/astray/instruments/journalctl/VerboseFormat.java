package astray.instruments.journalctl;

import astray.codec.Payload;
import astray.instruments.Output;
import astray.instruments.time.SystemdTime;
import astray.instruments.time.Zone;
import astray.journal.Entry;

/** An entry with all its fields, one a line. */
final class VerboseFormat implements Format {
    private static final int LONG = 300;
    private static final String HIGHLIGHT = "\u001b[0;1;39m";

    private final Settings settings;
    private final Output out;
    private final Zone zone;
    private final boolean colours;
    private final Multiline lines;
    private final Payload payload = new Payload();

    VerboseFormat(Settings settings, Output out, Zone zone, Screen screen) {
        this.settings = settings;
        this.out = out;
        this.zone = zone;
        colours = screen.colours();
        lines = new Multiline(out, screen.isTerminal(), true, 0);
    }

    @Override
    public void print(Entry entry, int from, int to) {
        String source = "_SOURCE_REALTIME_TIMESTAMP";
        long time = entry.read(source, payload)
                ? Decimal.parse(payload.array(), source.length() + 1, payload.length())
                : -1;
        String shown = SystemdTime.text(time > 0 ? time : entry.realtime(), zone, true);
        out.text(shown == null ? "(no timestamp)" : shown)
                .text(" [")
                .text(entry.cursor())
                .text("]\n");
        int count = entry.fields();
        for (int i = 0; i < count; i++) {
            if (entry.read(entry.data(i), payload)) {
                field();
            }
        }
    }

    private void field() {
        int name = FieldName.end(payload);
        if (name < 0
                || settings.outputFields != null && !settings.outputFields.contains(FieldName.text(payload, name))) {
            return;
        }
        byte[] bytes = payload.array();
        int length = payload.length();
        boolean message = colours && FieldName.text(payload, name).equals("MESSAGE");
        out.text("    ").text(message ? HIGHLIGHT : "").raw(bytes, 0, name + 1);
        if (settings.all || (length < LONG || settings.full) && Utf8.isPrintable(bytes, 0, length, true)) {
            lines.print(bytes, name + 1, length, 4 + name + 1, Paint.NONE, 0, 0);
            out.text(message ? Paint.OFF : "");
        } else {
            out.put('[').text(ByteCount.text(length - name - 1L)).text(" blob data]");
            out.text(message ? Paint.OFF : "").put('\n');
        }
    }
}
