package astray.packet.text;

/** Replies of the Network File System (RFC 1094, RFC 1813), read by what was called. */
final class NfsReply {
    private static final int STATUS = 8;
    private static final int REJECTED = 12;

    private static final int ATTRIBUTES2 = 68;
    private static final int ATTRIBUTES3 = 84;

    private static final Table ERRORS = Table.of("""
            1 Operation not permitted
            2 No such file or directory
            5 Input/output error
            6 Device not configured
            11 Resource deadlock avoided
            12 Cannot allocate memory
            13 Permission denied
            17 File exists
            18 Cross-device link
            19 Operation not supported by device
            20 Not a directory
            21 Is a directory
            22 Invalid argument
            26 Text file busy
            27 File too large
            28 No space left on device
            30 Read-only file system
            31 Too many links
            45 Operation not supported
            62 Too many levels of symbolic links
            63 File name too long
            66 Directory not empty
            69 Disc quota exceeded
            70 Stale NFS file handle
            71 Too many levels of remote in path
            99 Write cache flushed to disk
            10001 Illegal NFS file handle
            10002 Update synchronization mismatch
            10003 READDIR/READDIRPLUS cookie is stale
            10004 Operation not supported
            10005 Buffer or request is too small
            10006 Unspecified error on server
            10007 Object of that type not supported
            10008 Request couldn't be completed in time
            """);

    /** RFC 5531 section 9, auth_stat. */
    private static final String[] AUTHENTICATIONS = {
        "OK",
        "Bogus Credentials (seal broken)",
        "Rejected Credentials (client should begin new session)",
        "Bogus Verifier (seal broken)",
        "Verifier expired or was replayed",
        "Credentials are too weak",
        "Bogus response verifier",
        "Unknown failure"
    };

    /** RFC 5531 section 9, accept_stat. */
    private static final Table ACCEPTANCES = Table.of("""
            1 PROG_UNAVAIL
            2 PROG_MISMATCH
            3 PROC_UNAVAIL
            4 GARBAGE_ARGS
            5 SYSTEM_ERR
            """);

    private final Sheet sheet;
    private final Line line;
    private final boolean v3;
    private int here;

    private NfsReply(Sheet sheet, int at, boolean v3) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.here = at;
        this.v3 = v3;
    }

    static void print(Sheet sheet, int at, int length, Carrier carrier) {
        Line line = sheet.line;
        long status = sheet.be32(at + STATUS);
        if (status == 0) {
            line.text("reply ok ").number(length);
            if (sheet.nfsCalls.find(sheet, carrier, sheet.s32(at))) {
                accepted(sheet, at, length);
            }
        } else if (status == 1) {
            line.text("reply ERR ").number(length).text(": ");
            rejected(sheet, at + REJECTED);
        } else {
            line.text("reply Unknown rpc response code=").number(status);
            line.put(' ').number(length);
        }
    }

    private static void rejected(Sheet sheet, int at) {
        Line line = sheet.line;
        long reason = sheet.be32(at);
        if (reason == 0) {
            sheet.need(at, 12);
            line.text("RPC Version mismatch (").number(sheet.be32(at + 4));
            line.put('-').number(sheet.be32(at + 8)).put(')');
        } else if (reason == 1) {
            long why = sheet.be32(at + 4);
            line.text("Auth ");
            line.text(why < AUTHENTICATIONS.length ? AUTHENTICATIONS[(int) why] : "Invalid failure code " + why);
        } else {
            line.text("Unknown reason for rejecting rpc message ").number(reason);
        }
    }

    private static void accepted(Sheet sheet, int at, int length) {
        int version = sheet.nfsCalls.version();
        int procedure = Nfs.procedure(sheet.nfsCalls.procedure(), version);
        Nfs.procedureName(sheet, procedure);
        if (procedure <= Nfs.NULL || procedure > Nfs.COMMIT) {
            return;
        }
        long verifier = sheet.be32(at + STATUS + 8);
        if (verifier >= length) {
            throw Truncated.HERE;
        }
        int here = at + STATUS + 4 + (int) (verifier + 11 & ~3);
        long acceptance = sheet.be32(here);
        if (acceptance != 0) {
            sheet.text(" ").text(ACCEPTANCES.orNumber(acceptance, "ar_stat "));
            return;
        }
        new NfsReply(sheet, here + 4, version == 3).results(procedure);
    }

    private void results(int procedure) {
        if (v3) {
            results3(procedure);
        } else {
            results2(procedure);
        }
    }

    private void results2(int procedure) {
        boolean error = status() != 0;
        if (error) {
            return;
        }
        boolean loud = sheet.options.quiet() == 0;
        switch (procedure) {
            case Nfs.GETATTR, Nfs.SETATTR -> attributes(loud ? 1 : 0);
            case Nfs.LOOKUP, Nfs.CREATE, Nfs.MKDIR -> {
                here = Nfs.handle(sheet, here, false);
                attributes(sheet.v);
            }
            case Nfs.READLINK -> {
                line.put(' ');
                Nfs.name(sheet, here);
            }
            case Nfs.READ, Nfs.WRITE -> attributes(sheet.v);
            case Nfs.READDIR -> {
                if (loud) {
                    line.text(" offset 0x").hex(sheet.be32(here));
                    line.text(" size ").number(sheet.be32(here + 4)).put(' ');
                    line.text(sheet.s32(here + 8) != 0 ? " eof" : "");
                }
            }
            case Nfs.FSSTAT -> {
                if (loud) {
                    fields(" tsize # bsize # blocks # bfree # bavail #");
                }
            }
            default -> {
                // nothing but the status
            }
        }
    }

    private void results3(int procedure) {
        boolean error = status() != 0;
        switch (procedure) {
            case Nfs.GETATTR -> {
                if (!error) {
                    attributes(sheet.options.quiet() == 0 ? 1 : 0);
                }
            }
            case Nfs.LOOKUP -> lookup(error);
            case Nfs.ACCESS -> {
                line.text(sheet.v > 0 ? " attr:" : "");
                after();
                if (!error) {
                    line.text(" c ").hex(sheet.be32(here), 4);
                }
            }
            case Nfs.READLINK -> {
                if (!error) {
                    after();
                    line.put(' ');
                    Nfs.name(sheet, here);
                }
            }
            case Nfs.READ -> {
                after();
                if (!error && sheet.v > 0) {
                    line.put(' ').number(sheet.be32(here)).text(" bytes");
                    line.text(sheet.s32(here + 4) != 0 ? " EOF" : "");
                }
            }
            case Nfs.WRITE -> {
                change();
                if (!error && sheet.v > 0) {
                    line.put(' ').number(sheet.be32(here)).text(" bytes");
                    if (sheet.v > 1) {
                        line.text(" <").text(Nfs.stability(sheet.be32(here + 4)));
                        line.text("> verf ").hex(sheet.be64(here + 8));
                    }
                }
            }
            case Nfs.CREATE, Nfs.MKDIR, Nfs.SYMLINK, Nfs.MKNOD -> created(error);
            case Nfs.SETATTR, Nfs.REMOVE, Nfs.RMDIR -> change();
            case Nfs.RENAME -> {
                if (sheet.v > 0) {
                    line.text(" from:");
                    change();
                    line.text(" to:");
                    change();
                }
            }
            case Nfs.LINK -> {
                if (sheet.v > 0) {
                    line.text(" file POST:");
                    after();
                    line.text(" dir:");
                    change();
                }
            }
            case Nfs.READDIR, Nfs.READDIRPLUS -> {
                post();
                if (!error && sheet.v > 0) {
                    line.text(" verf ").hex(sheet.be64(here), 16);
                }
            }
            case Nfs.FSSTAT, Nfs.FSINFO, Nfs.PATHCONF -> system(procedure, error);
            case Nfs.COMMIT -> {
                change();
                if (sheet.v > 1) {
                    line.text(" verf ").hex(sheet.be64(here));
                }
            }
            default -> {
                // nothing but the status
            }
        }
    }

    private long status() {
        long status = sheet.be32(here);
        here += 4;
        if (status != 0 && sheet.options.quiet() == 0) {
            line.text(" ERROR: ").text(ERRORS.orNumber(status, "unk "));
        }
        return status;
    }

    private void lookup(boolean error) {
        if (!error) {
            here = Nfs.handle(sheet, here, true);
            after();
        }
        if (sheet.v > 1) {
            line.text(" post dattr:");
            after();
        }
    }

    private void created(boolean error) {
        if (error) {
            change();
            return;
        }
        boolean given = sheet.s32(here) != 0;
        here += 4;
        if (!given) {
            return;
        }
        here = Nfs.handle(sheet, here, true);
        if (sheet.v > 0) {
            after();
            if (sheet.v > 1) {
                line.text(" dir attr:");
                change();
            }
        }
    }

    private void system(int procedure, boolean error) {
        if (procedure == Nfs.FSSTAT) {
            if (sheet.options.quiet() > 0) {
                return;
            }
            post();
            sheet.need(here, 52);
            fields(" tbytes @ fbytes @ abytes @");
            if (sheet.v > 0) {
                fields(" tfiles @ ffiles @ afiles @ invar #");
            }
            return;
        }
        post();
        if (error) {
            return;
        }
        if (procedure == Nfs.FSINFO) {
            sheet.need(here, 48);
            line.text(" rtmax ").number(sheet.be32(here));
            line.text(" rtpref ").number(sheet.be32(here + 4));
            line.text(" wtmax ").number(sheet.be32(here + 12));
            line.text(" wtpref ").number(sheet.be32(here + 16));
            line.text(" dtpref ").number(sheet.be32(here + 24));
            if (sheet.v > 0) {
                line.text(" rtmult ").number(sheet.be32(here + 8));
                line.text(" wtmult ").number(sheet.be32(here + 20));
                line.text(" maxfsz ").unsigned(sheet.be64(here + 28)).text(" delta ");
                Nfs.time(sheet, here + 36);
                line.put(' ');
            }
            return;
        }
        sheet.need(here, 24);
        fields(" linkmax # namemax #");
        String[] words = {"notrunc", "chownres", "igncase", "keepcase"};
        for (int i = 0; i < words.length; i++) {
            line.put(' ').text(sheet.s32(here + 4 * i) != 0 ? words[i] : "");
        }
    }

    /** Texts, each followed by a field: {@code #} is one of 32 bits, {@code @} one of 64. */
    private void fields(String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (c == '#') {
                line.number(sheet.be32(here));
                here += 4;
            } else if (c == '@') {
                line.unsigned(sheet.be64(here));
                here += 8;
            } else {
                line.put(c);
            }
        }
    }

    /** What an operation changed (wcc_data): attributes before and after. */
    private void change() {
        line.text(sheet.v > 1 ? " PRE:" : "");
        boolean given = sheet.s32(here) != 0;
        here += 4;
        if (given) {
            sheet.need(here, 24);
            if (sheet.v > 1) {
                line.text(" sz ").unsigned(sheet.be64(here)).text(" mtime ");
                Nfs.time(sheet, here + 8);
                line.text(" ctime ");
                Nfs.time(sheet, here + 16);
            }
            here += 24;
        }
        post();
    }

    private void post() {
        line.text(sheet.v > 0 ? " POST:" : "");
        after();
    }

    /** Attributes after an operation (post_op_attr). */
    private void after() {
        boolean given = sheet.s32(here) != 0;
        here += 4;
        if (given && sheet.v > 0) {
            attributes(sheet.v);
        } else if (given) {
            here += ATTRIBUTES3;
        }
    }

    private void attributes(int verbosity) {
        sheet.need(here, 20);
        if (verbosity > 0) {
            line.put(' ').text(Nfs.type(sheet.be32(here))).put(' ');
            line.text(Integer.toOctalString(sheet.s32(here + 4)));
            line.text(" ids ").number(sheet.s32(here + 12));
            line.put('/').number(sheet.s32(here + 16)).text(" sz ");
            if (v3) {
                line.unsigned(sheet.be64(here + 20));
            } else {
                line.number(sheet.be32(here + 20));
            }
        }
        if (verbosity > 1) {
            sheet.need(here, v3 ? ATTRIBUTES3 : ATTRIBUTES2);
            line.text(" nlink ").number(sheet.be32(here + 8));
            if (v3) {
                line.text(" rdev ").number(sheet.be32(here + 36));
                line.put('/').number(sheet.be32(here + 40));
                line.text(" fsid ").hex(sheet.be64(here + 44));
                line.text(" fileid ").hex(sheet.be64(here + 52));
            } else {
                line.text(" rdev 0x").hex(sheet.be32(here + 28));
                line.text(" fsid 0x").hex(sheet.be32(here + 36));
                line.text(" nodeid 0x").hex(sheet.be32(here + 40));
            }
            line.text(" a/m/ctime");
            int times = here + (v3 ? 60 : 44);
            for (int i = 0; i < 3; i++) {
                line.put(' ');
                Nfs.time(sheet, times + 8 * i);
            }
        }
        here += v3 ? ATTRIBUTES3 : ATTRIBUTES2;
    }
}
