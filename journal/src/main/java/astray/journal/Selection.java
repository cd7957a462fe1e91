package astray.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matches applied to one file: which of its entries are wanted, found through the lists of the data objects. */
abstract sealed class Selection {
    final JournalFile file;

    private Selection(JournalFile file) {
        this.file = file;
    }

    /** The first wanted entry that is not before an offset, or the last that is not behind it; 0 for none. */
    abstract long seek(long offset, boolean down) throws Damage;

    /** The wanted entry nearest to a location in a direction; 0 for none. */
    abstract long locate(Location location, boolean down) throws Damage;

    static Selection of(Matches.Condition condition, JournalFile file) {
        return switch (condition) {
            case Matches.Term term -> new Term(file, term.payload());
            case Matches.Any(List<Matches.Condition> parts) -> new Any(file, of(parts, file));
            case Matches.All(List<Matches.Condition> parts) -> new All(file, of(parts, file));
        };
    }

    private static List<Selection> of(List<Matches.Condition> conditions, JournalFile file) {
        List<Selection> selections = new ArrayList<>(conditions.size());
        for (Matches.Condition condition : conditions) {
            selections.add(of(condition, file));
        }
        return selections;
    }

    private static boolean nearer(long entry, long than, boolean down) {
        return than == 0 || (down ? entry < than : entry > than);
    }

    /** A field with a value. */
    static final class Term extends Selection {
        private final byte[] payload;
        private @Nullable EntryList list;

        /** The number of data objects when there was none of this payload. */
        private long missingAmong = -1;

        private Term(JournalFile file, byte[] payload) {
            super(file);
            this.payload = payload;
        }

        private @Nullable EntryList list() throws Damage {
            if (list == null) {
                long count = file.dataCount();
                if (count == missingAmong) {
                    return null;
                }
                long data = file.findData(payload, payload.length);
                if (data == 0) {
                    missingAmong = count;
                    return null;
                }
                list = EntryList.of(file, data);
            }
            return list;
        }

        @Override
        long seek(long offset, boolean down) throws Damage {
            EntryList entries = list();
            if (entries == null) {
                return 0;
            }
            long index = entries.find(EntryList.Key.OFFSET, offset, down);
            return index < 0 ? 0 : entries.at(index);
        }

        private long end(EntryList entries, boolean down) throws Damage {
            return down ? entries.at(0) : seek(Long.MAX_VALUE, false);
        }

        @Override
        long locate(Location location, boolean down) throws Damage {
            EntryList entries = list();
            if (entries == null || entries.count() == 0) {
                return 0;
            }
            if (location.type == Location.Type.HEAD) {
                return end(entries, true);
            }
            if (location.type == Location.Type.TAIL) {
                return end(entries, false);
            }
            if (location.hasSeqnumOf(file)) {
                return at(entries, entries.find(EntryList.Key.SEQNUM, location.seqnum, down));
            }
            if (location.hasMonotonic) {
                EntryList boot = boot(file, location);
                if (boot != null) {
                    return inBoth(entries, boot, location.monotonic, down);
                }
            }
            if (location.hasRealtime) {
                return at(entries, entries.find(EntryList.Key.REALTIME, location.realtime, down));
            }
            return end(entries, down);
        }

        private static long at(EntryList entries, long index) throws Damage {
            return index < 0 ? 0 : entries.at(index);
        }

        /** The nearest entry of two lists. */
        private static long inBoth(EntryList entries, EntryList boot, long monotonic, boolean down) throws Damage {
            long wanted = at(boot, boot.find(EntryList.Key.MONOTONIC, monotonic, down));
            while (wanted != 0) {
                long entry = at(entries, entries.find(EntryList.Key.OFFSET, wanted, down));
                if (entry == 0) {
                    return 0;
                }
                wanted = at(boot, boot.find(EntryList.Key.OFFSET, entry, down));
                if (wanted == entry) {
                    return entry;
                }
            }
            return 0;
        }
    }

    /** The entries of the boot a location is in; {@code null} when the file has none. */
    static @Nullable EntryList boot(JournalFile file, Location location) throws Damage {
        byte[] match = ("_BOOT_ID=" + new Id128(location.bootHigh, location.bootLow))
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        long data = file.findData(match, match.length);
        return data == 0 ? null : EntryList.of(file, data);
    }

    /** One of several. */
    static final class Any extends Selection {
        private final List<Selection> parts;

        private Any(JournalFile file, List<Selection> parts) {
            super(file);
            this.parts = parts;
        }

        @Override
        long seek(long offset, boolean down) throws Damage {
            long nearest = 0;
            for (int i = 0; i < parts.size(); i++) {
                long entry = parts.get(i).seek(offset, down);
                if (entry != 0 && nearer(entry, nearest, down)) {
                    nearest = entry;
                }
            }
            return nearest;
        }

        @Override
        long locate(Location location, boolean down) throws Damage {
            long nearest = 0;
            for (int i = 0; i < parts.size(); i++) {
                long entry = parts.get(i).locate(location, down);
                if (entry != 0 && nearer(entry, nearest, down)) {
                    nearest = entry;
                }
            }
            return nearest;
        }
    }

    /** All of several. */
    static final class All extends Selection {
        private final List<Selection> parts;

        private All(JournalFile file, List<Selection> parts) {
            super(file);
            this.parts = parts;
        }

        @Override
        long seek(long offset, boolean down) throws Damage {
            if (parts.isEmpty()) {
                return 0;
            }
            long wanted = offset;
            int agreeing = 0;
            for (int i = 0; agreeing < parts.size(); i = (i + 1) % parts.size()) {
                long entry = parts.get(i).seek(wanted, down);
                if (entry == 0) {
                    return 0;
                }
                agreeing = entry == wanted ? agreeing + 1 : 1;
                wanted = entry;
            }
            return wanted;
        }

        @Override
        long locate(Location location, boolean down) throws Damage {
            long furthest = 0;
            for (int i = 0; i < parts.size(); i++) {
                long entry = parts.get(i).locate(location, down);
                if (entry == 0) {
                    return 0;
                }
                if (furthest == 0 || nearer(furthest, entry, down)) {
                    furthest = entry;
                }
            }
            return furthest == 0 ? 0 : seek(furthest, down);
        }
    }
}
