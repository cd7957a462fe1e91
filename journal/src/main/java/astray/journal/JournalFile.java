package astray.journal;

import astray.codec.Corrupt;
import astray.codec.Decompressor;
import astray.codec.Payload;
import astray.journal.JournalException.Reason;
import astray.journal.hash.Jenkins;
import astray.journal.hash.SipHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * One journal file. It may be written meanwhile: counts are read again each time. Nothing in it is believed: each object's
 * place, type and size are looked at before it is used, and every chain must lead in one direction, so that no loop can
 * hold a reader.
 */
final class JournalFile extends Mapping {
    /** The longest field that is read, in bytes; systemd itself writes none above 768 MB, and hardly any above 1 MB. */
    static final int LONGEST_FIELD = 64 << 20;

    /** What is not given back when a long field was read. */
    private static final int KEPT = 1 << 20;

    /** What a decompressor may read beyond the end. */
    private static final int SLACK = 8;

    private final String path;
    private final Object key;
    private final boolean compact;
    private final boolean keyed;
    private final long headerSize;
    private final Id128 seqnumId;
    private final long key0;
    private final long key1;
    private final Payload packed = new Payload();
    private @Nullable Decompressor decompressor;

    private JournalFile(String path, Object key, FileChannel channel) throws IOException {
        super(channel);
        this.path = path;
        this.key = key;
        try {
            if (size() < Layout.HEADER_SIZE_MIN) {
                throw new JournalException(path, Reason.TRUNCATED, size() + " bytes");
            }
            headerSize = longAt(Layout.HEADER_SIZE);
            verify();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        int flags = intAt(Layout.INCOMPATIBLE_FLAGS);
        compact = (flags & Layout.COMPACT) != 0;
        keyed = (flags & Layout.KEYED_HASH) != 0;
        seqnumId = idAt(Layout.SEQNUM_ID);
        key0 = longAt(Layout.FILE_ID);
        key1 = longAt(Layout.FILE_ID + 8);
    }

    /** Opens a file; {@code shown} is its path as it was given. */
    static JournalFile open(String shown, Path path) throws JournalException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new JournalException(shown, attributes.isDirectory() ? Reason.FOLDER : Reason.NOT_A_FILE, "");
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                Object key = attributes.fileKey();
                return new JournalFile(shown, key == null ? shown : key, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (JournalException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new JournalException(shown, Reason.MISSING, "");
        } catch (AccessDeniedException e) {
            throw new JournalException(shown, Reason.FORBIDDEN, "");
        } catch (FileSystemException e) {
            throw new JournalException(shown, Reason.UNREADABLE, String.valueOf(e.getReason()));
        } catch (IOException e) {
            throw new JournalException(shown, Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private void verify() throws JournalException {
        if (longAt(0) != Layout.SIGNATURE) {
            throw new JournalException(path, Reason.DAMAGED, "no journal");
        }
        int unknown = intAt(Layout.INCOMPATIBLE_FLAGS) & ~Layout.KNOWN_INCOMPATIBLE;
        if (unknown != 0) {
            throw new JournalException(
                    path, Reason.UNSUPPORTED, "incompatible flags 0x" + Integer.toHexString(unknown));
        }
        if (state() > Layout.STATE_ARCHIVED) {
            throw new JournalException(path, Reason.DAMAGED, "state " + state());
        }
        if (headerSize < Layout.HEADER_SIZE_MIN || headerSize > size()) {
            throw new JournalException(path, Reason.DAMAGED, "header of " + headerSize + " bytes");
        }
        if (isSealed() && !has(Layout.N_ENTRY_ARRAYS)) {
            throw new JournalException(path, Reason.DAMAGED, "sealed, with an old header");
        }
        long arenaSize = longAt(Layout.ARENA_SIZE);
        if (arenaSize < 0 || arenaSize > size() - headerSize) {
            throw new JournalException(path, Reason.TRUNCATED, "arena of " + arenaSize + " bytes");
        }
        long tail = longAt(Layout.TAIL_OBJECT_OFFSET);
        long tables = longAt(Layout.DATA_HASH_TABLE_OFFSET)
                | longAt(Layout.FIELD_HASH_TABLE_OFFSET)
                | longAt(Layout.ENTRY_ARRAY_OFFSET);
        if (tail < 0 || tail > headerSize + arenaSize || ((tail | tables) & 7) != 0) {
            throw new JournalException(path, Reason.TRUNCATED, "offsets beyond the end");
        }
    }

    /** The path as it was given. */
    String path() {
        return path;
    }

    /** What tells it from every other file, whatever its name. */
    Object key() {
        return key;
    }

    boolean isCompact() {
        return compact;
    }

    boolean isKeyed() {
        return keyed;
    }

    boolean isSealed() {
        return (intAt(Layout.COMPATIBLE_FLAGS) & Layout.SEALED) != 0;
    }

    int state() {
        return octetAt(Layout.STATE);
    }

    long headerSize() {
        return headerSize;
    }

    /** Whose sequence numbers these are. */
    Id128 seqnumId() {
        return seqnumId;
    }

    long entries() {
        return longAt(Layout.N_ENTRIES);
    }

    /** How many data objects there are; changes when one is added. */
    long dataCount() {
        return has(Layout.N_DATA) ? longAt(Layout.N_DATA) : longAt(Layout.N_OBJECTS);
    }

    /** Whether the header reaches far enough to have a number at an offset. */
    boolean has(int offset) {
        return offset + 8 <= headerSize;
    }

    /**
     * Looks at an object before it is used.
     *
     * @param type what it must be; 0 for anything
     * @return its size in bytes; all of it is mapped
     */
    long object(int type, long offset) throws Damage {
        place(offset);
        return sized(type, offset, octetAt(offset), longAt(offset + Layout.OBJECT_SIZE));
    }

    /**
     * Looks at an object as {@link #object(int, long)} does, and copies its beginning, since an array is read much sooner.
     *
     * @param most how many bytes are copied at most; no more than the object has are to be used
     */
    long object(int type, long offset, byte[] into, int most) throws Damage {
        place(offset);
        long before = size();
        copy(offset, into, (int) Math.min(most, before - offset));
        long length = sized(type, offset, into[0], word(into, Layout.OBJECT_SIZE));
        if (size() != before) {
            copy(offset, into, (int) Math.min(most, length));
        }
        return length;
    }

    private void place(long offset) throws Damage {
        if ((offset & 7) != 0
                || offset < headerSize
                || offset > size() - Layout.OBJECT_HEADER && !grown(offset + Layout.OBJECT_HEADER)) {
            throw new Damage("nothing that could be an object", offset);
        }
    }

    private long sized(int type, long offset, int found, long length) throws Damage {
        if (type != 0 ? found != type : found < Layout.DATA || found > Layout.TAG) {
            throw new Damage("an object of another type", offset);
        }
        if (length < smallest(found) || length > size() - offset && !grown(offset + length)) {
            throw new Damage("an object of an impossible size", offset);
        }
        return length;
    }

    private int smallest(int type) {
        return switch (type) {
            case Layout.DATA -> payloadOffset() + 1;
            case Layout.FIELD -> Layout.FIELD_PAYLOAD + 1;
            case Layout.ENTRY -> Layout.ENTRY_ITEMS + itemSize();
            case Layout.ENTRY_ARRAY -> Layout.ENTRY_ARRAY_ITEMS + arrayItemSize();
            case Layout.DATA_HASH_TABLE, Layout.FIELD_HASH_TABLE -> Layout.OBJECT_HEADER + Layout.HASH_ITEM;
            default -> Layout.OBJECT_HEADER;
        };
    }

    int payloadOffset() {
        return compact ? Layout.DATA_PAYLOAD_COMPACT : Layout.DATA_PAYLOAD;
    }

    int itemSize() {
        return compact ? Layout.ENTRY_ITEM_COMPACT : Layout.ENTRY_ITEM;
    }

    int arrayItemSize() {
        return compact ? Integer.BYTES : Long.BYTES;
    }

    /** How many items an entry of a length has. */
    int itemCount(long length) {
        return (int) Math.min((length - Layout.ENTRY_ITEMS) / itemSize(), Integer.MAX_VALUE);
    }

    /** Where the data of an entry's item is. */
    long item(long entry, int index) {
        return compact
                ? intAt(entry + Layout.ENTRY_ITEMS + 4L * index) & 0xffffffffL
                : longAt(entry + Layout.ENTRY_ITEMS + 16L * index);
    }

    /** The compression of an object: one of {@link Decompressor}'s methods, 0 for none. */
    int compression(long data) {
        return octetAt(data + Layout.OBJECT_FLAGS) & Layout.COMPRESSED;
    }

    /** Reads a data object's payload, {@code FIELD=value}, unpacked. */
    void payload(long data, Payload into) throws Damage {
        payload(data, object(Layout.DATA, data) - payloadOffset(), compression(data), into);
    }

    /** Reads the payload of a data object that was looked at: its length as it is stored, and its compression. */
    void payload(long data, long length, int method, Payload into) throws Damage {
        if (length > LONGEST_FIELD) {
            throw new Damage("a field of " + length + " bytes", data);
        }
        into.shrink(KEPT);
        if (method == 0) {
            into.resize((int) length);
            copy(data + payloadOffset(), into.array(), (int) length);
            return;
        }
        packed.shrink(KEPT);
        packed.resize((int) length + SLACK);
        copy(data + payloadOffset(), packed.array(), (int) length);
        if (decompressor == null) {
            decompressor = new Decompressor();
        }
        try {
            decompressor.decode(method, packed.array(), (int) length, into, LONGEST_FIELD);
        } catch (Corrupt e) {
            throw new Damage(String.valueOf(e.getMessage()), data);
        }
        if (into.length() == 0) {
            throw new Damage("an empty field", data);
        }
    }

    /** The hash of a payload as this file has it. */
    long hash(byte[] bytes, int length) {
        return keyed ? SipHash.hash(bytes, length, key0, key1) : Jenkins.hash(bytes, length);
    }

    /** Looks a data object up by its payload; 0 when there is none. */
    long findData(byte[] bytes, int length) throws Damage {
        Payload unpacked = null;
        long hash = hash(bytes, length);
        long at = bucket(Layout.DATA_HASH_TABLE_OFFSET, Layout.DATA_HASH_TABLE_SIZE, hash);
        while (at != 0) {
            long stored = object(Layout.DATA, at) - payloadOffset();
            if (longAt(at + Layout.HASH) == hash) {
                if (compression(at) != 0) {
                    unpacked = unpacked == null ? new Payload() : unpacked;
                    payload(at, unpacked);
                    if (unpacked.length() == length
                            && java.util.Arrays.equals(unpacked.array(), 0, length, bytes, 0, length)) {
                        return at;
                    }
                } else if (stored == length && startsWith(at + payloadOffset(), bytes, length)) {
                    return at;
                }
            }
            at = forward(at, longAt(at + Layout.NEXT_HASH_OFFSET));
        }
        return 0;
    }

    /** Looks a field object up by its name; 0 when there is none. */
    long findField(String name) throws Damage {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        long hash = hash(bytes, bytes.length);
        long at = bucket(Layout.FIELD_HASH_TABLE_OFFSET, Layout.FIELD_HASH_TABLE_SIZE, hash);
        while (at != 0) {
            long stored = object(Layout.FIELD, at) - Layout.FIELD_PAYLOAD;
            if (longAt(at + Layout.HASH) == hash
                    && stored == bytes.length
                    && startsWith(at + Layout.FIELD_PAYLOAD, bytes, bytes.length)) {
                return at;
            }
            at = forward(at, longAt(at + Layout.NEXT_HASH_OFFSET));
        }
        return 0;
    }

    /** The number of buckets of a hash table; its offset and size stand in the header at these places. */
    long buckets(int offsetPlace, int sizePlace) throws Damage {
        long table = longAt(offsetPlace);
        long length = longAt(sizePlace);
        if (table == 0 || length == 0) {
            return 0;
        }
        if (table < headerSize || length < 0 || length > size() - table) {
            throw new Damage("a hash table beyond the end", table);
        }
        return length / Layout.HASH_ITEM;
    }

    private long bucket(int offsetPlace, int sizePlace, long hash) throws Damage {
        long buckets = buckets(offsetPlace, sizePlace);
        if (buckets == 0) {
            return 0;
        }
        return longAt(longAt(offsetPlace) + Layout.HASH_ITEM * Long.remainderUnsigned(hash, buckets));
    }

    /** The next object of a chain whose offsets must grow. */
    static long forward(long at, long next) throws Damage {
        if (next != 0 && Long.compareUnsigned(next, at) <= 0) {
            throw new Damage("a chain that leads back", at);
        }
        return next;
    }

    /** The next data object of a field, an older one; 0 behind the last. */
    long nextOfField(long data) throws Damage {
        long next = longAt(data + Layout.DATA_NEXT_FIELD_OFFSET);
        if (Long.compareUnsigned(next, data) >= 0) {
            throw new Damage("a chain of data that leads back", data);
        }
        return next;
    }
}
