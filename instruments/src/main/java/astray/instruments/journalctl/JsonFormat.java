package astray.instruments.journalctl;

import astray.instruments.Output;
import astray.journal.Entry;
import astray.journal.data.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as a JSON object (RFC 8259), in one of the four ways of separating objects. */
final class JsonFormat implements Format {
    /** A field that is longer with its name is null. */
    private static final int LONG = 4096;

    /** So many names are told apart by number; hostile journals may have more, whose entries are slower. */
    private static final int MOST_NAMES = 1 << 14;

    /** What was kept of a long entry is let go. */
    private static final int KEPT = 1 << 20;

    /** A name with quotes and what follows it, and in which entry it was seen last. */
    private static final class Name {
        private final byte[] text;
        private final byte[] bytes;
        private long seen;

        Name(byte[] bytes, boolean pretty) {
            this.bytes = bytes;
            text = ("\"" + new String(bytes, StandardCharsets.ISO_8859_1) + (pretty ? "\" : " : "\":"))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** A field of the present entry, or one that was seen in another: its value in a text. */
    private static final class Member {
        private @Nullable Name name;
        private byte[] text = {};
        private int from;
        private int to;
    }

    private final Settings settings;
    private final Output out;
    private final boolean pretty;
    private final Known<Member> known = new Known<>();
    private final Map<Integer, Name> names = new HashMap<>();
    private final Payload payload = new Payload();

    /** The values of the present entry that no other one shares. */
    private final Payload values = new Payload();

    private final JsonText json;
    private long serial;
    private Member[] members = new Member[0];
    private Member[] own = new Member[0];

    JsonFormat(Settings settings, Output out) {
        this.settings = settings;
        this.out = out;
        pretty = settings.mode == Mode.JSON_PRETTY;
        json = new JsonText(values, pretty);
    }

    @Override
    public void print(Entry entry, int from, int to) throws IOException {
        switch (settings.mode) {
            case JSON_SSE -> out.text("data: ");
            case JSON_SEQ -> out.put('\u001e');
            default -> {
                // The object alone.
            }
        }
        out.text(pretty ? "{\n\t\"__CURSOR\" : \"" : "{\"__CURSOR\":\"");
        cursor(entry);
        next("__REALTIME_TIMESTAMP").number(entry.realtime());
        next("__MONOTONIC_TIMESTAMP").number(entry.monotonic());
        next("_BOOT_ID");
        id(entry.bootHigh(), entry.bootLow());
        out.put('"');
        fields(entry);
        if (pretty) {
            out.put('\n');
        }
        out.put('}');
        if (settings.mode == Mode.JSON_SSE) {
            out.put('\n');
        }
        out.line();
    }

    private Output next(String name) {
        out.text(pretty ? "\",\n\t\"" : "\",\"").text(name);
        return out.text(pretty ? "\" : \"" : "\":\"");
    }

    private void cursor(Entry entry) {
        out.text("s=");
        id(entry.seqnumId().high(), entry.seqnumId().low());
        out.text(";i=").hexadecimal(entry.seqnum()).text(";b=");
        id(entry.bootHigh(), entry.bootLow());
        out.text(";m=").hexadecimal(entry.monotonic()).text(";t=").hexadecimal(entry.realtime());
        out.text(";x=").hexadecimal(entry.hash());
    }

    private void id(long high, long low) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            out.put(Character.forDigit((int) (high >>> shift) & 15, 16));
        }
        for (int shift = 60; shift >= 0; shift -= 4) {
            out.put(Character.forDigit((int) (low >>> shift) & 15, 16));
        }
    }

    private void fields(Entry entry) {
        known.turnTo(entry.source());
        serial++;
        values.shrink(KEPT);
        values.clear();
        int count = entry.fields();
        if (members.length < count) {
            members = new Member[count];
            own = new Member[count];
        }
        boolean repeated = false;
        for (int i = 0; i < count; i++) {
            long data = entry.data(i);
            Member member = known.get(data);
            if (member == null) {
                member = load(entry, data, i);
            }
            members[i] = member;
            Name name = member.name;
            if (name != null) {
                repeated |= name.seen == serial;
                name.seen = serial;
            }
        }
        for (int i = 0; i < count; i++) {
            Name name = members[i].name;
            if (name == null || repeated && isBefore(name, i)) {
                continue;
            }
            out.text(pretty ? ",\n\t" : ",").raw(name.text);
            if (repeated && isBehind(name, i, count)) {
                array(name, i, count);
            } else {
                value(members[i]);
            }
        }
        Arrays.fill(members, 0, count, null);
    }

    private void value(Member member) {
        out.raw(member.text.length > 0 ? member.text : values.array(), member.from, member.to - member.from);
    }

    /** Reads a field; one that other entries share is remembered. */
    private Member load(Entry entry, long data, int index) {
        boolean shared = data != 0 && entry.uses(data) > 1;
        Member member = shared ? new Member() : own(index);
        member.name = null;
        member.from = values.length();
        if (entry.read(data, payload) && !FieldName.isBoot(payload)) {
            int end = FieldName.end(payload);
            if (end > 0
                    && (settings.outputFields == null
                            || settings.outputFields.contains(FieldName.text(payload, end)))) {
                member.name = name(payload, end);
                if (!settings.all && payload.length() >= LONG) {
                    json.nothing();
                } else {
                    json.value(payload.array(), end + 1, payload.length(), 1);
                }
            }
        }
        member.to = values.length();
        if (shared) {
            member.text = Arrays.copyOfRange(values.array(), member.from, member.to);
            member.to -= member.from;
            member.from = 0;
            if (member.to < LONG) {
                known.put(data, member);
            }
        }
        return member;
    }

    private Member own(int index) {
        if (own[index] == null) {
            own[index] = new Member();
        }
        return own[index];
    }

    private Name name(Payload field, int end) {
        int hash = 0;
        for (int i = 0; i < end; i++) {
            hash = 31 * hash + field.array()[i];
        }
        // Names that share a hash take the next free one.
        while (true) {
            Name name = names.get(hash);
            if (name == null) {
                if (names.size() >= MOST_NAMES) {
                    names.clear();
                }
                name = new Name(Arrays.copyOf(field.array(), end), pretty);
                names.put(hash, name);
                return name;
            }
            if (name.bytes.length == end && Arrays.equals(name.bytes, 0, end, field.array(), 0, end)) {
                return name;
            }
            hash++;
        }
    }

    private static boolean same(@Nullable Name a, Name b) {
        return a != null && (a == b || Arrays.equals(a.bytes, b.bytes));
    }

    private boolean isBefore(Name name, int index) {
        for (int i = 0; i < index; i++) {
            if (same(members[i].name, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBehind(Name name, int index, int count) {
        for (int i = index + 1; i < count; i++) {
            if (same(members[i].name, name)) {
                return true;
            }
        }
        return false;
    }

    private void array(Name name, int first, int count) {
        out.put('[');
        boolean more = false;
        for (int i = first; i < count; i++) {
            if (same(members[i].name, name)) {
                if (more) {
                    out.put(',');
                }
                if (pretty) {
                    out.text("\n\t\t");
                }
                value(members[i]);
                more = true;
            }
        }
        out.text(pretty ? "\n\t]" : "]");
    }
}
