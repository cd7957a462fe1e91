package astray.instruments.journalctl;

import astray.codec.Payload;
import astray.instruments.Output;
import astray.journal.Entry;
import astray.journal.Id128;
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

    /** What every entry has. */
    private static final String[] FIRST = {"__CURSOR", "__REALTIME_TIMESTAMP", "__MONOTONIC_TIMESTAMP", "_BOOT_ID"};

    /** A member that is longer is made anew each time. */
    private static final int KNOWN = 1024;

    /** So many names are told apart by number; hostile journals may have more, whose entries are slower. */
    private static final int MOST_NAMES = 1 << 14;

    /** What was kept of a long entry is let go. */
    private static final int KEPT = 1 << 20;

    /** A name between what stands before and behind it, and in which entry it was seen last. */
    private static final class Name {
        private final byte[] text;
        private final byte[] bytes;
        private long seen;
        private int last;

        Name(byte[] bytes, boolean pretty, boolean colours) {
            this.bytes = bytes;
            String name = JsonText.quoted(new String(bytes, StandardCharsets.ISO_8859_1), colours);
            text = ((pretty ? ",\n\t" : ",") + name + (pretty ? " : " : ":")).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** A field of the present entry, or one that was seen in another: its name and value in a text. */
    private static final class Member {
        private @Nullable Name name;
        private byte[] text = {};
        private int from;
        private int value;
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

    private final boolean colours;
    private final JsonText json;

    /** What stands before each of the values that every entry has, the end of the one before it too. */
    private final byte[][] named;

    /** What the last of these ends with. */
    private final byte[] closing;

    private final Digits source = new Digits();
    private final Digits boot = new Digits();
    private long serial;
    private Member[] members = new Member[0];
    private Member[] own = new Member[0];

    /** Where the next field of the same name stands; 0 for none. */
    private int[] follower = new int[0];

    /** Whether one of the same name stands before. */
    private boolean[] repeats = new boolean[0];

    JsonFormat(Settings settings, Output out, boolean colours) {
        this.settings = settings;
        this.out = out;
        pretty = settings.mode == Mode.JSON_PRETTY;
        this.colours = colours;
        json = new JsonText(values, pretty, colours);
        String opening = JsonText.opening(colours);
        closing = bytes(JsonText.closing(colours));
        named = new byte[FIRST.length][];
        for (int i = 0; i < FIRST.length; i++) {
            String before = (i == 0 ? "{" : JsonText.closing(colours) + ",") + (pretty ? "\n\t" : "");
            named[i] = bytes(before + JsonText.quoted(FIRST[i], colours) + (pretty ? " : " : ":") + opening);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
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
        out.raw(named[0]);
        cursor(entry);
        out.raw(named[1]).number(entry.realtime());
        out.raw(named[2]).number(entry.monotonic());
        out.raw(named[3]).raw(boot.digits(entry.bootHigh(), entry.bootLow()));
        out.raw(closing);
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

    private void cursor(Entry entry) {
        out.text("s=")
                .raw(source.digits(entry.seqnumId().high(), entry.seqnumId().low()));
        out.text(";i=").hexadecimal(entry.seqnum()).text(";b=");
        out.raw(boot.digits(entry.bootHigh(), entry.bootLow()));
        out.text(";m=").hexadecimal(entry.monotonic()).text(";t=").hexadecimal(entry.realtime());
        out.text(";x=").hexadecimal(entry.hash());
    }

    /** An id's digits: it is nearly always that of the entry before. */
    private static final class Digits {
        private long high;
        private long low;
        private byte[] text = Id128.NULL.toString().getBytes(StandardCharsets.ISO_8859_1);

        byte[] digits(long idHigh, long idLow) {
            if (idHigh != high || idLow != low) {
                high = idHigh;
                low = idLow;
                text = new Id128(idHigh, idLow).toString().getBytes(StandardCharsets.ISO_8859_1);
            }
            return text;
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
            follower = new int[count];
            repeats = new boolean[count];
        }
        for (int i = 0; i < count; i++) {
            long data = entry.data(i);
            Member member = known.get(data);
            if (member == null) {
                member = load(entry, data, i);
            }
            members[i] = member;
            Name name = member.name;
            follower[i] = 0;
            repeats[i] = false;
            if (name != null) {
                if (name.seen == serial) {
                    follower[name.last] = i;
                    repeats[i] = true;
                }
                name.seen = serial;
                name.last = i;
            }
        }
        for (int i = 0; i < count; i++) {
            Name name = members[i].name;
            if (name == null || repeats[i]) {
                continue;
            }
            Member member = members[i];
            if (follower[i] > 0) {
                out.raw(name.text);
                array(i);
            } else {
                part(member, member.from);
            }
        }
        Arrays.fill(members, 0, count, null);
    }

    private void part(Member member, int from) {
        out.raw(member.text.length > 0 ? member.text : values.array(), from, member.to - from);
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
                Name name = name(payload, end);
                member.name = name;
                json.raw(name.text, 0, name.text.length);
                member.value = values.length();
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
            member.value -= member.from;
            member.to -= member.from;
            member.from = 0;
            if (member.to < KNOWN) {
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
                name = new Name(Arrays.copyOf(field.array(), end), pretty, colours);
                names.put(hash, name);
                return name;
            }
            if (name.bytes.length == end && Arrays.equals(name.bytes, 0, end, field.array(), 0, end)) {
                return name;
            }
            hash++;
        }
    }

    private void array(int first) {
        out.put('[');
        int at = first;
        while (true) {
            if (pretty) {
                out.text("\n\t\t");
            }
            part(members[at], members[at].value);
            at = follower[at];
            if (at == 0) {
                break;
            }
            out.put(',');
        }
        out.text(pretty ? "\n\t]" : "]");
    }
}
