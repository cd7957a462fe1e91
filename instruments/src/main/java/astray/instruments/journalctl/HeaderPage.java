package astray.instruments.journalctl;

import astray.instruments.Output;
import astray.instruments.time.SystemdTime;
import astray.instruments.time.Zone;
import astray.journal.Header;

/** What {@code --header} prints of a file. */
final class HeaderPage {
    private static final int HASH_ITEM = 16;
    private static final int PRESENT_HEADER = 264;
    private static final int DEEP_CHAIN = 100;
    private static final String[] STATES = {"OFFLINE", "ONLINE", "ARCHIVED"};
    private static final String[] INCOMPATIBLE = {
        "COMPRESSED-XZ", "COMPRESSED-LZ4", "KEYED-HASH", "COMPRESSED-ZSTD", "COMPACT"
    };

    /** In which order they are printed. */
    private static final int[] ORDER = {0, 1, 3, 2, 4};

    private HeaderPage() {}

    static void print(Header header, Zone zone, long diskUsage, Output out) {
        out.text("File path: ").text(header.path());
        out.text("\nFile ID: ").text(header.file().toString());
        out.text("\nMachine ID: ").text(header.machine().toString());
        out.text("\nBoot ID: ").text(header.boot().toString());
        out.text("\nSequential number ID: ").text(header.seqnum().toString());
        out.text("\nState: ").text(header.state() < STATES.length ? STATES[header.state()] : "UNKNOWN");
        out.text("\nCompatible flags:").text((header.compatibleFlags() & 1) != 0 ? " SEALED" : "");
        out.text((header.compatibleFlags() & ~1) != 0 ? " ???" : "");
        out.text("\nIncompatible flags:");
        for (int flag : ORDER) {
            if ((header.incompatibleFlags() & 1 << flag) != 0) {
                out.put(' ').text(INCOMPATIBLE[flag]);
            }
        }
        line(out, "Header size", header.headerSize());
        line(out, "Arena size", header.arenaSize());
        long dataSlots = header.dataHashTableSize() / HASH_ITEM;
        long fieldSlots = header.fieldHashTableSize() / HASH_ITEM;
        line(out, "Data hash table size", dataSlots);
        line(out, "Field hash table size", fieldSlots);
        out.text("\nRotate suggested: ").text(isFull(header, dataSlots, fieldSlots) ? "yes" : "no");
        number(out, "Head sequential number", header.headSeqnum());
        number(out, "Tail sequential number", header.tailSeqnum());
        time(out, "Head realtime timestamp", header.headRealtime(), zone);
        time(out, "Tail realtime timestamp", header.tailRealtime(), zone);
        out.text("\nTail monotonic timestamp: ").text(SystemdTime.span(header.tailMonotonic(), 1000));
        out.text(" (").hexadecimal(header.tailMonotonic()).put(')');
        line(out, "Objects", header.objects());
        line(out, "Entry objects", header.entries());
        fill(out, "Data", header.data(), dataSlots);
        fill(out, "Field", header.fields(), fieldSlots);
        optional(out, "Tag objects", header.tags());
        optional(out, "Entry array objects", header.entryArrays());
        optional(out, "Deepest field hash chain", header.fieldChain());
        optional(out, "Deepest data hash chain", header.dataChain());
        out.text("\nDisk usage: ").text(ByteCount.text(diskUsage)).put('\n');
    }

    private static void line(Output out, String name, long value) {
        out.put('\n').text(name).text(": ").text(Long.toUnsignedString(value));
    }

    private static void optional(Output out, String name, long value) {
        if (value >= 0) {
            line(out, name, value);
        }
    }

    private static void number(Output out, String name, long value) {
        line(out, name, value);
        out.text(" (").hexadecimal(value).put(')');
    }

    private static void time(Output out, String name, long micros, Zone zone) {
        String shown = SystemdTime.text(micros, zone, false);
        out.put('\n').text(name).text(": ").text(shown == null ? "n/a" : shown);
        out.text(" (").hexadecimal(micros).put(')');
    }

    private static void fill(Output out, String name, long count, long slots) {
        if (count >= 0) {
            line(out, name + " objects", count);
            double percent = 100.0 * count / slots;
            out.put('\n').text(name).text(" hash table fill: ");
            out.text(slots == 0 ? "nan" : String.format(java.util.Locale.ROOT, "%.1f", percent))
                    .put('%');
        }
    }

    /** Whether a journal would begin a new file: an old header, tables that are nearly full, long chains. */
    private static boolean isFull(Header header, long dataSlots, long fieldSlots) {
        return header.headerSize() < PRESENT_HEADER
                || header.data() * 4 > dataSlots * 3
                || header.fields() * 4 > fieldSlots * 3
                || header.dataChain() > DEEP_CHAIN
                || header.fieldChain() > DEEP_CHAIN
                || header.data() > 0 && header.fields() == 0;
    }
}
