package astray.collect.journal;

import astray.codec.Payload;
import astray.journal.Entry;
import astray.journal.FieldNames;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An entry as a line of {@code journalctl -o short-iso-precise}. One object serves many entries. */
final class EntryLine {
    private static final int HOST = 0;
    private static final int IDENTIFIER = 1;
    private static final int COMMAND = 2;
    private static final int SYSLOG_PID = 3;
    private static final int PID = 4;
    private static final int MESSAGE = 5;
    private static final FieldNames FIELDS =
            new FieldNames("_HOSTNAME", "SYSLOG_IDENTIFIER", "_COMM", "SYSLOG_PID", "_PID", "MESSAGE");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

    /** The end of the year 9999: what is later is damage. */
    private static final long MOST = 253_402_300_799L;

    /** Of a longer message the beginning is told. */
    private static final int LONGEST = 64 << 10;

    private final ZoneId zone;
    private final Payload[] fields = new Payload[FIELDS.count()];
    private long second = Long.MIN_VALUE;
    private LocalDateTime time = LocalDateTime.MIN;
    private ZoneOffset offset = ZoneOffset.UTC;
    private byte[] stamp = {};
    private byte[] behind = {};

    /** With the zone whose time is told. */
    EntryLine(ZoneId zone) {
        this.zone = zone;
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new Payload();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads an entry; false when it has no message. */
    boolean read(Entry entry) {
        for (Payload field : fields) {
            field.clear();
            field.shrink(LONGEST);
        }
        int count = entry.fields();
        for (int i = 0; i < count; i++) {
            long data = entry.data(i);
            int which = FIELDS.of(entry, data);
            if (which >= 0 && fields[which].length() == 0 && !entry.read(data, fields[which])) {
                fields[which].clear();
            }
        }
        return fields[MESSAGE].length() > 0;
    }

    private String value(int field) {
        Payload payload = fields[field];
        int from = FIELDS.length(field);
        return payload.length() <= from
                ? ""
                : new String(payload.array(), from, payload.length() - from, StandardCharsets.UTF_8);
    }

    String host() {
        return value(HOST);
    }

    /** Who wrote it; empty when nothing tells. */
    String identifier() {
        String identifier = value(IDENTIFIER);
        return identifier.isEmpty() ? value(COMMAND) : identifier;
    }

    /** The writer's process id; empty when nothing tells. */
    String pid() {
        String pid = value(SYSLOG_PID);
        return pid.isEmpty() ? value(PID) : pid;
    }

    String message() {
        return value(MESSAGE);
    }

    /** Appends the line, its end too; further lines of the message are indented. */
    void append(Entry entry, ByteArrayOutputStream out) {
        turnTo(entry.realtime());
        int start = out.size();
        out.writeBytes(stamp);
        long micros = Math.floorMod(entry.realtime(), 1_000_000L);
        for (int unit = 100_000; unit > 0; unit /= 10) {
            out.write('0' + (int) (micros / unit % 10));
        }
        out.writeBytes(behind);
        out.write(' ');
        payload(HOST, out);
        out.write(' ');
        payload(fields[IDENTIFIER].length() > 0 ? IDENTIFIER : COMMAND, out);
        int pid = fields[SYSLOG_PID].length() > 0 ? SYSLOG_PID : PID;
        if (fields[pid].length() > 0) {
            out.write('[');
            payload(pid, out);
            out.write(']');
        }
        out.write(':');
        out.write(' ');
        message(out, out.size() - start);
        out.write('\n');
    }

    private void payload(int field, ByteArrayOutputStream out) {
        int from = FIELDS.length(field);
        if (fields[field].length() <= from) {
            out.write('-');
        } else {
            out.write(fields[field].array(), from, fields[field].length() - from);
        }
    }

    private void message(ByteArrayOutputStream out, int indent) {
        byte[] text = fields[MESSAGE].array();
        int end = Math.min(fields[MESSAGE].length(), LONGEST);
        while (end > FIELDS.length(MESSAGE) && text[end - 1] == '\n') {
            end--;
        }
        int from = FIELDS.length(MESSAGE);
        for (int i = from; i < end; i++) {
            if (text[i] == '\n') {
                out.write(text, from, i + 1 - from);
                from = i + 1;
                for (int blank = 0; blank < indent; blank++) {
                    out.write(' ');
                }
            }
        }
        out.write(text, from, end - from);
    }

    /** When an entry was received, by the clock on the wall; its offset is {@link #offset}. */
    LocalDateTime time(Entry entry) {
        turnTo(entry.realtime());
        return time.plusNanos(Math.floorMod(entry.realtime(), 1_000_000L) * 1000);
    }

    /** The offset of the entry that {@link #time} was asked of. */
    ZoneOffset offset() {
        return offset;
    }

    /** Entries come many to a second, so a second is put into words once. */
    private void turnTo(long realtime) {
        long now = Math.floorDiv(realtime, 1_000_000L);
        if (now != second) {
            second = now;
            Instant instant = Instant.ofEpochSecond(Math.clamp(now, 0, MOST));
            offset = zone.getRules().getOffset(instant);
            time = LocalDateTime.ofInstant(instant, offset);
            stamp = bytes(SECOND.format(time) + ".");
            behind = bytes(OFFSET.format(offset));
        }
    }
}
