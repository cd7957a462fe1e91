package astray.instruments.journalctl;

import astray.codec.Payload;
import astray.instruments.Output;
import astray.journal.Entry;
import java.io.IOException;

/** The Journal Export Format of systemd's documentation: made to be read by another journal. */
final class ExportFormat implements Format {
    private final Settings settings;
    private final Output out;
    private final Guard guard;
    private final Payload payload = new Payload();
    private final byte[] size = new byte[Long.BYTES];

    ExportFormat(Settings settings, Output out, Screen screen) {
        this.settings = settings;
        this.out = out;
        guard = new Guard(out, screen.isTerminal());
    }

    @Override
    public void print(Entry entry, int from, int to) throws IOException {
        out.text("__CURSOR=")
                .text(entry.cursor())
                .text("\n__REALTIME_TIMESTAMP=")
                .number(entry.realtime());
        out.text("\n__MONOTONIC_TIMESTAMP=").number(entry.monotonic());
        out.text("\n_BOOT_ID=").text(entry.bootId().toString()).put('\n');
        int count = entry.fields();
        for (int i = 0; i < count; i++) {
            if (!entry.read(entry.data(i), payload) || FieldName.isBoot(payload)) {
                continue;
            }
            int name = FieldName.end(payload);
            if (name < 0
                    || settings.outputFields != null
                            && !settings.outputFields.contains(FieldName.text(payload, name))) {
                continue;
            }
            byte[] bytes = payload.array();
            int length = payload.length();
            if (Utf8.isPrintable(bytes, 0, length, false)) {
                out.raw(bytes, 0, length);
            } else {
                out.raw(bytes, 0, name).put('\n');
                for (int k = 0; k < size.length; k++) {
                    size[k] = (byte) (length - name - 1L >>> 8 * k);
                }
                guard.raw(size, 0, size.length);
                guard.raw(bytes, name + 1, length - name - 1);
            }
            out.put('\n');
        }
        out.line();
    }
}
