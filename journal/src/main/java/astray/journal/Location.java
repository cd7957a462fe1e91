package astray.journal;

/** A place in the common order of all files: an entry, or where one would be. */
final class Location {
    /** What is known of it. */
    enum Type {
        /** Before the first entry. */
        HEAD,
        /** Behind the last. */
        TAIL,
        /** At an entry that was gone to. */
        ENTRY,
        /** At a place that was sought. */
        SOUGHT
    }

    Type type = Type.HEAD;

    boolean hasSeqnum;
    long seqnum;
    long seqnumIdHigh;
    long seqnumIdLow;

    boolean hasMonotonic;
    long monotonic;
    long bootHigh;
    long bootLow;

    boolean hasRealtime;
    long realtime;

    boolean hasHash;
    long hash;

    void clear(Type to) {
        type = to;
        hasSeqnum = false;
        hasMonotonic = false;
        hasRealtime = false;
        hasHash = false;
    }

    /** Where a time is. */
    void seekRealtime(long micros) {
        clear(Type.SOUGHT);
        hasRealtime = true;
        realtime = micros;
    }

    /** Where a cursor's entry is or would be. */
    void seek(Cursor cursor) {
        clear(Type.SOUGHT);
        if (cursor.realtime() != null) {
            hasRealtime = true;
            realtime = cursor.realtime();
        }
        if (cursor.seqnumId() != null && cursor.seqnum() != null) {
            hasSeqnum = true;
            seqnum = cursor.seqnum();
            seqnumIdHigh = cursor.seqnumId().high();
            seqnumIdLow = cursor.seqnumId().low();
        }
        if (cursor.bootId() != null && cursor.monotonic() != null) {
            hasMonotonic = true;
            monotonic = cursor.monotonic();
            bootHigh = cursor.bootId().high();
            bootLow = cursor.bootId().low();
        }
        if (cursor.hash() != null) {
            hasHash = true;
            hash = cursor.hash();
        }
    }

    /** Where the entry of a file is at which it stands. */
    void entry(OpenFile file) {
        type = Type.ENTRY;
        hasSeqnum = true;
        seqnum = file.seqnum;
        seqnumIdHigh = file.file.seqnumId().high();
        seqnumIdLow = file.file.seqnumId().low();
        hasMonotonic = true;
        monotonic = file.monotonic;
        bootHigh = file.bootHigh;
        bootLow = file.bootLow;
        hasRealtime = true;
        realtime = file.realtime;
        hasHash = true;
        hash = file.hash;
    }

    boolean hasSeqnumOf(JournalFile file) {
        return hasSeqnum
                && file.seqnumId().high() == seqnumIdHigh
                && file.seqnumId().low() == seqnumIdLow;
    }
}
