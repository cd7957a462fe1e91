package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/**
 * Packets as Juniper's routers capture them: a magic number and flags in front, extensions, and a cookie of the
 * interface card (LINKTYPE_JUNIPER_…).
 */
final class Juniper {
    static final int MLPPP = 130;
    static final int MLFR = 131;
    static final int ES = 132;
    static final int GGSN = 133;
    static final int MFR = 134;
    static final int ATM2 = 135;
    static final int SERVICES = 136;
    static final int ATM1 = 137;
    static final int MONITOR = 164;
    static final int PPPOE = 167;
    static final int PPPOE_ATM = 168;
    static final int ETHER = 178;
    static final int PPP = 179;
    static final int FRAME_RELAY = 180;
    static final int C_HDLC = 181;

    private static final int MAGIC = 0x4d4743;
    private static final int EXTENSIONS = 0x80;
    private static final int NO_LINK = 0x02;
    private static final int INCOMING = 0x01;

    private static final Table FLAGS = Table.of("""
            0x80 Ext
            0x70 Filter
            0x04 IIF
            0x02 no-L2
            0x01 In
            """);

    /** How long the cookie of a card is, and its name. */
    private static final Table CARDS = Table.of("""
            137 4 ATM1
            135 8 ATM2
            130 2 MLPPP
            131 2 MLFR
            134 4 MFR
            167 0 PPPoE
            168 0 PPPoE ATM
            133 8 GGSN
            164 8 MONITOR
            136 8 AS
            132 0 ES
            """);

    private static final Table PROTOCOLS = Table.of("""
            130 juniper_mlppp
            131 juniper_mlfr
            132 juniper_es
            133 juniper_ggsn
            134 juniper_mfr
            135 juniper_atm2
            136 juniper_services
            137 juniper_atm1
            164 juniper_monitor
            167 juniper_pppoe
            168 juniper_pppoe_atm
            178 juniper_ether
            179 juniper_ppp
            180 juniper_frelay
            181 juniper_chdlc
            """);

    private static final int LINK_SERVICE = 0x54;
    private static final int ADAPTIVE_SERVICE = 0x47;
    private static final int LONGEST_COOKIE = 8;

    private static final String[] ASSOCIATIONS = {
        "Unknown", "ESP ENCR-AUTH", "ESP ENCR-AH AUTH", "ESP AUTH", "AH AUTH", "ESP ENCR"
    };

    private final Sheet sheet;
    private final Line line;
    private final int link;
    private final int start;
    private final int end;
    private int flags;
    private int here;
    private int cookie;
    private int cookieLength;
    private int cookieType;
    private int bundle;
    private int protocol;

    private Juniper(Sheet sheet, int link, int at, int wire) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.link = link;
        this.start = at;
        this.end = at + wire;
        this.here = at;
    }

    /** Whether a link-layer type is one of Juniper's. */
    static boolean is(int linkType) {
        return PROTOCOLS.name(linkType) != null;
    }

    static void print(Sheet sheet, int link, int at, int wire) {
        sheet.protocol = PROTOCOLS.name(link, "juniper");
        Juniper packet = new Juniper(sheet, link, at, wire);
        if (packet.header()) {
            packet.payload();
        }
    }

    private int rest() {
        return end - here;
    }

    /** Prints the header; false when nothing more is to be printed. */
    private boolean header() {
        flags = sheet.u8(here + 3);
        if (sheet.be24(here) != MAGIC) {
            line.text("no magic-number found!");
            return false;
        }
        boolean linkLevel = sheet.options.linkLevel();
        if (linkLevel) {
            line.text((flags & INCOMING) != 0 ? " In " : "Out ");
        }
        if (sheet.v > 1) {
            line.text("\n\tJuniper PCAP Flags [")
                    .text(FLAGS.bits(flags, ", ", "none"))
                    .put(']');
        }
        here += 4;
        if ((flags & EXTENSIONS) != 0) {
            here = JuniperExtensions.print(sheet, here);
            if (here < 0) {
                return false;
            }
        }
        if ((flags & NO_LINK) != 0) {
            line.text(linkLevel ? "no-L2-hdr, " : "");
            here += 4;
            if (!guess()) {
                line.text("no IP-hdr found!");
            }
            return false;
        }
        if (!cookie()) {
            return false;
        }
        special();
        if (linkLevel) {
            line.text("hlen ").number(here - start);
            line.text(", proto 0x").hex(protocol, 4).text(", ");
        }
        return true;
    }

    private boolean cookie() {
        String card = CARDS.name(link);
        cookie = here;
        if (card == null) {
            return true;
        }
        cookieLength = card.charAt(0) - '0';
        int first = sheet.u8(here);
        if (first == LINK_SERVICE) {
            cookieType = first;
            cookieLength += 2;
        } else if (first == ADAPTIVE_SERVICE) {
            cookieType = first;
            cookieLength = LONGEST_COOKIE;
        }
        if (link == MFR && (first & 0xc0) == 0xc0) {
            cookieLength = 0;
        }
        boolean linkLevel = sheet.options.linkLevel();
        if (linkLevel) {
            line.text(card.substring(2)).text("-PIC, cookie-len ").number(cookieLength);
        }
        if (cookieLength > LONGEST_COOKIE) {
            sheet.invalid();
            return false;
        }
        sheet.need(here, cookieLength);
        if (linkLevel) {
            line.text(cookieLength > 0 ? ", cookie 0x" : "");
            for (int i = 0; i < cookieLength; i++) {
                line.hex(sheet.u8(here + i), 2);
            }
            line.text(": ");
        }
        here += cookieLength;
        protocol = sheet.be16(here);
        return true;
    }

    /** A byte of the cookie; 0 where it has none. */
    private int octet(int index) {
        return index < cookieLength ? sheet.u8(cookie + index) : 0;
    }

    private int word(int index) {
        return octet(index) << 8 | octet(index + 1);
    }

    /** What some cards have besides. */
    private void special() {
        if (link == MLPPP || link == MLFR || link == MFR) {
            switch (cookieType) {
                case LINK_SERVICE -> bundle = octet(1);
                case ADAPTIVE_SERVICE -> {
                    bundle = word(6) >> 3 & 0xfff;
                    protocol = link == MLFR ? protocol : octet(5) & 0x170;
                }
                default -> bundle = octet(0);
            }
            here += link == MLFR ? 2 : 0;
        } else if (link == ATM2) {
            int control = sheet.s32(here);
            if ((octet(7) & 0x70) != 0) {
                if (control == 0 || control == 0x08000000 || control == 0x08380000) {
                    here += 4;
                }
                if (sheet.options.linkLevel()) {
                    line.text("control-word 0x").hex(control & 0xffffffffL, 8).put(' ');
                }
            }
        }
    }

    /** Prints what may be a packet of IP by its first byte; false when it is none. */
    private boolean guess() {
        int first = sheet.u8(here);
        if (first >= 0x45 && first <= 0x4f) {
            Ip4.print(sheet, here, rest());
        } else if (first >> 4 == 6) {
            Ip6.print(sheet, here, rest());
        } else {
            return false;
        }
        return true;
    }

    private void payload() {
        boolean linkLevel = sheet.options.linkLevel();
        switch (link) {
            case ATM1, ATM2 -> atm();
            case ES -> encryption();
            case GGSN -> gateway();
            case MONITOR -> {
                sheet.need(here, 8);
                if (linkLevel) {
                    line.text("service-id ").number(sheet.be32(here + 4));
                    line.text(", iif ").number(sheet.be16(here + 2));
                    line.text(", pkt-type ").number(sheet.u8(here)).text(": ");
                }
                guess();
            }
            case SERVICES -> {
                sheet.need(here, 8);
                if (linkLevel) {
                    line.text("service-id ").number(sheet.u8(here));
                    line.text(" flags 0x").hex(sheet.u8(here + 1), 2);
                    line.text(" service-set-id 0x").hex(sheet.be16(here + 2), 4);
                    line.text(" iif ").number(sheet.be24(here + 5)).text(": ");
                }
                guess();
            }
            case PPPOE, ETHER -> Ethernet.print(sheet, here, rest());
            case PPP -> Ppp.print(sheet, here, rest());
            case FRAME_RELAY -> FrameRelay.frame(sheet, here, rest());
            case C_HDLC -> CiscoHdlc.print(sheet, here, rest());
            case PPPOE_ATM -> {
                int type = sheet.be16(here);
                if (!LinkLayer.payload(sheet, new Payload(type, here + 2, rest() - 2, -1))) {
                    line.text("unknown ethertype 0x").hex(type, 4);
                }
            }
            case MLPPP -> multilinkPpp();
            default -> multilinkFrameRelay();
        }
    }

    private void atm() {
        boolean cell = link == ATM1 ? octet(0) == 0x80 : (octet(7) & 0x70) != 0;
        if (cell) {
            Atm.maintenance(sheet, here, rest(), false);
            return;
        }
        int header = sheet.be24(here);
        if ((header == 0xfefe03 || header == 0xaaaa03) && Llc.print(sheet, here, rest())) {
            return;
        }
        if (link == ATM2 && (flags & INCOMING) == 0 && (word(2) & 0x3f) != 0) {
            Ethernet.print(sheet, here, rest());
            return;
        }
        if (sheet.u8(here) == 0x03) {
            Osi.print(sheet, here + 1, rest() - 1);
            return;
        }
        if (link == ATM2) {
            switch (sheet.be16(here)) {
                case 0x0021,
                        0x0023,
                        0x003d,
                        0x0057,
                        0x0281,
                        0x0283,
                        0x8021,
                        0x8023,
                        0x8057,
                        0x8281,
                        0xc021,
                        0xc023,
                        0xc223 -> {
                    Ppp.print(sheet, here, rest());
                    return;
                }
                default -> {
                    // no protocol that may follow
                }
            }
        }
        guess();
    }

    private void encryption() {
        int at = here;
        sheet.need(at, 16);
        int type = sheet.u8(at + 3);
        if (type < 1 || type > 5) {
            line.text("ES Invalid type ").number(type).text(", length ").number(rest());
            return;
        }
        boolean bundled = type <= 2;
        here += bundled ? 0 : 16;
        if (sheet.options.linkLevel()) {
            line.text("ES SA, index ").number(sheet.be16(at)).text(", ttl ").number(sheet.u8(at + 2));
            line.text(" type ").text(ASSOCIATIONS[type]).text(" (").number(type).put(')');
            if (!bundled) {
                line.text(", spi ").number(sheet.be32(at + 4)).text(", Tunnel ");
                sheet.host4(at + 8);
                line.text(" > ");
                sheet.host4(at + 12);
            }
            line.text(", length ").number(rest()).put('\n');
        }
        Ip4.print(sheet, here, rest());
    }

    private void gateway() {
        int type = octet(2);
        if (sheet.options.linkLevel()) {
            String name = switch (type) {
                case 1 -> "Null";
                case 2 -> "IPv4";
                case 6 -> "IPv6";
                default -> "Unknown";
            };
            line.text("proto ").text(name).text(" (").number(type);
            line.text("), vlan ").number(word(4)).text(": ");
        }
        if (type == 2) {
            Ip4.print(sheet, here, rest());
        } else if (type == 6) {
            Ip6.print(sheet, here, rest());
        } else if (!sheet.options.linkLevel()) {
            line.text("unknown GGSN proto (").number(type).put(')');
        }
    }

    /** Prints a packet whose protocol a cookie of the adaptive services' card tells; false for none that is known. */
    private boolean service() {
        switch (protocol) {
            case 0x00 -> Ip4.print(sheet, here, rest());
            case 0x10 -> Ip6.print(sheet, here, rest());
            case 0x20 -> Mpls.print(sheet, here, rest());
            case 0x30 -> Osi.print(sheet, here, rest());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void multilinkPpp() {
        int first = word(0);
        if (sheet.options.linkLevel() && first != 0x0023 && first != 0xff03) {
            line.text("Bundle-ID ").number(bundle).text(": ");
        }
        if (protocol == 0 && octet(4) == 0x0c) {
            Ppp.print(sheet, here, rest());
        } else if (!service()) {
            int back = first == 0x0023 ? 2 : 0;
            Ppp.print(sheet, here - back, rest() + back);
        }
    }

    private void multilinkFrameRelay() {
        if (link == MFR) {
            if (cookieLength == 0) {
                FrameRelay.printMultilink(sheet, here, rest());
                return;
            }
            if (cookieLength == LONGEST_COOKIE) {
                service();
                return;
            }
        }
        if (sheet.options.linkLevel() && (word(0) != 0 || word(2) != 1)) {
            line.text("Bundle-ID ").number(bundle).text(", ");
        }
        boolean plain = link == MLFR && (protocol == 0x03 || protocol == 0x0300);
        if (plain) {
            Osi.print(sheet, here, rest());
        } else if (link == MFR && protocol == 0xfefe) {
            Osi.print(sheet, here + 1, rest() - 1);
        } else if (protocol == 0x0308 || protocol == 0x03cc || protocol == 0x038e) {
            Osi.print(sheet, here - 1, rest() + 1);
        } else {
            line.text("unknown protocol 0x").hex(protocol, 4).text(", length ").number(rest());
        }
    }
}
