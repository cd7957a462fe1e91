package astray.packet.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Arguments and results of calls of the Andrew file system, in XDR, by a description of what follows what. */
final class AfsValues {
    /** How long an access list may be. */
    private static final int LONGEST_LIST = 1024;

    private static final String[] VOLUMES = {"read-write", "read-only", "backup"};

    /** Rights in the order of AFS' commands: read, lookup, insert, delete, write, lock, administer. */
    private static final int[] RIGHTS = {1, 8, 4, 16, 2, 32, 64};

    private static final String RIGHT_LETTERS = "rlidwka";

    private final Sheet sheet;
    private final Line line;
    private final String service;
    private int at;

    private AfsValues(Sheet sheet, String service, int at) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.service = service;
        this.at = at;
    }

    static void print(Sheet sheet, String service, int at, String description) {
        AfsValues values = new AfsValues(sheet, service, at);
        for (String word : description.split(" ", -1)) {
            if (!values.value(word)) {
                sheet.text(" [|").text(values.service).put(']');
                return;
            }
        }
    }

    /** Prints a value; false when it is cut off in a way that ends only this service's part. */
    private boolean value(String word) {
        char kind = word.charAt(0);
        if (kind >= 'a') {
            line.put(' ').text(word);
            return true;
        }
        if (kind == '*') {
            return list(word.substring(1));
        }
        int number = word.length() > 1 ? Integer.parseInt(word.substring(1)) : 0;
        return switch (kind) {
            case 'U' -> unsigned();
            case 'I' -> number(sheet.s32(next(4)));
            case 'L' -> number(sheet.be64(next(8)));
            case 'D' -> date();
            case 'F' -> identifier();
            case 'S' -> string(number);
            case 'V' -> characters(number);
            case 'A' -> attributes();
            case 'C' -> accessList();
            case 'E' -> callbacks();
            case 'X' -> uuid();
            case 'Y' -> version();
            case 'Z' -> server();
            case 'T' -> {
                long type = sheet.be32(next(4));
                line.text(type < VOLUMES.length ? " type " + VOLUMES[(int) type] : "");
                yield true;
            }
            case 'B' -> {
                boolean yes = sheet.be32(next(4)) != 0;
                line.text(yes ? " syncsite yes" : " syncsite no");
                yield true;
            }
            case 'O' -> skipped();
            case 'W' -> {
                sheet.need(next(4), 4);
                yield true;
            }
            case 'N', 'M' -> entry(kind == 'M', number);
            case 'Q' -> volumes();
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** Where the next value is, which is so long. */
    private int next(int size) {
        sheet.need(at, size);
        int here = at;
        at += size;
        return here;
    }

    private boolean unsigned() {
        return number(sheet.be32(next(4)));
    }

    private boolean number(int value) {
        line.put(' ').number(value);
        return true;
    }

    private boolean number(long unsigned) {
        line.put(' ').text(Long.toUnsignedString(unsigned));
        return true;
    }

    private boolean list(String item) {
        long count = sheet.be32(next(4));
        boolean parted = item.equals("F") || item.equals("Z");
        for (long i = 0; i < count; i++) {
            if (!value(item)) {
                return false;
            }
            line.text(parted && i != count - 1 ? "," : "");
        }
        line.text(count == 0 ? " <none!>" : "");
        return true;
    }

    private boolean date() {
        Instant moment = Instant.ofEpochSecond(sheet.s32(next(4)));
        LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneId.systemDefault());
        line.put(' ').number(local.getYear()).put('-').padded(local.getMonthValue(), 2);
        line.put('-').padded(local.getDayOfMonth(), 2);
        line.put(' ').padded(local.getHour(), 2).put(':').padded(local.getMinute(), 2);
        line.put(':').padded(local.getSecond(), 2);
        return true;
    }

    /** A file's identifier: volume, vnode, uniquifier. */
    private boolean identifier() {
        return three(" fid ", '/');
    }

    private boolean server() {
        return three(" server ", ':');
    }

    private boolean three(String before, char between) {
        if (!sheet.has(at, 12)) {
            return false;
        }
        line.text(before).number(sheet.be32(at)).put(between);
        line.number(sheet.be32(at + 4)).put(between).number(sheet.be32(at + 8));
        at += 12;
        return true;
    }

    private boolean string(int most) {
        long length = sheet.be32(next(4));
        if (length > most) {
            return false;
        }
        line.text(" \"");
        if (sheet.allCharacters(at, (int) length)) {
            return false;
        }
        line.put('"');
        at += (int) length + 3 & ~3;
        return true;
    }

    /** A name of which each character takes four bytes. */
    private boolean characters(int count) {
        if (!sheet.has(at, 4 * count)) {
            return false;
        }
        line.text(" \"");
        for (int i = 0; i < count; i++) {
            int c = sheet.u8(at + 4 * i + 3);
            if (c == 0) {
                break;
            }
            sheet.character(c);
        }
        line.put('"');
        at += 4 * count;
        return true;
    }

    private boolean attributes() {
        if (!sheet.has(at, 24)) {
            return false;
        }
        long mask = sheet.be32(at);
        int values = at + 4;
        line.text(mask != 0 ? " StoreStatus" : "");
        if ((mask & 1) != 0) {
            line.text(" date");
            at = values;
            date();
        }
        if ((mask & 2) != 0) {
            line.text(" owner ").number(sheet.be32(values + 4));
        }
        if ((mask & 4) != 0) {
            line.text(" group ").number(sheet.be32(values + 8));
        }
        if ((mask & 8) != 0) {
            line.text(" mode ").text(Long.toOctalString(sheet.be32(values + 12) & 0xfff));
        }
        if ((mask & 16) != 0) {
            line.text(" segsize ").number(sheet.be32(values + 16));
        }
        line.text((mask & 1024) != 0 ? " fsync" : "");
        at = values + 20;
        return true;
    }

    /** Text: how many may and how many may not, then each name with its rights. */
    private boolean accessList() {
        long length = sheet.be32(next(4));
        if (length > sheet.captured(at)) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(length, LONGEST_LIST) && sheet.u8(at + i) != 0; i++) {
            text.append((char) sheet.u8(at + i));
        }
        String[] words = text.toString().strip().split("[ \\t\\n\\x0b\\f\\r]+", -1);
        int positive = integer(words, 0);
        int negative = integer(words, 1);
        if (positive < 0 || negative < 0) {
            return true;
        }
        for (int i = 0; i < positive + negative; i++) {
            int rights = integer(words, 3 + 2 * i);
            if (rights < 0) {
                return true;
            }
            line.text(i < positive ? " +{" : " -{");
            String name = words[2 + 2 * i];
            for (int k = 0; k < name.length(); k++) {
                sheet.character(name.charAt(k));
            }
            line.put(' ');
            for (int k = 0; k < RIGHTS.length; k++) {
                line.text((rights & RIGHTS[k]) != 0 ? RIGHT_LETTERS.substring(k, k + 1) : "");
            }
            line.put('}');
        }
        return true;
    }

    /** A word's number; negative for none. */
    private static int integer(String[] words, int index) {
        if (index >= words.length) {
            return -1;
        }
        try {
            return Integer.parseInt(words[index]);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private boolean callbacks() {
        long count = sheet.be32(next(4));
        line.text(count != 0 ? ";" : "");
        for (long i = 0; i < count; i++) {
            line.text(" ver");
            number(sheet.s32(next(4)));
            line.text(" expires");
            date();
            sheet.need(next(4), 4);
        }
        return true;
    }

    /** Eleven words: of the last eight, one byte each counts. */
    private boolean uuid() {
        if (!sheet.has(at, 44)) {
            return false;
        }
        line.put(' ').hex(sheet.be32(at), 8).hex(sheet.be32(at + 4), 4).hex(sheet.be32(at + 8), 4);
        for (int i = 12; i < 44; i += 4) {
            line.hex(sheet.u8(at + i + 3), 2);
        }
        at += 44;
        return true;
    }

    private boolean version() {
        if (!sheet.has(at, 8)) {
            return false;
        }
        line.put(' ').number(sheet.be32(at)).put('.').number(sheet.be32(at + 4));
        at += 8;
        return true;
    }

    private boolean skipped() {
        long length = sheet.be32(next(4));
        if (length > sheet.captured(at)) {
            return false;
        }
        at += (int) length;
        return true;
    }

    /** Where a volume lies: so many places are in the entry, of which the first count. */
    private boolean entry(boolean byUuid, int places) {
        if (!characters(65)) {
            return false;
        }
        if (places == 8) {
            if (!sheet.has(at, 4)) {
                return false;
            }
            at += 4;
        }
        long count = sheet.be32(next(4));
        line.text(" numservers ").number(count).text(" servers");
        for (int i = 0; i < places; i++) {
            if (byUuid) {
                if (!sheet.has(at, 44)) {
                    return false;
                }
                if (i < count) {
                    line.text(" afsuuid");
                    uuid();
                } else {
                    at += 44;
                }
            } else {
                if (!sheet.has(at, 4)) {
                    return false;
                }
                if (i < count) {
                    line.put(' ').ip4(sheet.s32(at));
                }
                at += 4;
            }
        }
        if (byUuid) {
            if (!sheet.has(at, 4 * places)) {
                return false;
            }
            at += 4 * places;
        }
        line.text(" partitions");
        for (int i = 0; i < places; i++) {
            long partition = sheet.be32(next(4));
            if (i < count) {
                line.put(' ');
                if (partition <= 26) {
                    line.put((int) ('a' + partition));
                } else {
                    line.number(partition);
                }
            }
        }
        if (!sheet.has(at, 4 * places)) {
            return false;
        }
        at += 4 * places;
        line.text(" rwvol");
        unsigned();
        line.text(" rovol");
        unsigned();
        line.text(" backup");
        return unsigned();
    }

    private boolean volumes() {
        long count = sheet.be32(next(4));
        for (long i = 0; i < count; i++) {
            line.text(" name");
            if (!characters(32)) {
                return false;
            }
            line.text(" volid");
            unsigned();
            line.text(" type");
            at += 84;
            line.text(i != count - 1 ? "," : "");
        }
        line.text(count == 0 ? " <none!>" : "");
        return true;
    }
}
