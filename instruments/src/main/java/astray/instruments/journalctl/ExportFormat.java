package astray.instruments.journalctl;

import astray.instruments.Output;
import astray.journal.Entry;
import astray.journal.data.Payload;
import java.io.IOException;

/** The Journal Export Format of systemd's documentation: made to be read by another journal. */
final class ExportFormat implements Format {
    private final Settings settings;
    private final Output out;
    private final Payload payload = new Payload();

    ExportFormat(Settings settings, Output out) {
        this.settings = settings;
        this.out = out;
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
                long size = length - name - 1L;
                for (int shift = 0; shift < 64; shift += 8) {
                    out.put((char) (size >>> shift & 0xff));
                }
                out.raw(bytes, name + 1, length - name - 1);
            }
            out.put('\n');
        }
        out.line();
    }
}
