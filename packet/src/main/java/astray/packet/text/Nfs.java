package astray.packet.text;

/** The Network File System, versions 2 (RFC 1094) and 3 (RFC 1813), on ONC RPC (RFC 5531): calls and common parts. */
final class Nfs {
    static final int NULL = 0;
    static final int GETATTR = 1;
    static final int SETATTR = 2;
    static final int LOOKUP = 3;
    static final int ACCESS = 4;
    static final int READLINK = 5;
    static final int READ = 6;
    static final int WRITE = 7;
    static final int CREATE = 8;
    static final int MKDIR = 9;
    static final int SYMLINK = 10;
    static final int MKNOD = 11;
    static final int REMOVE = 12;
    static final int RMDIR = 13;
    static final int RENAME = 14;
    static final int LINK = 15;
    static final int READDIR = 16;
    static final int READDIRPLUS = 17;
    static final int FSSTAT = 18;
    static final int FSINFO = 19;
    static final int PATHCONF = 20;
    static final int COMMIT = 21;
    private static final int NOOP = 25;

    private static final int TRANSACTION = 0;
    private static final int DIRECTION = 4;
    private static final int VERSION = 16;
    private static final int PROCEDURE = 20;
    private static final int CREDENTIALS = 24;

    private static final int CALL = 0;
    private static final int REPLY = 1;
    private static final int PORT = 2049;

    private static final String[] PROCEDURES = {
        "null", "getattr", "setattr", "lookup", "access", "readlink", "read", "write", "create", "mkdir", "symlink",
        "mknod", "remove", "rmdir", "rename", "link", "readdir", "readdirplus", "fsstat", "fsinfo", "pathconf", "commit"
    };

    /** Version 2's procedures in version 3's numbers. */
    private static final int[] OLD = {
        NULL, GETATTR, SETATTR, NOOP, LOOKUP, READLINK, READ, NOOP, WRITE, CREATE, REMOVE, RENAME, LINK, SYMLINK, MKDIR,
        RMDIR, READDIR, FSSTAT
    };

    private static final String[] TYPES = {"NON", "REG", "DIR", "BLK", "CHR", "LNK", "unk-ft 6", "FIFO"};

    static final String[] STABILITIES = {"unstable", "datasync", "filesync"};

    private static final Sheet.Bit[] RIGHTS = {
        new Sheet.Bit(1, "NFS_ACCESS_READ"),
        new Sheet.Bit(2, "NFS_ACCESS_LOOKUP"),
        new Sheet.Bit(4, "NFS_ACCESS_MODIFY"),
        new Sheet.Bit(8, "NFS_ACCESS_EXTEND"),
        new Sheet.Bit(16, "NFS_ACCESS_DELETE"),
        new Sheet.Bit(32, "NFS_ACCESS_EXECUTE")
    };
    private static final int ALL_RIGHTS = 0x3f;

    private Nfs() {}

    /** Prints a message if it is a call to the server's port or a reply from it; false when it is neither. */
    static boolean print(Sheet sheet, int source, int destination, int at, int length, String before, Carrier carrier) {
        if (!sheet.has(at + DIRECTION, 4)) {
            return false;
        }
        int direction = sheet.s32(at + DIRECTION);
        boolean call = destination == PORT && direction == CALL;
        if (!call && !(source == PORT && direction == REPLY)) {
            return false;
        }
        sheet.text(before).text(call ? "NFS request xid " : "NFS reply xid ");
        sheet.line.number(sheet.be32(at + TRANSACTION)).put(' ');
        sheet.protocol = "nfs";
        if (call) {
            call(sheet, at, length, carrier);
        } else {
            NfsReply.print(sheet, at, length, carrier);
        }
        return true;
    }

    /** Prints a message of TCP, which has its length in front (RFC 5531 section 11); false when it is none. */
    static boolean printRecord(Sheet sheet, int source, int destination, int at, int length, Carrier carrier) {
        if (source != PORT && destination != PORT || length < 4 || !sheet.has(at, 4)) {
            return false;
        }
        long told = sheet.be32(at) & 0x7fffffff;
        int size = (int) Math.min(told, length - 4L);
        return print(sheet, source, destination, at + 4, size, ": ", carrier);
    }

    /** A procedure in version 3's numbers. */
    static int procedure(int number, int version) {
        if (version == 3) {
            return number;
        }
        return number >= 0 && number < OLD.length ? OLD[number] : number >= 0 && number <= NOOP ? NOOP : number;
    }

    static void procedureName(Sheet sheet, int procedure) {
        sheet.text(" ");
        if (procedure >= 0 && procedure < PROCEDURES.length) {
            sheet.text(PROCEDURES[procedure]);
        } else if (procedure == NOOP) {
            sheet.text("nop");
        } else {
            sheet.text("proc-").number(procedure & 0xffffffffL);
        }
    }

    static String type(long type) {
        return type < TYPES.length ? TYPES[(int) type] : "unk-ft " + type + " ";
    }

    private static void call(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line.number(length);
        sheet.need(at + PROCEDURE, 4);
        int version = sheet.s32(at + VERSION);
        int number = sheet.s32(at + PROCEDURE);
        sheet.nfsCalls.enter(sheet, carrier, sheet.s32(at + TRANSACTION), number, version);
        boolean v3 = version == 3;
        int procedure = procedure(number, version);
        procedureName(sheet, procedure);
        if (procedure <= NULL || procedure > COMMIT) {
            return;
        }
        int here = handle(sheet, arguments(sheet, at + CREDENTIALS, length), v3);
        switch (procedure) {
            case LOOKUP, CREATE, MKDIR, REMOVE, RMDIR -> {
                line.put(' ');
                name(sheet, here);
            }
            case ACCESS -> access(sheet, sheet.s32(here));
            case READ -> range(line, sheet.be32(here + (v3 ? 8 : 4)), v3 ? sheet.be64(here) : sheet.be32(here));
            case WRITE -> write(sheet, here, v3);
            case SYMLINK -> symlink(sheet, here, v3);
            case MKNOD -> mknod(sheet, here);
            case RENAME -> {
                line.put(' ');
                int next = name(sheet, here);
                line.text(" ->");
                next = handle(sheet, next, v3);
                line.put(' ');
                name(sheet, next);
            }
            case LINK -> {
                line.text(" ->");
                int next = handle(sheet, here, v3);
                line.put(' ');
                name(sheet, next);
            }
            case READDIR -> {
                if (v3) {
                    line.put(' ')
                            .number(sheet.be32(here + 16))
                            .text(" bytes @ ")
                            .number(sheet.be64(here));
                    verifier(sheet, "", here + 8);
                } else {
                    range(line, sheet.be32(here + 4), sheet.be32(here));
                }
            }
            case READDIRPLUS -> {
                line.put(' ').number(sheet.be32(here + 16)).text(" bytes @ ").number(sheet.be64(here));
                verifier(sheet, sheet.v > 0 ? " max " + sheet.be32(here + 20) : "", here + 8);
            }
            case COMMIT -> range(line, sheet.be32(here + 8), sheet.be64(here));
            default -> {
                // nothing but the handle
            }
        }
    }

    private static void range(Line line, long count, long offset) {
        line.put(' ').number(count).text(" bytes @ ").unsigned(offset);
    }

    private static void verifier(Sheet sheet, String before, int at) {
        if (sheet.v > 0) {
            sheet.text(before).text(" verf ").hex(sheet.be64(at), 16);
        }
    }

    /** Where the arguments begin, behind credentials and verifier. */
    private static int arguments(Sheet sheet, int at, int length) {
        int[] rest = {length};
        int here = opaque(sheet, at, "credentials", rest, 0);
        return opaque(sheet, here, "verifier", rest, 1);
    }

    private static int opaque(Sheet sheet, int at, String what, int[] rest, int more) {
        if (rest[0] < 8) {
            throw Truncated.HERE;
        }
        long size = sheet.be32(at + 4);
        if (size > rest[0]) {
            sheet.text(" [").text(what).text(" length ").number(size);
            sheet.text(" > ").number(rest[0]).put(']');
            sheet.invalid();
            throw Truncated.HERE;
        }
        int padded = 8 + (int) (size + 3 & ~3);
        sheet.need(at, padded);
        if (padded + more > rest[0]) {
            throw Truncated.HERE;
        }
        rest[0] -= padded;
        return at + padded;
    }

    /** Prints a file handle; where what follows it begins. */
    static int handle(Sheet sheet, int at, boolean v3) {
        long size = v3 ? sheet.be32(at) & ~3 : 32;
        int here = v3 ? at + 4 : at;
        if (size > sheet.captured(here)) {
            throw Truncated.HERE;
        }
        NfsHandle.print(sheet, here, (int) size);
        return here + (int) size;
    }

    /** Prints a name; where what follows it begins. */
    static int name(Sheet sheet, int at) {
        long size = sheet.be32(at);
        if (size > 0xfffffffcL) {
            sheet.text("[cannot pad to 32-bit boundaries]");
            sheet.invalid();
            throw Truncated.HERE;
        }
        long padded = size + 3 & ~3;
        if (padded > sheet.captured(at + 4)) {
            throw Truncated.HERE;
        }
        sheet.text("\"");
        sheet.exactly(at + 4, (int) size);
        sheet.text("\"");
        return at + 4 + (int) padded;
    }

    private static void access(Sheet sheet, int rights) {
        sheet.text(" ");
        if ((rights & ~ALL_RIGHTS) != 0) {
            sheet.line.hex(rights & 0xffffffffL, 4);
        } else if (rights == ALL_RIGHTS) {
            sheet.text("NFS_ACCESS_FULL");
        } else if (rights == 0) {
            sheet.line.cut(sheet.line.length() - 1);
        } else {
            sheet.bits(RIGHTS, rights, "|");
        }
    }

    private static void write(Sheet sheet, int at, boolean v3) {
        Line line = sheet.line.put(' ');
        if (v3) {
            line.number(sheet.be32(at + 16)).text(" (").number(sheet.be32(at + 8));
            line.text(") bytes @ ").unsigned(sheet.be64(at));
            if (sheet.v > 0) {
                line.text(" <").text(stability(sheet.be32(at + 12))).put('>');
            }
        } else {
            line.number(sheet.be32(at + 12)).text(" (").number(sheet.be32(at + 8));
            line.text(") bytes @ ").number(sheet.be32(at + 4));
            line.text(" (").number(sheet.be32(at)).put(')');
        }
    }

    static String stability(long number) {
        return number < STABILITIES.length ? STABILITIES[(int) number] : "#" + number;
    }

    private static void symlink(Sheet sheet, int at, boolean v3) {
        sheet.text(" ");
        int here = name(sheet, at);
        sheet.text(" ->");
        int attributes = here;
        if (v3) {
            here = settings(sheet, here, false);
        }
        name(sheet, here);
        if (v3 && sheet.v > 0) {
            settings(sheet, attributes, true);
        }
    }

    private static void mknod(Sheet sheet, int at) {
        sheet.text(" ");
        int here = name(sheet, at);
        long type = sheet.be32(here);
        int attributes = here + 4;
        here = settings(sheet, attributes, false);
        sheet.text(" ").text(type < TYPES.length ? TYPES[(int) type] : "unk-ft " + type);
        if (sheet.v > 0 && (type == 3 || type == 4)) {
            sheet.text(" ").number(sheet.be32(here));
            sheet.text("/").number(sheet.be32(here + 4));
        }
        if (sheet.v > 0) {
            settings(sheet, attributes, true);
        }
    }

    /** Attributes to be set (RFC 1813 section 2.5, sattr3); where what follows them begins. */
    private static int settings(Sheet sheet, int at, boolean shown) {
        Line line = sheet.line;
        int here = at;
        for (int i = 0; i < 4; i++) {
            boolean set = sheet.s32(here) != 0;
            here += 4;
            if (set) {
                int value = sheet.s32(here);
                if (shown && i == 0) {
                    line.text(" mode ").text(Integer.toOctalString(value));
                } else if (shown && i < 3) {
                    line.text(i == 1 ? " uid " : " gid ").number(value & 0xffffffffL);
                }
                here += i == 3 ? 8 : 4;
            }
        }
        for (String name : new String[] {" atime ", " mtime "}) {
            boolean set = sheet.s32(here) == 2;
            here += 4;
            if (set) {
                sheet.need(here, 8);
                if (shown && sheet.v > 1) {
                    line.text(name);
                    time(sheet, here);
                }
                here += 8;
            }
        }
        return here;
    }

    static void time(Sheet sheet, int at) {
        sheet.line.number(sheet.be32(at)).put('.').padded(sheet.be32(at + 4), 6);
    }
}
