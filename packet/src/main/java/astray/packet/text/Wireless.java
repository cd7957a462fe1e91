package astray.packet.text;

/** Frames of wireless networks (IEEE 802.11-2016 section 9). */
final class Wireless {
    private static final int MANAGEMENT = 0;
    private static final int CONTROL = 1;
    private static final int DATA = 2;

    /** The frame control field, in the order of the bytes on the air. */
    private static final int TO_SYSTEM = 0x0100;

    private static final int FROM_SYSTEM = 0x0200;
    private static final int MORE_FRAGMENTS = 0x0400;
    private static final int RETRY = 0x0800;
    private static final int SLEEPS = 0x1000;
    private static final int MORE_DATA = 0x2000;
    private static final int PROTECTED = 0x4000;
    private static final int ORDERED = 0x8000;

    /** Bits of a data frame's subtype. */
    private static final int ACKNOWLEDGES = 1;

    private static final int POLLS = 2;
    private static final int EMPTY = 4;
    private static final int QUALITY = 8;

    private static final int DURATION = 2;
    private static final int ADDRESS1 = 4;
    private static final int ADDRESS2 = 10;
    private static final int ADDRESS3 = 16;
    private static final int ADDRESS4 = 24;
    private static final int HEADER = 24;

    private static final int WRAPPER = 7;
    private static final int BLOCK_REQUEST = 8;
    private static final int BLOCK = 9;
    private static final int POLL = 10;
    private static final int REQUEST_TO_SEND = 11;
    private static final int CLEAR_TO_SEND = 12;
    private static final int ACKNOWLEDGMENT = 13;
    private static final int END = 14;
    private static final int END_ACKNOWLEDGED = 15;
    private static final Table CONTROLS = Table.of("""
            7 Control Wrapper
            8 BAR
            9 BA
            10 Power Save-Poll
            11 Request-To-Send
            12 Clear-To-Send
            13 Acknowledgment
            14 CF-End
            15 CF-End+CF-Ack
            """);

    private static final int PRISM_HEADER = 144;
    private static final long AVS_1 = 0x80211001L;
    private static final long AVS_2 = 0x80211002L;

    private Wireless() {}

    /**
     * Prints a frame.
     *
     * @param padded whether the header is filled up to a multiple of four bytes
     * @param sum how long the check sequence at its end is
     */
    static void print(Sheet sheet, int at, int length, boolean padded, int sum) {
        sheet.protocol = "802.11";
        if (length < sum) {
            throw Truncated.HERE;
        }
        int before = sheet.endAt(at + length - sum);
        try {
            frame(sheet, at, length - sum, padded);
        } finally {
            sheet.endAgain(before);
        }
    }

    /** A frame behind the header of the AVS project: nothing of that is printed. */
    static void printAvs(Sheet sheet, int at, int length) {
        sheet.protocol = "802.11_radio_avs";
        sheet.need(at, 8);
        long header = sheet.be32(at + 4);
        if (header < 8 || sheet.captured(at) < header) {
            throw Truncated.HERE;
        }
        print(sheet, at + (int) header, length - (int) header, false, 0);
    }

    /** A frame behind the header of Prism cards, which may be AVS' as well: nothing of that is printed. */
    static void printPrism(Sheet sheet, int at, int length) {
        sheet.protocol = "prism";
        long mark = sheet.be32(at);
        if (mark == AVS_1 || mark == AVS_2) {
            printAvs(sheet, at, length);
            return;
        }
        sheet.need(at, PRISM_HEADER);
        print(sheet, at + PRISM_HEADER, length - PRISM_HEADER, false, 0);
    }

    private static void frame(Sheet sheet, int at, int length, boolean padded) {
        sheet.need(at, 2);
        int control = sheet.le16(at);
        int type = control >> 2 & 3;
        int subtype = control >> 4 & 15;
        int header = headerLength(sheet, control, type, subtype);
        if (header == 0) {
            return;
        }
        if (padded) {
            header = header + 3 & ~3;
        }
        int mesh = 0;
        if (sheet.options.mesh() && type == DATA && (subtype & QUALITY) != 0) {
            int flags = sheet.u8(at + header);
            mesh = (flags & ~3) != 0 ? 0 : 6 * (1 + (flags & 3));
        }
        sheet.need(at, header + mesh);
        if (sheet.options.linkLevel()) {
            header(sheet, at, control, type, subtype);
            if (mesh > 0) {
                mesh(sheet, at + header);
            }
            addresses(sheet, at, control, type, subtype);
        }
        int body = at + header + mesh;
        int rest = length - header - mesh;
        switch (type) {
            case MANAGEMENT -> WirelessManagement.print(sheet, subtype, (control & PROTECTED) != 0, at, body, rest);
            case CONTROL -> control(sheet, subtype, at);
            default -> data(sheet, control, subtype, at, body, rest);
        }
    }

    /** How long a frame's header is; 0 for one that is not known, which is said. */
    private static int headerLength(Sheet sheet, int control, int type, int subtype) {
        switch (type) {
            case MANAGEMENT -> {
                return HEADER;
            }
            case DATA -> {
                boolean four = (control & TO_SYSTEM) != 0 && (control & FROM_SYSTEM) != 0;
                return HEADER + (four ? 6 : 0) + ((subtype & QUALITY) != 0 ? 2 : 0);
            }
            case CONTROL -> {
                int length = switch (subtype) {
                    case BLOCK_REQUEST -> 20;
                    case WRAPPER, BLOCK, POLL, REQUEST_TO_SEND, END, END_ACKNOWLEDGED -> 16;
                    case CLEAR_TO_SEND, ACKNOWLEDGMENT -> 10;
                    default -> 0;
                };
                if (length == 0) {
                    sheet.text("unknown 802.11 ctrl frame subtype (")
                            .number(subtype)
                            .put(')');
                }
                return length;
            }
            default -> {
                sheet.text("unknown 802.11 frame type (").number(type).put(')');
                return 0;
            }
        }
    }

    private static void header(Sheet sheet, int at, int control, int type, int subtype) {
        if (sheet.v > 0) {
            Line line = sheet.line;
            line.text((control & MORE_DATA) != 0 ? "More Data " : "");
            line.text((control & MORE_FRAGMENTS) != 0 ? "More Fragments " : "");
            line.text((control & SLEEPS) != 0 ? "Pwr Mgmt " : "");
            line.text((control & RETRY) != 0 ? "Retry " : "");
            line.text((control & ORDERED) != 0 ? "Strictly Ordered " : "");
            line.text((control & PROTECTED) != 0 ? "Protected " : "");
            if (type != CONTROL || subtype != POLL) {
                line.number(sheet.le16(at + DURATION)).text("us ");
            }
        }
    }

    /** The mesh control field (section 9.2.4.7.3). */
    private static void mesh(Sheet sheet, int at) {
        Line line = sheet.line;
        int extensions = sheet.u8(at) & 3;
        line.text("MeshData (AE ").number(extensions);
        line.text(" TTL ").number(sheet.u8(at + 1));
        line.text(" seq ").number(sheet.le32(at + 2));
        for (int i = 0; i < extensions; i++) {
            line.text(" A").number(4 + i).put(':');
            sheet.mac(at + 6 + 6 * i);
        }
        line.text(") ");
    }

    private static void addresses(Sheet sheet, int at, int control, int type, int subtype) {
        switch (type) {
            case MANAGEMENT -> {
                address(sheet, "BSSID:", at + ADDRESS3);
                address(sheet, "DA:", at + ADDRESS1);
                address(sheet, "SA:", at + ADDRESS2);
            }
            case CONTROL -> {
                switch (subtype) {
                    case BLOCK_REQUEST -> blockRequest(sheet, at);
                    case BLOCK, REQUEST_TO_SEND -> {
                        address(sheet, "RA:", at + ADDRESS1);
                        address(sheet, "TA:", at + ADDRESS2);
                    }
                    case POLL -> {
                        address(sheet, "BSSID:", at + ADDRESS1);
                        address(sheet, "TA:", at + ADDRESS2);
                    }
                    case CLEAR_TO_SEND, ACKNOWLEDGMENT -> address(sheet, "RA:", at + ADDRESS1);
                    case END, END_ACKNOWLEDGED -> {
                        address(sheet, "RA:", at + ADDRESS1);
                        address(sheet, "BSSID:", at + ADDRESS2);
                    }
                    default -> {
                        // a wrapper has none of its own
                    }
                }
            }
            default -> {
                contention(sheet.line, subtype);
                boolean to = (control & TO_SYSTEM) != 0;
                boolean from = (control & FROM_SYSTEM) != 0;
                address(sheet, to ? from ? "RA:" : "BSSID:" : "DA:", at + ADDRESS1);
                address(sheet, to ? from ? "TA:" : "SA:" : from ? "BSSID:" : "SA:", at + ADDRESS2);
                address(sheet, to ? "DA:" : from ? "SA:" : "BSSID:", at + ADDRESS3);
                if (to && from) {
                    address(sheet, "SA:", at + ADDRESS4);
                }
            }
        }
    }

    /** What a data frame is beside that. */
    private static void contention(Line line, int subtype) {
        boolean acknowledges = (subtype & ACKNOWLEDGES) != 0;
        boolean polls = (subtype & POLLS) != 0;
        boolean quality = (subtype & QUALITY) != 0;
        if (acknowledges || polls || quality) {
            line.text("CF ").text(acknowledges ? polls ? "Ack/Poll" : "Ack" : polls ? "Poll" : "");
            line.text(quality ? "+QoS " : " ");
        }
    }

    private static void address(Sheet sheet, String name, int at) {
        sheet.need(at, 6);
        sheet.text(name);
        sheet.mac(at);
        sheet.line.put(' ');
    }

    private static void blockRequest(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, 20);
        line.text(" RA:");
        sheet.mac(at + ADDRESS1);
        line.text(" TA:");
        sheet.mac(at + ADDRESS2);
        line.text(" CTL(").hex(sheet.le16(at + 16));
        line.text(") SEQ(").number(sheet.le16(at + 18)).text(") ");
    }

    private static void control(Sheet sheet, int subtype, int at) {
        Line line = sheet.line;
        line.text(CONTROLS.name(subtype, "Unknown Ctrl Subtype"));
        boolean addressed = sheet.options.linkLevel();
        switch (subtype) {
            case WRAPPER -> {
                // what it wraps is not looked at
            }
            case POLL -> line.text(" AID(").hex(sheet.le16(at + DURATION)).put(')');
            case BLOCK_REQUEST -> {
                if (!addressed) {
                    blockRequest(sheet, at);
                }
            }
            default -> {
                if (!addressed) {
                    boolean request = subtype == REQUEST_TO_SEND;
                    address(sheet, request ? " TA:" : " RA:", request ? at + ADDRESS2 : at + ADDRESS1);
                }
            }
        }
    }

    private static void data(Sheet sheet, int control, int subtype, int at, int body, int length) {
        if ((subtype & EMPTY) != 0) {
            return;
        }
        if ((control & PROTECTED) != 0) {
            sheet.text("Data");
            encrypted(sheet, body);
            return;
        }
        boolean to = (control & TO_SYSTEM) != 0;
        boolean from = (control & FROM_SYSTEM) != 0;
        int source = sheet.linkSource;
        int destination = sheet.linkDestination;
        sheet.linkSource = at + (from ? to ? ADDRESS4 : ADDRESS3 : ADDRESS2);
        sheet.linkDestination = at + (to ? ADDRESS3 : ADDRESS1);
        if (!Llc.print(sheet, body, length)) {
            LinkLayer.raw(sheet, body);
        }
        sheet.linkSource = source;
        sheet.linkDestination = destination;
    }

    /** What stands in front of an encrypted body (section 12.3.2.2). */
    static void encrypted(Sheet sheet, int at) {
        sheet.need(at, 4);
        long vector = sheet.le32(at);
        Line line = sheet.line.text(" IV:");
        String digits = Long.toHexString(vector & 0xffffff);
        for (int i = digits.length(); i < 3; i++) {
            line.put(' ');
        }
        line.text(digits).text(" Pad ").hex(vector >> 24 & 0x3f);
        line.text(" KeyID ").hex(vector >> 30);
    }
}
