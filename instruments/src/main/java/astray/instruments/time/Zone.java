package astray.instruments.time;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A time zone as the C library has it: tzset(3)'s variable, the files of tzfile(5) (RFC 9636), and the abbreviations in
 * them, which the JDK's own zones lack.
 */
public final class Zone {
    /** Coordinated Universal Time. */
    public static final Zone UTC = new Zone(new long[0], new int[0], new int[] {0}, new String[] {"UTC"}, null);

    private static final String FOLDER = "/usr/share/zoneinfo/";
    private static final String LOCAL = "/etc/localtime";
    private static final int MOST_BYTES = 1 << 20;
    private static final int HEADER = 44;
    private static final int TYPE = 6;
    private static final int YEAR = 366 * 86_400;

    private final long[] changes;
    private final int[] typeOf;
    private final int[] offsets;
    private final String[] names;
    private final @Nullable ZoneRule rule;

    private long from = 1;
    private long to;
    private int offset;
    private String name = "";

    private Zone(long[] changes, int[] typeOf, int[] offsets, String[] names, @Nullable ZoneRule rule) {
        this.changes = changes;
        this.typeOf = typeOf;
        this.offsets = offsets;
        this.names = names;
        this.rule = rule;
    }

    /** The zone of the variable TZ; {@code null} when it is not set. */
    public static Zone of(@Nullable String variable) {
        if (variable == null) {
            Zone local = read(Path.of(LOCAL));
            return local == null ? UTC : local;
        }
        String text = variable.startsWith(":") ? variable.substring(1) : variable;
        if (text.isEmpty()) {
            return UTC;
        }
        Zone zone = named(text);
        if (zone != null) {
            return zone;
        }
        ZoneRule rule = ZoneRule.parse(text);
        return rule == null ? UTC : new Zone(new long[0], new int[0], new int[] {0}, new String[] {"UTC"}, rule);
    }

    /** The zone of a name as {@code Europe/Berlin}; {@code null} when there is none. */
    public static @Nullable Zone named(String name) {
        try {
            return name.isEmpty() || name.contains("..")
                    ? null
                    : read(Path.of(name.startsWith("/") ? name : FOLDER + name));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable Zone read(Path path) {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                return null;
            }
            return parse(ByteBuffer.wrap(Files.readAllBytes(path)));
        } catch (IOException | RuntimeException e) {
            // No zone file, or one that contradicts itself: as for the C library, there is no such zone.
            return null;
        }
    }

    /** Reads a zone file. */
    static @Nullable Zone parse(ByteBuffer file) {
        if (file.remaining() < HEADER || file.getInt(0) != 0x545a6966) {
            return null;
        }
        int version = file.get(4);
        int at = 0;
        int width = Integer.BYTES;
        if (version >= '2') {
            at = end(file, 0, Integer.BYTES);
            width = Long.BYTES;
        }
        int changeCount = file.getInt(at + 32);
        int typeCount = file.getInt(at + 36);
        int charCount = file.getInt(at + 40);
        int end = end(file, at, width);
        int place = at + HEADER;
        long[] changes = new long[changeCount];
        for (int i = 0; i < changeCount; i++) {
            changes[i] = width == Long.BYTES ? file.getLong(place + 8 * i) : file.getInt(place + 4 * i);
        }
        place += changeCount * width;
        int[] typeOf = new int[changeCount];
        for (int i = 0; i < changeCount; i++) {
            typeOf[i] = file.get(place + i) & 0xff;
        }
        place += changeCount;
        int[] offsets = new int[typeCount];
        String[] names = new String[typeCount];
        int chars = place + TYPE * typeCount;
        for (int i = 0; i < typeCount; i++) {
            offsets[i] = file.getInt(place + TYPE * i);
            int start = chars + (file.get(place + TYPE * i + 5) & 0xff);
            int stop = start;
            while (stop < chars + charCount && file.get(stop) != 0) {
                stop++;
            }
            byte[] text = new byte[stop - start];
            file.get(start, text);
            names[i] = new String(text, StandardCharsets.ISO_8859_1);
        }
        for (int type : typeOf) {
            if (type >= typeCount) {
                return null;
            }
        }
        return typeCount == 0 ? null : new Zone(changes, typeOf, offsets, names, footer(file, end));
    }

    private static int end(ByteBuffer file, int at, int width) {
        int flags = file.getInt(at + 20) + file.getInt(at + 24);
        int leaps = file.getInt(at + 28);
        int changes = file.getInt(at + 32);
        int types = file.getInt(at + 36);
        int chars = file.getInt(at + 40);
        if ((flags | leaps | changes | types | chars) < 0 || Math.max(Math.max(leaps, changes), types) > MOST_BYTES) {
            throw new IllegalArgumentException("counts");
        }
        return at + HEADER + changes * (width + 1) + types * TYPE + chars + leaps * (width + 4) + flags;
    }

    private static @Nullable ZoneRule footer(ByteBuffer file, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < file.limit() && file.get(i) != '\n'; i++) {
            text.append((char) (file.get(i) & 0xff));
        }
        return ZoneRule.parse(text.toString());
    }

    /** What must be added to UTC, in seconds, at a number of seconds since 1970. */
    public int offset(long seconds) {
        find(seconds);
        return offset;
    }

    /** The abbreviation of the zone's time then. */
    public String name(long seconds) {
        find(seconds);
        return name;
    }

    /** The calendar there. */
    public Civil civil(long seconds) {
        return Civil.of(seconds + offset(seconds));
    }

    private void find(long seconds) {
        if (seconds >= from && seconds < to) {
            return;
        }
        int last = changes.length - 1;
        if (rule != null && (last < 0 || seconds >= changes[last])) {
            ZoneRule.Period period = rule.at(seconds);
            from = last < 0 ? period.from() : Math.max(period.from(), changes[last]);
            to = period.to();
            offset = period.offset();
            name = period.name();
            return;
        }
        int low = 0;
        int high = changes.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (changes[middle] <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int type = low == 0 ? 0 : typeOf[low - 1];
        from = low == 0 ? Long.MIN_VALUE : changes[low - 1];
        to = low == changes.length ? Long.MAX_VALUE : changes[low];
        offset = offsets[type];
        name = names[type];
    }

    /** Seconds since 1970 of a time on this zone's calendar, as mktime(3) finds them; parts may be out of range. */
    public long seconds(Civil local) {
        long plain = local.seconds();
        // The offset in force before and after any change near by; where a time is twice, the first is meant.
        int before = offset(plain - 86_400);
        int after = offset(plain + 86_400);
        if (before == after) {
            int here = offset(plain - before);
            return here == before ? plain - before : plain - (offset(plain - here) == here ? here : before);
        }
        long first = plain - Math.max(before, after);
        if (first + offset(first) == plain) {
            return first;
        }
        long second = plain - Math.min(before, after);
        return second + offset(second) == plain ? second : plain - before;
    }

    /** Whether an abbreviation is this zone's at some time within a year. */
    public boolean uses(String abbreviation, long around) {
        for (long step = -YEAR; step <= YEAR; step += YEAR / 6) {
            if (name(around + step).equals(abbreviation)) {
                return true;
            }
        }
        return false;
    }
}
