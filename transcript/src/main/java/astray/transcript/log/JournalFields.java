package astray.transcript.log;

import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.transcript.text.Numbers;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a journal entry (systemd.journal-fields(7)) that a log entry is made of. */
final class JournalFields {
    private static final long MICROS = 1_000_000;

    private JournalFields() {}

    /** An entry out of its fields; {@code null} where the message is missing or was left out as too long. */
    static @Nullable LogEntry entry(Map<?, ?> fields) {
        String message = text(fields.get("MESSAGE"));
        if (message == null) {
            return null;
        }
        String identifier = text(fields.get("SYSLOG_IDENTIFIER"));
        if (identifier == null) {
            identifier = "kernel".equals(text(fields.get("_TRANSPORT"))) ? "kernel" : text(fields.get("_COMM"));
        }
        Long pid = Numbers.parseLong(text(fields.get("_PID")));
        return new LogEntry(
                moment(Numbers.parseLong(text(fields.get("__REALTIME_TIMESTAMP")))),
                text(fields.get("_HOSTNAME")),
                identifier,
                pid != null ? pid : Numbers.parseLong(text(fields.get("SYSLOG_PID"))),
                message.strip());
    }

    private static @Nullable Moment moment(@Nullable Long micros) {
        return micros == null || micros > 1L << 57
                ? null
                : UnixStamp.at(micros / MICROS, (int) (micros % MICROS) * 1000);
    }

    /** A field's text; the last of several values. */
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof String string) {
            return string;
        }
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return null;
        }
        if (!(list.getFirst() instanceof Long)) {
            return list.getLast() instanceof List<?> nested ? bytes(nested) : text(list.getLast());
        }
        return bytes(list);
    }

    private static @Nullable String bytes(List<?> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(list.get(i) instanceof Long value)) {
                return null;
            }
            bytes[i] = value.byteValue();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** An entry as journalctl prints it. */
    static String print(LogEntry entry, Moment.Dated at, boolean pretty) {
        Map<String, String> fields = new LinkedHashMap<>();
        long seconds = at.offset() == null ? 0 : at.at().toEpochSecond(at.offset());
        fields.put(
                "__REALTIME_TIMESTAMP", Long.toString(seconds * MICROS + at.at().get(ChronoField.MICRO_OF_SECOND)));
        put(fields, "_HOSTNAME", entry.host());
        put(fields, "SYSLOG_IDENTIFIER", entry.identifier());
        put(fields, "_PID", entry.pid() == null ? null : entry.pid().toString());
        fields.put("MESSAGE", entry.message());
        StringBuilder out = new StringBuilder("{");
        String separator = pretty ? "\n\t" : "";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            out.append(separator);
            JsonText.quote(field.getKey(), out);
            out.append(pretty ? " : " : ":");
            JsonText.quote(field.getValue(), out);
            separator = pretty ? ",\n\t" : ",";
        }
        return out.append(pretty ? "\n}\n" : "}\n").toString();
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
