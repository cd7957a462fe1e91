package astray.packet.text;

/** The bodies of wireless networks' management frames (IEEE 802.11-2016 section 9.3.3). */
final class WirelessManagement {
    private static final int ASSOCIATION_REQUEST = 0;
    private static final int ASSOCIATION_RESPONSE = 1;
    private static final int REASSOCIATION_REQUEST = 2;
    private static final int REASSOCIATION_RESPONSE = 3;
    private static final int PROBE_REQUEST = 4;
    private static final int PROBE_RESPONSE = 5;
    private static final int BEACON = 8;
    private static final int DISASSOCIATION = 10;
    private static final int AUTHENTICATION = 11;
    private static final int DEAUTHENTICATION = 12;
    private static final int ACTION = 13;
    private static final Table SUBTYPES = Table.of("""
            0 Assoc Request
            1 Assoc Response
            2 ReAssoc Request
            3 ReAssoc Response
            4 Probe Request
            5 Probe Response
            8 Beacon
            9 ATIM
            10 Disassociation
            11 Authentication
            12 DeAuthentication
            13 Action
            """);

    private static final int INFRASTRUCTURE = 0x0001;
    private static final int PRIVACY = 0x0010;

    /** Elements (section 9.4.2), and how long the original lets those be that it keeps. */
    private static final int NAME = 0;

    private static final int RATES = 1;
    private static final int CHANNEL = 3;
    private static final int TRAFFIC_MAP = 5;
    private static final int CHALLENGE = 16;
    private static final int MESH_NAME = 114;

    private static final int LONGEST_NAME = 32;
    private static final int MOST_RATES = 16;
    private static final int LONGEST_MAP = 254;
    private static final int LONGEST_CHALLENGE = 253;

    private static final String[] ALGORITHMS = {"Open System", "Shared Key", "EAP"};
    private static final int SHARED_KEY = 1;

    private static final Table CATEGORIES = Table.of("""
            0 Spectrum Management
            1 QoS
            2 DLS
            3 BA
            7 HT
            13 MeshAction
            14 MultihopAction
            15 SelfprotectAction
            127 Vendor
            """);

    /** Actions, by their number in the lower byte and their category above. */
    private static final Table ACTIONS = Table.of("""
            0x0300 ADDBA Request
            0x0301 ADDBA Response
            0x0302 DELBA
            0x0700 TxChWidth
            0x0701 MIMOPwrSave
            0x0d00 MeshLink
            0x0d01 HWMP
            0x0d02 Gate Announcement
            0x0d03 Congestion Control
            0x0d04 MCCA Setup Request
            0x0d05 MCCA Setup Reply
            0x0d06 MCCA Advertisement Request
            0x0d07 MCCA Advertisement
            0x0d08 MCCA Teardown
            0x0d09 TBTT Adjustment Request
            0x0d0a TBTT Adjustment Response
            0x0e00 Proxy Update
            0x0e01 Proxy Update Confirmation
            0x0f01 Peering Open
            0x0f02 Peering Confirm
            0x0f03 Peering Close
            0x0f04 Group Key Inform
            0x0f05 Group Key Acknowledge
            """);

    private final Sheet sheet;
    private final Line line;
    private int name = -1;
    private int nameLength;
    private int rates = -1;
    private int rateCount;
    private int channel = -1;
    private int mesh = -1;
    private int meshLength;

    private WirelessManagement(Sheet sheet) {
        this.sheet = sheet;
        this.line = sheet.line;
    }

    /**
     * Prints a frame's body.
     *
     * @param frame where the frame begins
     */
    static void print(Sheet sheet, int subtype, boolean encrypted, int frame, int at, int length) {
        String name = SUBTYPES.name(subtype);
        if (name == null) {
            sheet.text("Unhandled Management subtype(").hex(subtype).put(')');
        } else {
            sheet.text(name);
        }
        if (encrypted) {
            Wireless.encrypted(sheet, at);
        } else {
            new WirelessManagement(sheet).body(subtype, frame, at, length);
        }
    }

    private void need(int at, int length, int size) {
        sheet.need(at, size);
        if (length < size) {
            throw Truncated.HERE;
        }
    }

    private void body(int subtype, int frame, int at, int length) {
        boolean whole = true;
        switch (subtype) {
            case BEACON, PROBE_RESPONSE -> {
                need(at, length, 12);
                int abilities = sheet.le16(at + 10);
                whole = elements(at + 12, length - 12);
                names();
                if (subtype == BEACON) {
                    line.text((abilities & INFRASTRUCTURE) != 0 ? " ESS" : " IBSS");
                }
                if (channel >= 0) {
                    line.text(" CH: ").number(channel);
                }
                line.text((abilities & PRIVACY) != 0 ? ", PRIVACY" : "");
                if (mesh >= 0) {
                    text(" (MESHID: ", mesh, meshLength, ")");
                }
            }
            case ASSOCIATION_REQUEST -> {
                need(at, length, 4);
                whole = elements(at + 4, length - 4);
                names();
            }
            case ASSOCIATION_RESPONSE, REASSOCIATION_RESPONSE -> {
                need(at, length, 6);
                int status = sheet.le16(at + 2);
                whole = elements(at + 6, length - 6);
                line.text(" AID(").hex(sheet.le16(at + 4) & 0x3fff).text(") :");
                line.text((sheet.le16(at) & PRIVACY) != 0 ? " PRIVACY " : "");
                line.text(": ").text(WirelessCodes.status(status));
            }
            case REASSOCIATION_REQUEST -> {
                need(at, length, 10);
                whole = elements(at + 10, length - 10);
                if (name >= 0) {
                    text(" (", name, nameLength, ")");
                }
                line.text(" AP : ");
                sheet.mac(at + 4);
            }
            case PROBE_REQUEST -> {
                whole = elements(at, length);
                names();
            }
            case DISASSOCIATION -> {
                need(at, length, 2);
                line.text(": ").text(WirelessCodes.reason(sheet.le16(at)));
            }
            case DEAUTHENTICATION -> {
                need(at, length, 2);
                from(frame);
                line.text(": ").text(WirelessCodes.reason(sheet.le16(at)));
            }
            case AUTHENTICATION -> whole = authentication(at, length);
            case ACTION -> {
                need(at, length, 2);
                from(frame);
                int category = sheet.u8(at);
                int action = sheet.u8(at + 1);
                line.text(": ").text(CATEGORIES.name(category, "Reserved(" + category + ")"));
                line.put(' ').text(ACTIONS.name(category << 8 | action, "Act#" + action));
            }
            default -> {
                // its name is all
            }
        }
        if (!whole) {
            throw Truncated.HERE;
        }
    }

    /** Who sent the frame, unless its header tells that. */
    private void from(int frame) {
        if (!sheet.options.linkLevel()) {
            line.text(" (");
            sheet.mac(frame + 10);
            line.put(')');
        }
    }

    private boolean authentication(int at, int length) {
        need(at, length, 6);
        int algorithm = sheet.le16(at);
        int step = sheet.le16(at + 2);
        int status = sheet.le16(at + 4);
        boolean whole = elements(at + 6, length - 6);
        line.text(" (").text(algorithm < ALGORITHMS.length ? ALGORITHMS[algorithm] : "Reserved");
        line.text(")-").hex(step);
        line.text(algorithm == SHARED_KEY && (step == 2 || step == 3) ? " [Challenge Text] " : ": ");
        line.text(step % 2 != 0 ? WirelessCodes.status(status) : "");
        return whole;
    }

    /** The network's name and rates. */
    private void names() {
        if (name >= 0) {
            text(" (", name, nameLength, ")");
        }
        if (rates >= 0) {
            for (int i = 0; i < rateCount; i++) {
                int rate = sheet.u8(rates + i);
                line.text(i == 0 ? " [" : " ");
                rate(line, rate & 0x7f);
                line.text((rate & 0x80) != 0 ? "*" : "");
            }
            line.text(" Mbit]");
        }
    }

    private void text(String before, int at, int length, String after) {
        line.text(before);
        sheet.padded(at, length);
        line.text(after);
    }

    /** A rate that is counted in halves of a Mb/s. */
    static void rate(Line line, int rate) {
        line.number(rate / 2).text(rate % 2 == 0 ? ".0" : ".5");
    }

    /** Looks for the elements that are printed; false when they are not all there. */
    private boolean elements(int at, int length) {
        int here = at;
        int end = at + length;
        while (here < end) {
            if (!sheet.has(here, 2) || end - here < 2) {
                return false;
            }
            int size = sheet.u8(here + 1);
            int value = here + 2;
            if (!sheet.has(value, size) || end - value < size) {
                return false;
            }
            switch (sheet.u8(here)) {
                case NAME -> {
                    if (size > LONGEST_NAME) {
                        return false;
                    }
                    if (name < 0) {
                        name = value;
                        nameLength = size;
                    }
                }
                case RATES -> {
                    if (size > MOST_RATES) {
                        return false;
                    }
                    if (rates < 0 && size > 0) {
                        rates = value;
                        rateCount = size;
                    }
                }
                case CHANNEL -> {
                    if (channel < 0 && size == 1) {
                        channel = sheet.u8(value);
                    }
                }
                case TRAFFIC_MAP -> {
                    if (size > LONGEST_MAP) {
                        return false;
                    }
                }
                case CHALLENGE -> {
                    if (size > LONGEST_CHALLENGE) {
                        return false;
                    }
                }
                case MESH_NAME -> {
                    if (size > LONGEST_NAME) {
                        return false;
                    }
                    if (mesh < 0) {
                        mesh = value;
                        meshLength = size;
                    }
                }
                default -> {
                    // not printed
                }
            }
            here = value + size;
        }
        return true;
    }
}
