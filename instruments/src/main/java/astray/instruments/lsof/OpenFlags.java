package astray.instruments.lsof;

/** Names of the flags of open(2), as the column FILE-FLAG shows them. */
final class OpenFlags {
    /** asm/fcntl.h: where aarch64 differs, its flags are brought to the places of the others. */
    private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

    private OpenFlags() {}

    static String names(long given) {
        long flags = ARM ? fromArm(given) : given;
        StringBuilder names = new StringBuilder();
        add(names, (flags & 3) == 1, "W");
        add(names, (flags & 3) == 2, "RW");
        add(names, (flags & 0100) != 0, "CR");
        add(names, (flags & 0200) != 0, "EXCL");
        add(names, (flags & 0400) != 0, "NTTY");
        add(names, (flags & 01000) != 0, "TR");
        add(names, (flags & 02000) != 0, "AP");
        add(names, (flags & 04000) != 0, "ND");
        // O_SYNC holds the bit of O_DSYNC, which alone is shown the same
        add(names, (flags & 010000) != 0, "SYN");
        add(names, (flags & 020000) != 0, "ASYN");
        add(names, (flags & 040000) != 0, "DIR");
        add(names, (flags & 0200000) != 0, "DTY");
        add(names, (flags & 0400000) != 0, "NFLK");
        add(names, (flags & 01000000) != 0, "NATM");
        add(names, (flags & 0100000) != 0, "LG");
        add(names, (flags & 02000000) != 0, "CX");
        add(names, (flags & 010000000) != 0, "PATH");
        add(names, (flags & 020000000) != 0, "TMPF");
        return names.toString();
    }

    /** O_DIRECTORY, O_NOFOLLOW, O_DIRECT and O_LARGEFILE have each other's places there. */
    private static long fromArm(long flags) {
        long kept = flags & ~(040000L | 0100000L | 0200000L | 0400000L);
        return kept
                | ((flags & 040000) != 0 ? 0200000 : 0)
                | ((flags & 0100000) != 0 ? 0400000 : 0)
                | ((flags & 0200000) != 0 ? 040000 : 0)
                | ((flags & 0400000) != 0 ? 0100000 : 0);
    }

    private static void add(StringBuilder names, boolean set, String name) {
        if (set) {
            names.append(names.isEmpty() ? "" : ",").append(name);
        }
    }
}
