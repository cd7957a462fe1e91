package astray.packet.text;

/** The Babel routing protocol (RFC 8966, before RFC 6126) with authentication (RFC 8967, before RFC 7298). */
final class Babel {
    private static final int MAGIC = 42;
    private static final int HEADER = 4;

    private static final int PAD1 = 0;
    private static final int PADN = 1;
    private static final int ACK_REQUEST = 2;
    private static final int ACK = 3;
    static final int HELLO = 4;
    static final int HEARD = 5;
    private static final int ROUTER_ID = 6;
    private static final int NEXT_HOP = 7;
    static final int UPDATE = 8;
    private static final int ROUTE_REQUEST = 9;
    private static final int SEQUENCE_REQUEST = 10;
    private static final int TIMESTAMP = 11;
    private static final int DIGEST = 12;
    static final int SOURCE_UPDATE = 13;
    private static final int SOURCE_REQUEST = 14;
    private static final int SOURCE_SEQUENCE_REQUEST = 15;
    private static final int MAC = 16;
    private static final int PACKET_COUNTER = 17;
    private static final int CHALLENGE_REQUEST = 18;
    private static final int CHALLENGE_REPLY = 19;

    private static final int IP4 = 1;
    private static final int LONGEST_NONCE = 192;

    /** Without -v: a word for each. */
    private static final String[] WORDS = {
        "pad1",
        "padN",
        "ack-req",
        "ack",
        "hello",
        "ihu",
        "router-id",
        "nh",
        "update",
        "route-request",
        "seqno-request",
        "tspc",
        "hmac",
        "ss-update",
        "ss-request",
        "ss-mh-request",
        "mac",
        "pc",
        "challenge_request",
        "challenge_reply"
    };

    private static final String UPPER_DIGITS = "0123456789ABCDEF";

    private final Sheet sheet;
    private final Line line;

    /** What the prefixes of later updates may leave out (RFC 8966 section 4.6.9). */
    private byte[] default4 = BabelAddress.MAPPED.clone();

    private byte[] default6 = new byte[16];

    private Babel(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "babel";
        line.text("babel");
        if (!sheet.has(at, HEADER)) {
            sheet.truncated();
            return;
        }
        if (sheet.u8(at) != MAGIC) {
            line.text(" invalid header");
            return;
        }
        int version = sheet.u8(at + 1);
        line.put(' ').number(version);
        if (version != 2) {
            line.text(" unknown version");
            return;
        }
        if (length < HEADER) {
            sheet.invalid();
            return;
        }
        int body = sheet.be16(at + 2);
        line.text(" (").number(body).put(')');
        int rest = length - HEADER;
        if (rest < body) {
            sheet.invalid();
            return;
        }
        Babel babel = new Babel(sheet);
        if (!babel.messages(at + HEADER, body)) {
            return;
        }
        if (rest > body) {
            line.text(sheet.v > 0 ? "\n\t----" : " |");
            new Babel(sheet).messages(at + HEADER + body, rest - body);
        }
    }

    /** Prints messages; false when one is cut off or invalid, which is said. */
    private boolean messages(int at, int length) {
        int i = 0;
        while (i < length) {
            int here = at + i;
            int type = sheet.u8(here);
            if (type == PAD1) {
                line.text(sheet.v > 0 ? "\n\tPad 1" : " pad1");
                i++;
                continue;
            }
            if (i + 2 > length) {
                sheet.invalid();
                return false;
            }
            if (!sheet.has(here, 2)) {
                sheet.truncated();
                return false;
            }
            int size = sheet.u8(here + 1);
            if (i + 2 + size > length) {
                sheet.invalid();
                return false;
            }
            if (!sheet.has(here, 2 + size)) {
                sheet.truncated();
                return false;
            }
            boolean valid = sheet.v > 0 ? message(type, here + 2, size) : word(type, here + 2, size);
            if (!valid) {
                sheet.invalid();
                return false;
            }
            i += 2 + size;
        }
        return true;
    }

    private boolean word(int type, int at, int size) {
        line.put(' ').text(type < WORDS.length ? WORDS[type] : "unknown");
        if (type == UPDATE) {
            if (size < 10) {
                return false;
            }
            flags(sheet.u8(at + 1));
        }
        return true;
    }

    private void flags(int flags) {
        line.text((flags & 0x80) != 0 ? "/prefix" : "").text((flags & 0x40) != 0 ? "/id" : "");
        line.text((flags & 0x3f) != 0 ? "/unknown" : "");
    }

    /** Prints a message; whether it is valid. */
    private boolean message(int type, int at, int size) {
        switch (type) {
            case PADN -> line.text("\n\tPad ").number(size + 2);
            case ACK_REQUEST -> {
                line.text("\n\tAcknowledgment Request ");
                if (size < 6) {
                    return false;
                }
                line.hex(sheet.be16(at + 2), 4).put(' ');
                interval(sheet.be16(at + 4));
            }
            case ACK -> {
                line.text("\n\tAcknowledgment ");
                if (size < 2) {
                    return false;
                }
                line.hex(sheet.be16(at), 4);
            }
            case HELLO -> {
                return hello(at, size);
            }
            case HEARD -> {
                return heard(at, size);
            }
            case ROUTER_ID -> {
                line.text("\n\tRouter Id");
                if (size < 10) {
                    return false;
                }
                line.put(' ');
                sheet.mac(at + 2, 8);
            }
            case NEXT_HOP -> {
                return nextHop(at, size);
            }
            case UPDATE -> {
                return update(at, size);
            }
            case ROUTE_REQUEST -> {
                line.text("\n\tRoute Request ");
                if (size < 2) {
                    return false;
                }
                BabelAddress prefix =
                        BabelAddress.prefix(sheet, sheet.u8(at), sheet.u8(at + 1), 0, at + 2, size - 2, null);
                if (prefix == null) {
                    return false;
                }
                line.text("for ");
                prefix.printPrefix(sheet, "any");
            }
            case SEQUENCE_REQUEST -> {
                return sequenceRequest(at, size);
            }
            case TIMESTAMP -> {
                line.text("\n\tTS/PC ");
                if (size < 6) {
                    return false;
                }
                line.text("timestamp ").number(sheet.be32(at + 2));
                line.text(" packetcounter ").number(sheet.be16(at));
            }
            case DIGEST -> {
                return digest(at, size);
            }
            case SOURCE_UPDATE -> {
                return sourceUpdate(at, size);
            }
            case SOURCE_REQUEST, SOURCE_SEQUENCE_REQUEST -> {
                return sourceRequest(type, at, size);
            }
            case MAC -> line.text("\n\tMAC len ").number(size);
            case PACKET_COUNTER -> {
                line.text("\n\tPC");
                if (size < 4) {
                    return false;
                }
                line.text(" value ").number(sheet.be32(at)).text(" index len ").number(size - 4);
            }
            case CHALLENGE_REQUEST, CHALLENGE_REPLY -> {
                line.text(type == CHALLENGE_REQUEST ? "\n\tChallenge Request" : "\n\tChallenge Reply");
                if (size > LONGEST_NONCE) {
                    return false;
                }
                line.text(" len ").number(size);
            }
            default -> line.text("\n\tUnknown message type ").number(type);
        }
        return true;
    }

    private void interval(int hundredths) {
        if (hundredths == 0) {
            line.text("0.0s (bogus)");
        } else {
            line.number(hundredths / 100).put('.').padded(hundredths % 100, 2).put('s');
        }
    }

    private void updateInterval(int hundredths) {
        if (hundredths == 0xffff) {
            line.text("infinity");
        } else {
            interval(hundredths);
        }
    }

    private boolean hello(int at, int size) {
        line.text("\n\tHello ");
        if (size < 6) {
            return false;
        }
        int interval = sheet.be16(at + 4);
        line.text((sheet.be16(at) & 0x8000) != 0 ? "(Unicast) " : "");
        line.text("seqno ").number(sheet.be16(at + 2)).put(' ');
        if (interval == 0) {
            line.text("unscheduled");
        } else {
            line.text("interval ");
            interval(interval);
        }
        BabelParameters.print(sheet, at + 6, at + size, HELLO);
        return true;
    }

    private boolean heard(int at, int size) {
        line.text("\n\tIHU ");
        if (size < 6) {
            return false;
        }
        BabelAddress address = BabelAddress.whole(sheet, sheet.u8(at), at + 6, size - 6);
        if (address == null) {
            sheet.truncated();
            return true;
        }
        address.printAddress(sheet, "any");
        line.text(" rxcost ").number(sheet.be16(at + 2)).text(" interval ");
        interval(sheet.be16(at + 4));
        BabelParameters.print(sheet, at + 6 + address.size(), at + size, HEARD);
        return true;
    }

    private boolean nextHop(int at, int size) {
        line.text("\n\tNext Hop");
        BabelAddress address = size < 2 ? null : BabelAddress.whole(sheet, sheet.u8(at), at + 2, size - 2);
        if (address == null) {
            return false;
        }
        line.put(' ');
        address.printAddress(sheet, "invalid AE 0");
        return true;
    }

    private boolean update(int at, int size) {
        line.text("\n\tUpdate");
        if (size < 10) {
            return false;
        }
        int encoding = sheet.u8(at);
        int flags = sheet.u8(at + 1);
        BabelAddress prefix = BabelAddress.prefix(
                sheet,
                encoding,
                sheet.u8(at + 2),
                sheet.u8(at + 3),
                at + 10,
                size - 10,
                encoding == IP4 ? default4 : default6);
        if (prefix == null) {
            return false;
        }
        flags(flags);
        line.put(' ');
        prefix.printPrefix(sheet, "any");
        line.text(" metric ").number(sheet.be16(at + 8));
        line.text(" seqno ").number(sheet.be16(at + 6)).text(" interval ");
        updateInterval(sheet.be16(at + 4));
        if ((flags & 0x80) != 0) {
            if (encoding == IP4) {
                default4 = prefix.bytes();
            } else {
                default6 = prefix.bytes();
            }
        }
        BabelParameters.print(sheet, at + 10 + prefix.size(), at + size, UPDATE);
        return true;
    }

    private boolean sequenceRequest(int at, int size) {
        line.text("\n\tSeqno Request ");
        if (size < 14) {
            return false;
        }
        BabelAddress prefix = BabelAddress.prefix(sheet, sheet.u8(at), sheet.u8(at + 1), 0, at + 14, size - 14, null);
        if (prefix == null) {
            return false;
        }
        line.put('(').number(sheet.u8(at + 4)).text(" hops) for ");
        prefix.printPrefix(sheet, "invalid AE 0");
        line.text(" seqno ").number(sheet.be16(at + 2)).text(" id ");
        sheet.mac(at + 6, 8);
        return true;
    }

    private boolean digest(int at, int size) {
        line.text("\n\tHMAC ");
        if (size < 18) {
            return false;
        }
        line.text("key-id ")
                .number(sheet.be16(at))
                .text(" digest-")
                .number(size - 2)
                .put(' ');
        for (int i = 2; i < size; i++) {
            int octet = sheet.u8(at + i);
            line.put(UPPER_DIGITS.charAt(octet >> 4)).put(UPPER_DIGITS.charAt(octet & 15));
        }
        return true;
    }

    private boolean sourceUpdate(int at, int size) {
        line.text("\n\tSS-Update");
        if (size < 10) {
            return false;
        }
        int encoding = sheet.u8(at);
        BabelAddress prefix = BabelAddress.prefix(
                sheet,
                encoding,
                sheet.u8(at + 2),
                sheet.u8(at + 3),
                at + 10,
                size - 10,
                encoding == IP4 ? default4 : default6);
        if (prefix == null) {
            return false;
        }
        int parsed = 10 + prefix.size();
        BabelAddress source =
                BabelAddress.prefix(sheet, encoding, sheet.u8(at + 1), 0, at + parsed, size - parsed, null);
        if (source == null) {
            return false;
        }
        line.put(' ');
        prefix.printPrefix(sheet, null);
        line.text(" from ");
        source.printPrefix(sheet, null);
        line.text(" metric ").number(sheet.be16(at + 8));
        line.text(" seqno ").number(sheet.be16(at + 6)).text(" interval ");
        updateInterval(sheet.be16(at + 4));
        BabelParameters.print(sheet, at + parsed + source.size(), at + size, SOURCE_UPDATE);
        return true;
    }

    private boolean sourceRequest(int type, int at, int size) {
        boolean sequence = type == SOURCE_SEQUENCE_REQUEST;
        line.text(sequence ? "\n\tSS-MH-Request " : "\n\tSS-Request ");
        int header = sequence ? 14 : 3;
        if (size < header) {
            return false;
        }
        int encoding = sheet.u8(at);
        BabelAddress prefix =
                BabelAddress.prefix(sheet, encoding, sheet.u8(at + 1), 0, at + header, size - header, null);
        if (prefix == null) {
            return false;
        }
        int parsed = header + prefix.size();
        int sourceBits = sheet.u8(at + (sequence ? 5 : 2));
        BabelAddress source = BabelAddress.prefix(sheet, encoding, sourceBits, 0, at + parsed, size - parsed, null);
        if (source == null) {
            return false;
        }
        if (!sequence && encoding == 0) {
            line.text("for any");
            return true;
        }
        if (sequence) {
            line.put('(').number(sheet.u8(at + 4)).text(" hops) ");
        }
        line.text("for (");
        prefix.printPrefix(sheet, null);
        line.text(", ");
        source.printPrefix(sheet, null);
        line.put(')');
        if (sequence) {
            line.text(" seqno ").number(sheet.be16(at + 2)).text(" id ");
            sheet.mac(at + 6, 8);
        }
        return true;
    }
}
