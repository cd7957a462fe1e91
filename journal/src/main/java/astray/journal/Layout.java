package astray.journal;

/**
 * Where things are in a journal file: offsets in bytes, all numbers little-endian (systemd's journal-def.h and
 * JOURNAL_FILE_FORMAT).
 */
final class Layout {
    /** The signature's eight bytes, "LPKSHHRH", as a little-endian number. */
    static final long SIGNATURE = 0x48524848534b504cL;

    static final int COMPATIBLE_FLAGS = 8;
    static final int INCOMPATIBLE_FLAGS = 12;
    static final int STATE = 16;
    static final int FILE_ID = 24;
    static final int MACHINE_ID = 40;
    static final int BOOT_ID = 56;
    static final int SEQNUM_ID = 72;
    static final int HEADER_SIZE = 88;
    static final int ARENA_SIZE = 96;
    static final int DATA_HASH_TABLE_OFFSET = 104;
    static final int DATA_HASH_TABLE_SIZE = 112;
    static final int FIELD_HASH_TABLE_OFFSET = 120;
    static final int FIELD_HASH_TABLE_SIZE = 128;
    static final int TAIL_OBJECT_OFFSET = 136;
    static final int N_OBJECTS = 144;
    static final int N_ENTRIES = 152;
    static final int TAIL_ENTRY_SEQNUM = 160;
    static final int HEAD_ENTRY_SEQNUM = 168;
    static final int ENTRY_ARRAY_OFFSET = 176;
    static final int HEAD_ENTRY_REALTIME = 184;
    static final int TAIL_ENTRY_REALTIME = 192;
    static final int TAIL_ENTRY_MONOTONIC = 200;
    static final int N_DATA = 208;
    static final int N_FIELDS = 216;
    static final int N_TAGS = 224;
    static final int N_ENTRY_ARRAYS = 232;
    static final int DATA_HASH_CHAIN_DEPTH = 240;
    static final int FIELD_HASH_CHAIN_DEPTH = 248;

    /** The shortest header there ever was. */
    static final int HEADER_SIZE_MIN = 208;

    static final int SEALED = 1;
    static final int KEYED_HASH = 4;
    static final int COMPACT = 16;

    /** XZ, LZ4, keyed hashes, Zstandard, compact. */
    static final int KNOWN_INCOMPATIBLE = 31;

    static final int STATE_ONLINE = 1;
    static final int STATE_ARCHIVED = 2;

    static final int DATA = 1;
    static final int FIELD = 2;
    static final int ENTRY = 3;
    static final int DATA_HASH_TABLE = 4;
    static final int FIELD_HASH_TABLE = 5;
    static final int ENTRY_ARRAY = 6;
    static final int TAG = 7;

    static final int OBJECT_FLAGS = 1;
    static final int OBJECT_SIZE = 8;
    static final int OBJECT_HEADER = 16;

    /** XZ, LZ4 and Zstandard among an object's flags. */
    static final int COMPRESSED = 7;

    static final int HASH = 16;
    static final int NEXT_HASH_OFFSET = 24;

    static final int DATA_NEXT_FIELD_OFFSET = 32;
    static final int DATA_ENTRY_OFFSET = 40;
    static final int DATA_ENTRY_ARRAY_OFFSET = 48;
    static final int DATA_N_ENTRIES = 56;
    static final int DATA_PAYLOAD = 64;
    static final int DATA_PAYLOAD_COMPACT = 72;

    static final int FIELD_HEAD_DATA_OFFSET = 32;
    static final int FIELD_PAYLOAD = 40;

    static final int ENTRY_SEQNUM = 16;
    static final int ENTRY_REALTIME = 24;
    static final int ENTRY_MONOTONIC = 32;
    static final int ENTRY_BOOT_ID = 40;
    static final int ENTRY_XOR_HASH = 56;
    static final int ENTRY_ITEMS = 64;
    static final int ENTRY_ITEM = 16;
    static final int ENTRY_ITEM_COMPACT = 4;

    static final int HASH_ITEM = 16;

    static final int NEXT_ENTRY_ARRAY_OFFSET = 16;
    static final int ENTRY_ARRAY_ITEMS = 24;

    private Layout() {}
}
