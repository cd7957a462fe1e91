package astray.packet.text;

/** DECnet phase IV: routing layer (AA-X435A-TK) and network services protocol (AA-X439A-TK). */
final class Decnet {
    private static final int SHORT_HEADER = 6;
    private static final int LONG_HEADER = 21;

    /** Flags of the routing layer. */
    private static final int PADDING = 0x80;

    private static final int FUTURE = 0x40;
    private static final int INTRA_ETHERNET = 0x20;
    private static final int RETURNING = 0x10;
    private static final int RETURN_REQUEST = 0x08;
    private static final int CONTROL = 0x01;
    private static final int SHORT = 2;
    private static final int LONG = 6;

    private static final int INITIALIZATION = 1;
    private static final int VERIFICATION = 3;
    private static final int TEST = 5;
    private static final int LEVEL_1 = 7;
    private static final int LEVEL_2 = 9;
    private static final int ROUTER_HELLO = 11;
    private static final int END_NODE_HELLO = 13;

    /** An entry of a routing message that is for more nodes is taken for rubbish. */
    private static final int MOST_NODES = 1024;

    private static final String[] NODES = {"reserved-ntype? ", "l2rout ", "l1rout ", "endnode "};

    /** Kinds of messages of the network services, and what they are of their kind. */
    private static final int DATA = 0x00;

    private static final int ACKNOWLEDGEMENT = 0x04;
    private static final int CONNECTION = 0x08;

    /** Bits of an acknowledgement number. */
    private static final int PRESENT = 0x8000;

    private static final int NEGATIVE = 0x9000;
    private static final int OTHER = 0xa000;
    private static final int OTHER_NEGATIVE = 0xb000;
    private static final int NUMBER = 0x0fff;

    private static final String[] VERSIONS = {"3.2", "3.1", "4.0", "4.1"};
    private static final Table REASONS = Table.of("""
            0 object rejected connect
            1 insufficient resources
            2 unrecognized node name
            3 node is shutting down
            4 unrecognized object
            5 invalid object name format
            6 object too busy
            7 protocol error discovered
            8 third party abort
            9 user abort
            10 invalid node name format
            11 local node shutting down
            32 insufficient local resources
            33 insufficient remote user resources
            34 invalid access control information
            36 bad ACCOUNT information
            38 no response from object
            39 node unreachable
            41 no link terminate
            42 disconnect complete
            43 bad image data in connect
            54 cryptographic service mismatch
            """);

    private final Sheet sheet;
    private final Line line;

    private Decnet(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "decnet";
        if (!new Decnet(sheet).packet(at, length)) {
            sheet.invalid();
        }
    }

    /** Whether a length is too small, which is said. */
    private boolean lacks(String what, int length, int needed) {
        if (length < needed) {
            line.text(" (")
                    .text(what)
                    .put(' ')
                    .number(length)
                    .text(" < ")
                    .number(needed)
                    .put(')');
        }
        return length < needed;
    }

    private boolean packet(int at, int available) {
        if (lacks("length", available, SHORT_HEADER)) {
            return false;
        }
        int told = sheet.le16(at);
        if (lacks("pktlen", told, SHORT_HEADER)) {
            return false;
        }
        if (told > available) {
            line.text(" (pktlen ").number(told).text(" > ").number(available).put(')');
            return false;
        }
        int length = told;
        int here = at + 2;
        int flags = sheet.u8(here);
        if ((flags & PADDING) != 0) {
            int padding = flags & ~PADDING;
            if (sheet.v > 0) {
                line.text("[pad:").number(padding).text("] ");
            }
            if (lacks("length", length, padding + 2)) {
                return false;
            }
            sheet.need(here, padding);
            here += padding;
            length -= padding;
            flags = sheet.u8(here);
        }
        if ((flags & FUTURE) != 0) {
            line.text("future-version-decnet");
            dump(here - 2, length);
            return true;
        }
        if ((flags & CONTROL) != 0) {
            return control(flags, here, length);
        }
        return switch (flags & 7) {
            case LONG -> {
                if (lacks("length", length, LONG_HEADER)) {
                    yield false;
                }
                sheet.need(here, LONG_HEADER);
                route(sheet.le16(here + 15), sheet.le16(here + 7), told, flags, sheet.u8(here + 18));
                yield services(here + LONG_HEADER, length - LONG_HEADER);
            }
            case SHORT -> {
                sheet.need(here, SHORT_HEADER);
                route(sheet.le16(here + 3), sheet.le16(here + 1), told, flags, (sheet.u8(here + 5) & 63) + 1);
                yield services(here + SHORT_HEADER, length - SHORT_HEADER);
            }
            default -> {
                line.text("unknown message flags under mask");
                dump(here - 2, length);
                yield true;
            }
        };
    }

    private void dump(int at, int length) {
        HexDump.print(sheet, "\n\t", at, Math.min(length, sheet.captured(at)), true);
    }

    private void route(int source, int destination, int length, int flags, int hops) {
        node(source);
        line.text(" > ");
        node(destination);
        line.put(' ').number(length).put(' ');
        if (sheet.v > 0) {
            line.text((flags & RETURN_REQUEST) != 0 ? "RQR " : "");
            line.text((flags & RETURNING) != 0 ? "RTS " : "");
            line.text((flags & INTRA_ETHERNET) != 0 ? "IE " : "");
            line.number(hops).text(" hops ");
        }
    }

    /** A node's address: area and number. */
    private void node(int address) {
        line.number(address >> 10).put('.').number(address & 0x3ff);
    }

    private boolean control(int flags, int at, int length) {
        int kind = flags & 15;
        String name = switch (kind) {
            case INITIALIZATION -> "init ";
            case VERIFICATION -> "verification ";
            case TEST -> "test ";
            case LEVEL_1 -> "lev-1-routing ";
            case LEVEL_2 -> "lev-2-routing ";
            case ROUTER_HELLO -> "router-hello ";
            case END_NODE_HELLO -> "endnode-hello ";
            default -> "unknown control message";
        };
        line.text(name);
        int needed = switch (kind) {
            case INITIALIZATION -> 12;
            case VERIFICATION, TEST, LEVEL_1, LEVEL_2 -> 4;
            case ROUTER_HELLO -> 18;
            case END_NODE_HELLO -> 32;
            default -> 0;
        };
        if (length < needed) {
            return false;
        }
        sheet.need(at, needed);
        switch (kind) {
            case INITIALIZATION -> {
                int information = sheet.u8(at + 3);
                line.text(NODES[information & 3]);
                line.text((information & 4) != 0 ? "verif " : "").text((information & 8) != 0 ? "blo " : "");
                line.text("src ");
                node(sheet.le16(at + 1));
                line.text("blksize ").number(sheet.le16(at + 4));
                versions(" vers ", at + 6);
                line.text(" hello ").number(sheet.le16(at + 9));
            }
            case VERIFICATION, TEST -> {
                line.text("src ");
                node(sheet.le16(at + 1));
                line.text(kind == TEST ? " data " : " fcnval ").text(Integer.toOctalString(sheet.u8(at + 3)));
            }
            case LEVEL_1, LEVEL_2 -> {
                line.text("src ");
                node(sheet.le16(at + 1));
                line.put(' ');
                routes(kind == LEVEL_1 ? "{ids " : "{areas ", at + 4, length - 4);
            }
            case ROUTER_HELLO, END_NODE_HELLO -> hello(kind == ROUTER_HELLO, at);
            default -> dump(at, length);
        }
        return true;
    }

    private void versions(String before, int at) {
        line.text(before).number(sheet.u8(at));
        line.text(" eco ").number(sheet.u8(at + 1));
        line.text(" ueco ").number(sheet.u8(at + 2));
    }

    private void hello(boolean router, int at) {
        int information = sheet.u8(at + 10);
        line.text(NODES[information & 3]);
        line.text((information & 0x04) != 0 ? "verif " : "");
        line.text((information & 0x20) != 0 ? "nomcast " : "");
        line.text((information & 0x40) != 0 ? "blo " : "");
        versions("vers ", at + 1);
        line.text(" src ");
        node(sheet.le16(at + 8));
        line.text(" blksize ").number(sheet.le16(at + 11));
        if (router) {
            line.text(" pri ").number(sheet.u8(at + 13));
            line.text(" hello ").number(sheet.le16(at + 15));
        } else {
            line.text(" rtr ");
            node(sheet.le16(at + 26));
            line.text(" hello ").number(sheet.le16(at + 28));
            line.text(" data ").text(Integer.toOctalString(sheet.u8(at + 31)));
        }
    }

    /** Entries of six bytes; a checksum of two bytes follows them. */
    private void routes(String before, int at, int length) {
        for (int here = at; at + length - here > 6; here += 6) {
            sheet.need(here, 6);
            int count = sheet.le16(here);
            if (count > MOST_NODES) {
                return;
            }
            int first = sheet.le16(here + 2);
            int information = sheet.le16(here + 4);
            line.text(before).number(first).put('-').number(first + count);
            line.text(" cost ").number(information & 0x1ff);
            line.text(" hops ").number(information >> 10 & 31).text("} ");
        }
    }

    private boolean services(int at, int length) {
        if (lacks("nsplen", length, 5)) {
            return false;
        }
        sheet.need(at, 5);
        int flags = sheet.u8(at);
        int kind = flags & 0x70;
        switch (flags & 0x0c) {
            case DATA -> {
                switch (kind) {
                    case 0x00, 0x20, 0x40, 0x60 -> {
                        ends("data ", at);
                        return segment(at, length, "oack ", "onak ");
                    }
                    case 0x30 -> {
                        line.text("intr ");
                        return segment(at, length, "ackdat ", "nakdat ");
                    }
                    case 0x10 -> {
                        ends("link-service ", at);
                        return length >= 13 && segment(at, length, "ackdat ", "nakdat ") && link(at + 11);
                    }
                    default -> reserved("subtype", flags, at);
                }
            }
            case ACKNOWLEDGEMENT -> {
                switch (kind) {
                    case 0x00, 0x10 -> {
                        ends(kind == 0 ? "data-ack " : "ils-ack ", at);
                        if (length < 9) {
                            return false;
                        }
                        sheet.need(at, 9);
                        if (acknowledged(at + 5)) {
                            other(at + 7, kind == 0 ? "oack " : "ackdat ", kind == 0 ? "onak " : "nakdat ");
                        }
                    }
                    case 0x20 -> line.text("conn-ack ").number(sheet.le16(at + 1));
                    default -> reserved("acktype", flags, at);
                }
            }
            case CONNECTION -> {
                return connection(kind, flags, at, length);
            }
            default -> reserved("type", flags, at);
        }
        return true;
    }

    private void ends(String before, int at) {
        line.text(before).number(sheet.le16(at + 3)).put('>');
        line.number(sheet.le16(at + 1)).put(' ');
    }

    private void reserved(String what, int flags, int at) {
        line.text("reserved-").text(what).text("? ").hex(flags);
        line.put(' ').number(sheet.le16(at + 3)).text(" > ").number(sheet.le16(at + 1));
    }

    /** Prints an acknowledgement; false when none is there. */
    private boolean acknowledged(int at) {
        int number = sheet.le16(at);
        if ((number & PRESENT) != 0) {
            line.text((number & NEGATIVE) == NEGATIVE ? "nak " : "ack ");
            line.number(number & NUMBER).put(' ');
        }
        return (number & PRESENT) != 0;
    }

    /** Prints an acknowledgement of the other direction's; false when none is there. */
    private boolean other(int at, String positive, String negative) {
        int number = sheet.le16(at);
        if ((number & OTHER) != 0) {
            line.text((number & OTHER_NEGATIVE) == OTHER_NEGATIVE ? negative : positive);
            line.number(number & NUMBER).put(' ');
        }
        return (number & OTHER) != 0;
    }

    private boolean segment(int at, int length, String positive, String negative) {
        int number = at + 5;
        if (length < 7) {
            return false;
        }
        if (acknowledged(number)) {
            number += 2;
            if (length < 9) {
                return false;
            }
            if (other(number, positive, negative)) {
                number += 2;
                if (length < 11) {
                    return false;
                }
            }
        }
        int segment = sheet.le16(number);
        line.text("seg ").number(segment & NUMBER).put(' ');
        return true;
    }

    private boolean link(int at) {
        sheet.need(at, 2);
        int flags = sheet.u8(at);
        int count = sheet.u8(at + 1);
        switch (flags & 0x0c) {
            case 0 -> {
                line.text("dat seg count ").number(count).put(' ');
                switch (flags & 3) {
                    case 0 -> {
                        // it goes on as before
                    }
                    case 1 -> line.text("donotsend-data ");
                    case 2 -> line.text("send-data ");
                    default -> line.text("reserved-fcmod? ").hex(flags);
                }
            }
            case 4 -> line.text("intr req count ").number(count).put(' ');
            default -> line.text("reserved-fcval-int? ").hex(flags);
        }
        return true;
    }

    private boolean connection(int kind, int flags, int at, int length) {
        switch (kind) {
            case 0x10, 0x60, 0x20 -> {
                boolean confirms = kind == 0x20;
                ends(confirms ? "conn-confirm " : kind == 0x10 ? "conn-initiate " : "retrans-conn-initiate ", at);
                int needed = confirms ? 10 : 9;
                if (length < needed) {
                    return false;
                }
                sheet.need(at, needed);
                int control = sheet.u8(at + 5) & 0x0c;
                line.text(control == 4 ? "seg " : control == 8 ? "msg " : "");
                line.text("ver ").text(VERSIONS[sheet.u8(at + 6) & 3]);
                line.text(" segsize ").number(sheet.le16(at + 7)).put(' ');
                if (confirms && sheet.u8(at + 9) != 0) {
                    line.text("optlen ").number(sheet.u8(at + 9)).put(' ');
                }
            }
            case 0x30 -> {
                ends("disconn-initiate ", at);
                if (length < 8) {
                    return false;
                }
                sheet.need(at, 8);
                line.text(REASONS.orNumber(sheet.le16(at + 5), "reason-")).put(' ');
                if (sheet.u8(at + 7) != 0) {
                    line.text("optlen ").number(sheet.u8(at + 7)).put(' ');
                }
            }
            case 0x40 -> {
                ends("disconn-confirm ", at);
                int reason = sheet.le16(at + 5);
                line.text(REASONS.orNumber(reason, "reason-")).put(' ');
            }
            default -> reserved("ctltype", flags, at);
        }
        return true;
    }
}
