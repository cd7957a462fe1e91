package astray.journal;

/**
 * What the header of a file says. A number that an old header does not have is -1.
 *
 * @param path the path as it was given
 * @param file the file's id
 * @param machine the machine's id
 * @param boot the boot in which it was written last
 * @param seqnum whose sequence numbers it has
 * @param state 0 offline, 1 online, 2 archived
 * @param compatibleFlags the flags a reader may not know
 * @param incompatibleFlags the flags a reader must know
 * @param headerSize bytes
 * @param arenaSize bytes behind the header
 * @param dataHashTableSize bytes
 * @param fieldHashTableSize bytes
 * @param headSeqnum the first entry's number
 * @param tailSeqnum the last entry's
 * @param headRealtime the first entry's time, in microseconds since 1970
 * @param tailRealtime the last entry's
 * @param tailMonotonic the last entry's, in microseconds since its boot
 * @param objects how many objects there are
 * @param entries entries
 * @param data data objects
 * @param fields fields
 * @param tags seals
 * @param entryArrays arrays of entries
 * @param dataChain the longest chain of the data hash table
 * @param fieldChain the longest of the field hash table
 */
public record Header(
        String path,
        Id128 file,
        Id128 machine,
        Id128 boot,
        Id128 seqnum,
        int state,
        int compatibleFlags,
        int incompatibleFlags,
        long headerSize,
        long arenaSize,
        long dataHashTableSize,
        long fieldHashTableSize,
        long headSeqnum,
        long tailSeqnum,
        long headRealtime,
        long tailRealtime,
        long tailMonotonic,
        long objects,
        long entries,
        long data,
        long fields,
        long tags,
        long entryArrays,
        long dataChain,
        long fieldChain) {

    static Header of(JournalFile file) {
        return new Header(
                file.path(),
                file.idAt(Layout.FILE_ID),
                file.idAt(Layout.MACHINE_ID),
                file.idAt(Layout.BOOT_ID),
                file.seqnumId(),
                file.state(),
                file.intAt(Layout.COMPATIBLE_FLAGS),
                file.intAt(Layout.INCOMPATIBLE_FLAGS),
                file.headerSize(),
                file.longAt(Layout.ARENA_SIZE),
                file.longAt(Layout.DATA_HASH_TABLE_SIZE),
                file.longAt(Layout.FIELD_HASH_TABLE_SIZE),
                file.longAt(Layout.HEAD_ENTRY_SEQNUM),
                file.longAt(Layout.TAIL_ENTRY_SEQNUM),
                file.longAt(Layout.HEAD_ENTRY_REALTIME),
                file.longAt(Layout.TAIL_ENTRY_REALTIME),
                file.longAt(Layout.TAIL_ENTRY_MONOTONIC),
                file.longAt(Layout.N_OBJECTS),
                file.longAt(Layout.N_ENTRIES),
                optional(file, Layout.N_DATA),
                optional(file, Layout.N_FIELDS),
                optional(file, Layout.N_TAGS),
                optional(file, Layout.N_ENTRY_ARRAYS),
                optional(file, Layout.DATA_HASH_CHAIN_DEPTH),
                optional(file, Layout.FIELD_HASH_CHAIN_DEPTH));
    }

    private static long optional(JournalFile file, int offset) {
        return file.has(offset) ? file.longAt(offset) : -1;
    }
}
