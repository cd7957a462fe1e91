package astray.packet.text;

/**
 * A file handle of NFS, which means something to its server only. The old servers' can be told by their zero bytes:
 * they hold the file system's device and the file's inode.
 */
final class NfsHandle {
    /** Shorter ones belong to none of the servers that are known. */
    private static final int LEAST = 32;

    private NfsHandle() {}

    static void print(Sheet sheet, int at, int size) {
        Line line = sheet.line;
        if (sheet.options.rawNfs()) {
            line.text(" fh[");
            for (int i = 0; i < size; i += 4) {
                line.text(i == 0 ? "" : ":").hex(sheet.be32(at + i));
            }
            line.put(']');
            return;
        }
        line.text(" fh ");
        if (size < LEAST) {
            unknown(sheet, at, size);
            return;
        }
        int first = sheet.be16(at);
        int second = sheet.be16(at + 2);
        if (first == 0) {
            if (second == 0) {
                device(line, sheet.u8(at + 6), sheet.u8(at + 7), sheet.be32(at + 12)); // Auspex
            } else if (sheet.u8(at + 4) != 0 && sheet.u8(at + 5) == 0 && sheet.be16(at + 8) == 0x0c00) {
                osf(sheet, at);
            } else if (sheet.s32(at + 4) == 0x00080000) {
                device(line, sheet.u8(at + 2), sheet.u8(at + 3), sheet.be32(at + 8)); // IRIX 4
            } else {
                device(line, sheet.u8(at + 2), sheet.u8(at + 3), sheet.be32(at + 12)); // SunOS 4
            }
        } else if (second == 0) {
            if (sheet.be16(at + 6) == 0) {
                device(line, sheet.u8(at + 1), sheet.u8(at), sheet.le32(at + 12)); // 4.4BSD
            } else if (sheet.u8(at + 21) == 0 && sheet.u8(at + 23) == 0) {
                device(line, sheet.u8(at + 1), sheet.u8(at), sheet.le32(at + 4)); // Ultrix
            } else if (sheet.u8(at + 9) == 10) {
                sunOs5(sheet, at);
            } else {
                unknown(sheet, at, size);
            }
        } else if (sheet.be16(at + 8) == 0x0c00) {
            osf(sheet, at);
        } else if (sheet.be16(at + 8) == 10) {
            if (sheet.s32(at + 4) == 0) {
                device(line, sheet.u8(at), sheet.be24(at + 1), sheet.be32(at + 12)); // HP-UX 9
            } else {
                sunOs5(sheet, at);
            }
        } else if (isVms(sheet, at)) {
            vms(sheet, at);
        } else {
            unknown(sheet, at, size);
        }
    }

    private static void device(Line line, long major, long minor, long inode) {
        line.number(major).put(',').number(minor).put('/').number(inode);
    }

    private static void osf(Sheet sheet, int at) {
        long device = sheet.le32(at);
        device(sheet.line, device >> 20, device & 0xfffff, sheet.le32(at + 12));
    }

    private static void sunOs5(Sheet sheet, int at) {
        int device = sheet.s32(at);
        device(sheet.line, device >>> 18, device & 0x3ffff, sheet.be32(at + 12));
    }

    /** Whether a device's name in printable characters, then zero bytes follow the first byte. */
    private static boolean isVms(Sheet sheet, int at) {
        boolean zero = false;
        for (int i = 1; i < 14; i++) {
            int c = sheet.u8(at + i);
            if (c == 0) {
                zero = true;
            } else if (zero || c < 0x20 || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static void vms(Sheet sheet, int at) {
        for (int i = 1; i < 14 && sheet.u8(at + i) != 0 && sheet.u8(at + i) != ' '; i++) {
            sheet.character(sheet.u8(at + i));
        }
        sheet.text("/").number((long) sheet.be16(at + 26) << 16 | sheet.le16(at + 22));
    }

    private static void unknown(Sheet sheet, int at, int size) {
        sheet.text("Unknown/");
        for (int i = 0; i < size; i++) {
            int value = sheet.u8(at + i);
            sheet.line.put(digit(value >> 4)).put(digit(value & 15));
        }
    }

    private static int digit(int value) {
        return value < 10 ? '0' + value : 'A' + value - 10;
    }
}
