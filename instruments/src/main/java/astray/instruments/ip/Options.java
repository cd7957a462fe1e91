package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * Prints the attributes of a link's kind, each that is there: a word and a value behind it in text, a member in JSON.
 * Where the member's name differs from the word both are given.
 */
record Options(Session session, Printer printer, Attributes data) {
    Options(Session session, Attributes data) {
        this(session, session.printer(), data);
    }

    boolean has(int type) {
        return data.has(type);
    }

    /** An unsigned number of 8 bits. */
    Options u8(int type, String key, String word) {
        int value = data.u8(type, -1);
        return value < 0 ? this : number(key, word, value);
    }

    Options u8(int type, String key) {
        return u8(type, key, key);
    }

    /** An unsigned number of 16 bits. */
    Options u16(int type, String key, String word) {
        int value = data.u16(type, -1);
        return value < 0 ? this : number(key, word, value);
    }

    Options u16(int type, String key) {
        return u16(type, key, key);
    }

    /** An unsigned number of 32 bits. */
    Options u32(int type, String key, String word) {
        long value = data.u32(type, -1);
        return value < 0 ? this : number(key, word, value);
    }

    Options u32(int type, String key) {
        return u32(type, key, key);
    }

    /** An unsigned number of 64 bits. */
    Options u64(int type, String key, String word) {
        if (data.has(type)) {
            printer.unsigned(key, word + " ", data.u64(type, 0), " ");
        }
        return this;
    }

    /** A number. */
    Options number(String key, String word, long value) {
        printer.number(key, word + " ", value);
        return this;
    }

    /** A switch. */
    Options onOff(int type, String key, String word) {
        int value = data.u8(type, -1);
        if (value >= 0) {
            printer.onOff(key, word + " ", value != 0, " ");
        }
        return this;
    }

    Options onOff(int type, String key) {
        return onOff(type, key, key);
    }

    /** A word that stands for a number of 8 bits that is not 0. */
    Options flag(int type, String key, String word) {
        if (data.u8(type, 0) != 0) {
            printer.flag(key, word + " ");
        }
        return this;
    }

    /** A word that stands for an attribute that is there, be it empty. */
    Options present(int type, String key, String word) {
        if (data.has(type)) {
            printer.flag(key, word + " ");
        }
        return this;
    }

    /** A word and a text. */
    Options string(String key, String word, String value) {
        printer.string(key, word + " ", value, " ");
        return this;
    }

    /** The name of a number that has one in a row of names, in text and JSON. */
    Options choice(String key, String word, int value, String... names) {
        return string(key, word, value >= 0 && value < names.length ? names[value] : "UNKNOWN");
    }

    /** A protocol above the link by its big-endian number; with {@code -N} the number. */
    Options protocol(int type, String key, String word) {
        if (data.has(type)) {
            int number = data.be16(type, 0);
            string(key, word, session.settings().numeric() ? "[" + number + "]" : EtherType.name(number));
        }
        return this;
    }

    /** A link by its index, unless that is 0. */
    Options link(int type, String key, String word) throws java.io.IOException {
        int index = data.s32(type, 0);
        return index == 0 ? this : string(key, word, session.links().name(index));
    }

    /** An address of either family that is not the empty one; {@code null} for none. */
    @Nullable
    IpAddress address(int type) {
        IpAddress address = data.address(type);
        return address == null || address.isAny() ? null : address;
    }
}
