package astray.journal;

import astray.codec.Payload;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The entry a journal stands at: a view that is pointed at the next one by {@link Journal#next}. */
public final class Entry {
    private @Nullable OpenFile at;
    private static final int OTHERS = 10;

    private final Payload unpacked = new Payload();

    /** The name that was read last, and data that do not have it: most of them come again in the next entry. */
    private @Nullable String sought;

    private byte[] prefix = {};
    private final long[] others = new long[1 << OTHERS];

    Entry() {}

    void at(@Nullable OpenFile file) {
        at = file;
    }

    /** Whether there is an entry. */
    public boolean exists() {
        return at != null;
    }

    OpenFile present() {
        if (at == null) {
            throw new IllegalStateException("no entry");
        }
        return at;
    }

    /** When it was received, in microseconds since 1970. */
    public long realtime() {
        return present().realtime;
    }

    /** When it was received, in microseconds since its boot. */
    public long monotonic() {
        return present().monotonic;
    }

    /** The first half of its boot's id. */
    public long bootHigh() {
        return present().bootHigh;
    }

    /** The other half. */
    public long bootLow() {
        return present().bootLow;
    }

    /** Its boot. */
    public Id128 bootId() {
        return new Id128(bootHigh(), bootLow());
    }

    /** Its number. */
    public long seqnum() {
        return present().seqnum;
    }

    /** Whose numbers these are. */
    public Id128 seqnumId() {
        return present().file.seqnumId();
    }

    /** The hash of its content. */
    public long hash() {
        return present().hash;
    }

    /** Its name, as {@link Cursor} reads it. */
    public String cursor() {
        return "s=" + seqnumId() + ";i=" + Long.toHexString(seqnum()) + ";b=" + bootId() + ";m="
                + Long.toHexString(monotonic()) + ";t=" + Long.toHexString(realtime()) + ";x="
                + Long.toHexString(hash());
    }

    /** What stands for the file it is from: data numbers are that file's. */
    public int source() {
        return present().number;
    }

    /** The path of the file it is from, as it was given. */
    public String path() {
        return present().file.path();
    }

    /** How many fields it has; a damaged one counts too. */
    public int fields() {
        OpenFile file = present();
        return file.file.itemCount(file.length);
    }

    /** The number of a field's data within the file; fields with the same content share it. */
    public long data(int index) {
        return present().item(index);
    }

    /** A data that is compressed, in a place that the next one takes. */
    Payload unpack(long data) throws Damage {
        present().file.payload(data, unpacked);
        return unpacked;
    }

    /** How many entries share a data; 1 when it cannot be told. */
    public long uses(long data) {
        try {
            JournalFile file = present().file;
            file.object(Layout.DATA, data);
            return file.longAt(data + Layout.DATA_N_ENTRIES);
        } catch (Damage e) {
            return 1;
        }
    }

    /**
     * Reads a data.
     *
     * @return whether it can be read; a damaged one, or one of more than 64 MB, cannot
     */
    public boolean read(long data, Payload into) {
        try {
            present().file.payload(data, into);
            return true;
        } catch (Damage e) {
            return false;
        }
    }

    /**
     * Reads the first field of a name.
     *
     * @return whether it has one that can be read
     */
    public boolean read(String name, Payload into) {
        OpenFile file = present();
        if (!name.equals(sought)) {
            sought = name;
            prefix = (name + "=").getBytes(StandardCharsets.ISO_8859_1);
            java.util.Arrays.fill(others, 0);
        }
        int count = file.file.itemCount(file.length);
        // Offsets are below 2^48 by far, so that a file's number fits above them.
        long source = (file.number + 1L) << 48;
        for (int i = 0; i < count; i++) {
            long data = file.item(i);
            int slot = (int) (data * 0x9e3779b97f4a7c15L >>> 64 - OTHERS);
            if (others[slot] == (source | data)) {
                continue;
            }
            if (read(file.file, data, into)) {
                return true;
            }
            others[slot] = source | data;
        }
        return false;
    }

    private boolean read(JournalFile file, long data, Payload into) {
        try {
            long length = file.object(Layout.DATA, data) - file.payloadOffset();
            int method = file.compression(data);
            if (method == 0) {
                if (length < prefix.length || !file.startsWith(data + file.payloadOffset(), prefix, prefix.length)) {
                    return false;
                }
                file.payload(data, length, 0, into);
                return true;
            }
            file.payload(data, length, method, into);
            return into.length() >= prefix.length
                    && java.util.Arrays.equals(into.array(), 0, prefix.length, prefix, 0, prefix.length);
        } catch (Damage e) {
            return false;
        }
    }
}
