package astray.packet.text;

/** The header that Broadcom's switches put in front of copies for lawful interception. */
final class BroadcomShim {
    private static final int LENGTH = 4;

    private static final int UNDECIDED = 4;
    private static final int IP4 = 5;
    private static final int IP6 = 6;
    private static final int ETHERNET = 7;

    private static final String[] DIRECTIONS = {"unknown", "unused", "egress", "ingress"};
    private static final String[] TYPES = {
        "unknown", "unknown", "unknown", "unknown", "undecided", "ipv4", "ipv6", "ethernet"
    };
    private static final String[] SUBTYPES = {"unknown", "single VLAN tag", "double VLAN tag", "untagged"};

    /** Frames in datagrams in frames: what is deeper is not looked at. */
    private static final int DEEPEST = 16;

    private BroadcomShim() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "bcm_li";
        if (length < LENGTH) {
            sheet.invalid("length", length, "<", LENGTH);
            return;
        }
        int shim = sheet.s32(at);
        int type = shim >>> 25 & 15;
        String between = sheet.v > 0 ? "\n    " : "";
        line.text(between).text("BCM-LI-SHIM: direction ").text(word(DIRECTIONS, shim >>> 29));
        line.text(", pkt-type ").text(word(TYPES, type));
        line.text(", pkt-subtype ").text(word(SUBTYPES, shim >>> 22 & 7));
        line.text(", li-id ").number(shim & 0x3fffff).text(between);
        int here = at + LENGTH;
        int rest = length - LENGTH;
        if (sheet.v == 0) {
            sheet.need(here, rest);
            return;
        }
        if (sheet.depth >= DEEPEST) {
            line.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        switch (type) {
            case ETHERNET -> Ethernet.print(sheet, here, rest);
            case IP4 -> Ip4.print(sheet, here, rest);
            case IP6 -> Ip6.print(sheet, here, rest);
            case UNDECIDED -> guess(sheet, here, rest);
            default -> sheet.invalid();
        }
        sheet.depth--;
    }

    /** The type is not told: the first four bits may be a version. */
    private static void guess(Sheet sheet, int at, int length) {
        switch (sheet.u8(at) >> 4) {
            case 4 -> Ip4.print(sheet, at, length);
            case 6 -> Ip6.print(sheet, at, length);
            default -> sheet.text("unknown payload");
        }
    }

    private static String word(String[] words, int number) {
        return number < words.length ? words[number] : "unknown";
    }
}
