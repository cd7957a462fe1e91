package astray.kernel.proc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counters of the network stack, in the file's order. Each has a group and a name: {@code Tcp} and {@code InSegs}. What
 * nstat(8) calls {@code TcpInSegs} is both together.
 */
public final class Counters {
    /** More than any kernel has; a file that goes on is not one. */
    private static final int MOST = 1 << 16;

    /** Takes a counter. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One counter.
         *
         * @param group such as {@code TcpExt}; "" where the file has none
         * @param name such as {@code ListenOverflows}
         * @param value may be negative, as {@code MaxConn} is
         */
        void counter(String group, String name, long value);
    }

    private final List<String> groups = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private long[] values = new long[256];

    private Counters() {}

    private void add(String group, String name, long value) {
        int index = names.size();
        if (index >= MOST || name.isEmpty()) {
            return;
        }
        if (index == values.length) {
            values = Arrays.copyOf(values, index * 2);
        }
        groups.add(group);
        names.add(name);
        values[index] = value;
    }

    /** What reads a file line by line. */
    private interface Reader {
        void read(Counters counters, Lines lines, Fields fields) throws IOException;
    }

    private static Counters parse(byte[] text, Reader reader) {
        Counters counters = new Counters();
        Fields fields = new Fields();
        try {
            reader.read(counters, new Lines(new ByteArrayInputStream(text), fields), fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return counters;
    }

    /** Reads {@code snmp} or {@code netstat}: a line of names, then a line of their values, both behind their group. */
    public static Counters ofTable(byte[] text) {
        return parse(text, (counters, lines, fields) -> {
            List<String> titles = new ArrayList<>();
            while (lines.next()) {
                String group = groupAhead(fields);
                titles.clear();
                while (!fields.atEnd() && titles.size() < MOST) {
                    titles.add(fields.word());
                }
                if (!lines.next() || !group.equals(groupAhead(fields))) {
                    return;
                }
                for (int i = 0; i < titles.size() && !fields.atEnd(); i++) {
                    counters.add(group, titles.get(i), fields.decimal());
                    fields.skip(fields.peek() > ' ' ? 1 : 0);
                }
            }
        });
    }

    private static String groupAhead(Fields fields) {
        String word = fields.word();
        return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
    }

    /** Reads {@code snmp6} or {@code dev_snmp6/DEVICE}: a name and a value on each line; the group is {@code ""}. */
    public static Counters ofLines(byte[] text) {
        return parse(text, (counters, lines, fields) -> {
            while (lines.next()) {
                counters.add("", fields.word(), fields.decimal());
            }
        });
    }

    /** Reads {@code sockstat} or {@code sockstat6}: {@code TCP: inuse 4 orphan 0}, the group in front. */
    public static Counters ofPairs(byte[] text) {
        return parse(text, (counters, lines, fields) -> {
            while (lines.next()) {
                String group = groupAhead(fields);
                while (!fields.atEnd()) {
                    counters.add(group, fields.word(), fields.decimal());
                }
            }
        });
    }

    /**
     * Reads a table below {@code stat}, such as {@code stat/nf_conntrack}: hexadecimal, a line for each processor.
     * Counts are summed up; the first column, a number of entries, is the same on all lines and taken once.
     */
    public static Counters ofProcessors(byte[] text) {
        return parse(text, (counters, lines, fields) -> {
            if (!lines.next()) {
                return;
            }
            while (!fields.atEnd()) {
                counters.add("", fields.word(), 0);
            }
            for (boolean first = true; lines.next(); first = false) {
                for (int i = 0; i < counters.size() && !fields.atEnd(); i++) {
                    long value = fields.hex(16);
                    fields.skip(fields.peek() > ' ' ? 1 : 0);
                    if (i > 0) {
                        counters.values[i] += value;
                    } else if (first) {
                        counters.values[0] = value;
                    }
                }
            }
        });
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }

    /** The group of the one at a place, from 0. */
    public String group(int index) {
        return groups.get(index);
    }

    /** The name of the one at a place, from 0. */
    public String name(int index) {
        return names.get(index);
    }

    /** The value of the one at a place, from 0. */
    public long value(int index) {
        return values[index];
    }

    /** Shows all of them. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < names.size(); i++) {
            visitor.counter(groups.get(i), names.get(i), values[i]);
        }
    }

    /** The value of a counter; {@code null} where there is none of this name. */
    public @Nullable Long value(String group, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name) && groups.get(i).equals(group)) {
                return values[i];
            }
        }
        return null;
    }

    /** The value of a counter by nstat(8)'s name, such as {@code TcpExtListenOverflows}; {@code null} for none. */
    public @Nullable Long value(String name) {
        for (int i = 0; i < names.size(); i++) {
            String group = groups.get(i);
            if (name.length() == group.length() + names.get(i).length()
                    && name.startsWith(group)
                    && name.endsWith(names.get(i))) {
                return values[i];
            }
        }
        return null;
    }
}
