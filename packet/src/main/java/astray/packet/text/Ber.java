package astray.packet.text;

/** One value of ASN.1's basic encoding (X.690 clause 8) with the types of SNMP (RFC 2578 section 7.1), and its printing. */
final class Ber {
    /** What a value is. */
    enum Kind {
        ANY,
        NULL,
        OCTETS,
        OBJECT,
        INTEGER,
        UNSIGNED,
        STRING,
        SEQUENCE,
        ADDRESS,
        PDU,
        UNSIGNED_64,
        EXCEPTION
    }

    private static final int IDENTIFIER = 0x1f;
    private static final int CONSTRUCTED = 0x20;
    private static final int MORE = 0x80;

    private static final int UNIVERSAL = 0;
    private static final int APPLICATION = 1;
    private static final int CONTEXT = 2;

    private static final int COUNTER_64 = 6;

    private static final String[] UNIVERSALS = {
        "U-0",
        "Boolean",
        "Integer",
        "Bitstring",
        "String",
        "Null",
        "ObjID",
        "ObjectDes",
        "U-8",
        "U-9",
        "U-10",
        "U-11",
        "U-12",
        "U-13",
        "U-14",
        "U-15",
        "Sequence",
        "Set"
    };
    private static final String[] APPLICATIONS = {
        "IpAddress", "Counter", "Gauge", "TimeTicks", "Opaque", "C-5", "Counter64"
    };
    private static final String[] CONTEXTS = {
        "GetRequest", "GetNextRequest", "GetResponse", "SetRequest", "Trap", "GetBulk", "Inform", "V2Trap", "Report"
    };
    private static final String[] PRIVATES = {"P-0"};
    private static final String[][] NAMES = {UNIVERSALS, APPLICATIONS, CONTEXTS, PRIVATES};
    private static final String[] EXCEPTIONS = {"noSuchObject", "noSuchInstance", "endOfMibView"};

    private final Sheet sheet;

    /** The value that was parsed last. */
    Kind kind = Kind.ANY;

    int id;
    int at;
    int size;
    long number;

    Ber(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Parses the value at a place; how many bytes it fills, negative when it is none, which is printed.
     *
     * @param length how many bytes there are
     */
    int parse(int from, int length) {
        Line line = sheet.line;
        kind = Kind.ANY;
        size = 0;
        int rest = length;
        if (rest < 1) {
            line.text("[nothing to parse]");
            return -1;
        }
        int here = from;
        int tag = sheet.u8(here);
        boolean constructed = (tag & CONSTRUCTED) != 0;
        int group = tag >> 6;
        id = tag & IDENTIFIER;
        here++;
        rest--;
        if (id == IDENTIFIER) {
            id = 0;
            for (; (sheet.u8(here) & MORE) != 0 && rest > 0; here++, rest--) {
                id = id << 7 | sheet.u8(here) & ~MORE;
            }
            if (rest < 1) {
                line.text("[Xtagfield?]");
                return -1;
            }
            id = (id << 7 | sheet.u8(here)) & 0xff;
            here++;
            rest--;
        }
        if (rest < 1) {
            line.text("[no asnlen]");
            return -1;
        }
        long told = sheet.u8(here);
        here++;
        rest--;
        if ((told & MORE) != 0) {
            int octets = (int) told & ~MORE;
            told = 0;
            if (rest < octets) {
                line.text("[asnlen? ").number(rest).put('<').number(octets).put(']');
                return -1;
            }
            for (int i = 0; i < octets; i++) {
                told = (told << 8 | sheet.u8(here + i)) & 0xffff_ffffL;
            }
            here += octets;
            rest -= octets;
        }
        if (rest < told) {
            line.text("[len").number(rest).text("<asnlen").number(told).put(']');
            return -1;
        }
        String[] names = NAMES[group];
        if (id >= names.length) {
            line.text("[id?")
                    .put(constructed ? 'C' : 'P')
                    .text("/x/")
                    .number(id)
                    .put(']');
            return -1;
        }
        size = (int) told;
        at = here;
        sheet.need(at, size);
        if (constructed) {
            structure(group, names[id]);
        } else if (!primitive(group, names[id])) {
            return -1;
        }
        return here - from + size;
    }

    private void structure(int group, String name) {
        if (group == UNIVERSAL && id == 16) {
            kind = Kind.SEQUENCE;
        } else if (group == CONTEXT) {
            kind = Kind.PDU;
        } else {
            kind = Kind.OCTETS;
            sheet.text(group == UNIVERSAL ? "C/U/" : "C/x/").text(name);
        }
    }

    private boolean primitive(int group, String name) {
        switch (group) {
            case UNIVERSAL -> {
                return universal(name);
            }
            case APPLICATION -> {
                switch (id) {
                    case 0 -> kind = Kind.ADDRESS;
                    case 1, 2, 3 -> {
                        kind = Kind.UNSIGNED;
                        number = read(0) & 0xffff_ffffL;
                    }
                    case COUNTER_64 -> {
                        kind = Kind.UNSIGNED_64;
                        number = read(0);
                    }
                    default -> octets("[P/A/", name);
                }
            }
            case CONTEXT -> {
                if (id < EXCEPTIONS.length) {
                    kind = Kind.EXCEPTION;
                }
            }
            default -> octets("[P/x/", name);
        }
        return true;
    }

    private boolean universal(String name) {
        switch (id) {
            case 4 -> kind = Kind.STRING;
            case 2 -> {
                kind = Kind.INTEGER;
                if (size == 0) {
                    sheet.text("[asnlen=0]");
                    return false;
                }
                number = (int) read((byte) sheet.u8(at) < 0 ? -1 : 0);
            }
            case 6 -> kind = Kind.OBJECT;
            case 5 -> kind = Kind.NULL;
            default -> octets("[P/U/", name);
        }
        return true;
    }

    private void octets(String form, String name) {
        kind = Kind.OCTETS;
        sheet.text(form).text(name).put(']');
    }

    private long read(long start) {
        long value = start;
        for (int i = 0; i < size; i++) {
            value = value << 8 | sheet.u8(at + i);
        }
        return value;
    }

    /** Prints the value. */
    void print() {
        Line line = sheet.line;
        switch (kind) {
            case OCTETS -> printOctets();
            case NULL -> {
                // nothing to say
            }
            case OBJECT -> printObject();
            case INTEGER, UNSIGNED -> line.number(number);
            case UNSIGNED_64 -> line.unsigned(number);
            case STRING -> printString();
            case SEQUENCE -> line.text("Seq(").number(size).put(')');
            case ADDRESS -> {
                line.text(size != 4 ? "[inetaddr len!=4]" : "");
                for (int i = 0; i < size; i++) {
                    line.text(i > 0 ? "." : "").number(sheet.u8(at + i));
                }
            }
            case EXCEPTION -> line.put('[').text(EXCEPTIONS[id]).put(']');
            case PDU -> line.text(CONTEXTS[id]).put('(').number(size).put(')');
            case ANY -> line.text("[BE_ANY!?]");
        }
    }

    void printOctets() {
        for (int i = 0; i < size; i++) {
            sheet.text("_").hex(sheet.u8(at + i), 2);
        }
    }

    void printString() {
        Line line = sheet.line;
        boolean printable = true;
        for (int i = 0; i < size; i++) {
            int c = sheet.u8(at + i);
            printable &= c >= 0x20 && c < 0x7f;
        }
        if (printable) {
            line.put('"');
            sheet.exactly(at, size);
            line.put('"');
            return;
        }
        for (int i = 0; i < size; i++) {
            line.text(i > 0 ? "_" : "").hex(sheet.u8(at + i), 2);
        }
    }

    /** An object identifier (X.690 clause 8.19), by names where these are wanted and known. */
    private void printObject() {
        SnmpNames names = new SnmpNames(sheet.line, !sheet.options.numeric());
        int here = sheet.options.numeric() || size <= 2 ? at : names.shorten(sheet, at, size);
        boolean first = here == at;
        int part = 0;
        for (; here < at + size; here++) {
            int octet = sheet.u8(here);
            part = (part << 7) + (octet & ~MORE);
            if ((octet & MORE) != 0) {
                continue;
            }
            if (first) {
                first = false;
                int top = Math.min(Integer.divideUnsigned(part, 40), 2);
                names.part(top);
                part -= top * 40;
            }
            names.part(part);
            part = 0;
        }
    }
}
