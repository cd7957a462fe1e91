package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** Frame relay (ITU-T Q.922) with the encapsulation of RFC 2427 or Cisco's, and its multilink (FRF.15, FRF.16.1). */
final class FrameRelay {
    private static final int UNNUMBERED = 0x03;

    private static final int Q933 = 0x08;
    private static final int SNAP = 0x80;
    private static final int FRF15 = 0xb1;
    private static final int PPP = 0xcf;

    private static final Table FLAGS = Table.of("""
            0x02000000 C!
            0x00020000 DE
            0x00040000 BECN
            0x00080000 FECN
            0x00000002 sdlcore
            """);

    private static final Table FRAGMENT_FLAGS = Table.of("""
            0x80 Begin
            0x40 End
            0x20 Control
            """);

    private static final Table MESSAGES = Table.of("""
            1 Add Link
            2 Add Link ACK
            3 Add Link Reject
            4 Hello
            5 Hello ACK
            6 Remove Link
            7 Remove Link ACK
            """);

    private static final Table ELEMENTS = Table.of("""
            1 Bundle ID
            2 Link ID
            3 Magic Number
            5 Timestamp
            6 Vendor Extension
            7 Cause
            """);

    /** Frames in frames: what is deeper is not looked at. */
    private static final int DEEPEST = 16;

    private final Sheet sheet;
    private final Line line;

    /** How long the address is; 0 when it makes no sense. */
    private int size;

    private int identifier;
    private int flags;

    private FrameRelay(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "fr";
        sheet.need(at, 4);
        frame(sheet, at, wire);
    }

    /** Prints a frame without looking first whether the least is there. */
    static void frame(Sheet sheet, int at, int length) {
        sheet.protocol = "fr";
        if (sheet.depth >= DEEPEST) {
            sheet.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        new FrameRelay(sheet).frame(at, length);
        sheet.depth--;
    }

    private int octet(int at, int index, int length) {
        if (index >= length) {
            throw Truncated.HERE;
        }
        return sheet.u8(at + index);
    }

    /** Q.922 section 3.3. */
    private void address(int at, int length) {
        int first = octet(at, 0, length);
        if ((first & 1) != 0) {
            return;
        }
        int second = octet(at, 1, length);
        identifier = (first & 0xfc) << 2 | second >> 4;
        flags = (first & 2) << 24 | (second & 0x0e) << 16;
        if ((second & 1) != 0) {
            size = 2;
            return;
        }
        int index = 2;
        int octet = octet(at, index, length);
        if ((octet & 1) == 0) {
            identifier = identifier << 7 | octet >> 1;
            octet = octet(at, ++index, length);
        }
        if ((octet & 1) != 0) {
            flags |= octet & 2;
            identifier = identifier << 6 | octet >> 2;
            size = index + 1;
        }
    }

    private void header(int length, int headerLength, int protocol) {
        line.text("Q.922, ");
        if (sheet.options.quiet() > 0) {
            line.text("DLCI ")
                    .number(identifier)
                    .text(", length ")
                    .number(length)
                    .text(": ");
            return;
        }
        line.text("hdr-len ").number(headerLength);
        line.text(", DLCI ").number(identifier);
        line.text(", Flags [").text(FLAGS.bits(flags, ", ", "none"));
        if (protocol <= 0xff) {
            line.text("], NLPID ")
                    .text(Nlpid.NAMES.name(protocol, "unknown"))
                    .text(" (0x")
                    .hex(protocol, 2);
        } else {
            String name = EtherType.name(protocol);
            line.text("], cisco-ethertype ").text(name == null ? "unknown" : name);
            line.text(" (0x").hex(protocol, 4);
        }
        line.text("), length ").number(length).text(": ");
    }

    private void frame(int at, int length) {
        address(at, length);
        if (size == 0) {
            line.text("Q.922, invalid address");
            return;
        }
        boolean linkLevel = sheet.options.linkLevel();
        int control = octet(at, size, length);
        if (control != UNNUMBERED && identifier != 0 && cisco(at, length, control)) {
            return;
        }
        int whole = size + 2;
        if (octet(at, size + 1, length) == 0) {
            line.text(size != 3 ? "Pad! " : "");
            whole++;
        } else {
            line.text(size == 3 ? "No pad! " : "");
        }
        int protocol = octet(at, whole - 1, length);
        if (linkLevel) {
            header(length, size, protocol);
        }
        int here = at + whole;
        int rest = length - whole;
        switch (protocol) {
            case Nlpid.IP4 -> Ip4.print(sheet, here, rest);
            case Nlpid.IP6 -> Ip6.print(sheet, here, rest);
            case Nlpid.CLNP, Nlpid.ESIS, Nlpid.ISIS -> Osi.print(sheet, here - 1, rest + 1);
            case SNAP -> {
                if (!Snap.print(sheet, here, rest, 0)) {
                    if (!linkLevel) {
                        header(length, whole, protocol);
                    }
                    HexDump.print(sheet, "\n\t", at, Math.min(length, sheet.captured(at)), true);
                }
            }
            case Q933 -> Q933Message.print(sheet, here, rest);
            case FRF15 -> fragment(here, rest);
            case PPP -> Ppp.print(sheet, here, rest);
            default -> {
                if (!linkLevel) {
                    header(length, size, protocol);
                }
                HexDump.print(sheet, "\n\t", here, Math.min(rest, sheet.captured(here)), true);
                if (rest > sheet.captured(here)) {
                    throw Truncated.HERE;
                }
            }
        }
    }

    /** Cisco has an Ethernet type behind the address; false when it is none that is known. */
    private boolean cisco(int at, int length, int control) {
        if (sheet.has(at + size, 2) && length >= size + 2) {
            int type = sheet.be16(at + size);
            if (sheet.options.linkLevel()) {
                header(length, size, type);
            }
            if (LinkLayer.payload(sheet, new Payload(type, at + size + 2, length - size - 2, -1))) {
                return true;
            }
        }
        line.text("UI ").hex(control, 2).text("! ");
        return false;
    }

    /** FRF.15. */
    private void fragment(int at, int length) {
        if (length < 2) {
            throw Truncated.HERE;
        }
        int first = sheet.u8(at);
        line.text("FRF.15, seq 0x").hex((first & 0x1e) << 7 | sheet.u8(at + 1), 3);
        line.text(", Flags [").text(FRAGMENT_FLAGS.bits(first & 0xe0, ", ", "none"));
        line.text((first & 1) != 0 ? "],Interface Fragmentation" : "],End-to-End Fragmentation");
        line.text(", length ").number(length);
    }

    /** Multilink frame relay (FRF.16.1). */
    static void printMultilink(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "mfr";
        sheet.need(at, 2);
        if (length < 4) {
            line.text("[length ").number(length).text(" < 4]");
            sheet.invalid();
            return;
        }
        sheet.need(at, 4);
        int first = sheet.u8(at);
        int bits = first & 0xe0;
        if (bits == 0xe0 && sheet.u8(at + 1) == 0) {
            int type = sheet.u8(at + 2);
            line.text("FRF.16 Control, Flags [").text(FRAGMENT_FLAGS.bits(bits, ", ", "none"));
            line.text("], ").text(MESSAGES.orHex(type, "Unknown Message (0x", 2, ")"));
            line.text(", length ").number(length);
            if (sheet.v > 0) {
                elements(sheet, at + 3, at + length);
            }
            return;
        }
        line.text("FRF.16 Frag, seq ").number((first & 0x1e) << 7 | sheet.u8(at + 1));
        line.text(", Flags [").text(FRAGMENT_FLAGS.bits(bits, ", ", "none")).put(']');
        if (bits == 0xc0 || bits == 0x80) {
            line.text(", ");
            frame(sheet, at + 2, length - 2);
        } else {
            HexDump.unknown(sheet, "\n\t", at, length);
        }
    }

    private static void elements(Sheet sheet, int at, int end) {
        Line line = sheet.line;
        int here = at;
        while (end - here > 2) {
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            line.text("\n\tIE ").text(ELEMENTS.name(type, "Unknown"));
            line.text(" (").number(type).text("), length ").number(size).text(": ");
            if (type == 0 || size <= 2) {
                return;
            }
            sheet.need(here, size);
            int data = here + 2;
            int length = size - 2;
            switch (type) {
                case 1, 2 -> sheet.padded(data, Math.min(length, 50));
                case 3 -> {
                    if (length == 4) {
                        line.text("0x").hex(sheet.be32(data), 8);
                    } else {
                        line.text("[IE data length ").number(length).text(" != 4]");
                        sheet.invalid();
                    }
                }
                default -> {
                    if (type == 5 && length > 14) {
                        line.text("[Timestamp IE length ").number(length).text(" > 14]");
                        sheet.invalid();
                    } else if (sheet.v <= 1) {
                        HexDump.unknown(sheet, "\n\t  ", data, length);
                    }
                }
            }
            if (sheet.v > 1) {
                HexDump.unknown(sheet, "\n\t  ", data, length);
            }
            here += size;
        }
    }
}
