package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** The sub-network access protocol behind an LLC header (RFC 1042), and what is bridged with it (RFC 2684). */
final class Snap {
    private static final int ORGANISATION = 0;
    private static final int TYPE = 3;
    private static final int HEADER = 5;

    private static final int CISCO_CDP = 0x2000;
    private static final int CISCO_VTP = 0x2003;
    private static final int CISCO_DTP = 0x2004;
    private static final int CISCO_VLAN_BRIDGE = 0x010c;
    private static final int CISCO_PVST = 0x010b;
    private static final int CISCO_UDLD = 0x0111;

    private static final int BRIDGED_ETHERNET = 0x0001;
    private static final int BRIDGED_ETHERNET_NO_FCS = 0x0007;
    private static final int BRIDGED_BPDU = 0x000e;

    private static final Table CISCO = Table.of("""
            0x2000 CDP
            0x2003 VTP
            0x2004 DTP
            0x0111 UDLD
            0x010b PVST
            0x010c VLAN Bridge
            """);
    private static final Table BRIDGED = Table.of("""
            0x0001 Ethernet + FCS
            0x0007 Ethernet w/o FCS
            0x0002 802.4 + FCS
            0x0008 802.4 w/o FCS
            0x0003 Token Ring + FCS
            0x0009 Token Ring w/o FCS
            0x0004 FDDI + FCS
            0x000a FDDI w/o FCS
            0x0005 802.6 + FCS
            0x000b 802.6 w/o FCS
            0x000e BPDU
            """);

    private Snap() {}

    /**
     * Prints what it carries.
     *
     * @param bridgePad how many bytes stand before a bridged frame
     * @return false when it is not known, so that the bytes are printed
     */
    static boolean print(Sheet sheet, int at, int length, int bridgePad) {
        sheet.protocol = "snap";
        if (length < HEADER) {
            throw Truncated.HERE;
        }
        sheet.need(at, HEADER);
        int organisation = sheet.be24(at + ORGANISATION);
        int type = sheet.be16(at + TYPE);
        int payload = at + HEADER;
        int rest = length - HEADER;
        Line line = sheet.line;
        if (sheet.options.linkLevel()) {
            line.text("oui ").text(Oui.name(organisation)).text(" (0x").hex(organisation, 6);
            line.text(organisation == Oui.ETHERNET ? "), ethertype " : "), pid ");
            line.text(typeName(organisation, type)).text(" (0x").hex(type, 4);
            line.text("), length ").number(rest).text(": ");
        }
        if (payload(sheet, organisation, type, payload, rest, bridgePad)) {
            return true;
        }
        if (!sheet.options.linkLevel()) {
            unknown(sheet, organisation, type, rest);
        }
        return false;
    }

    private static String typeName(int organisation, int type) {
        String name = switch (organisation) {
            case Oui.ETHERNET, Oui.CISCO_BRIDGED, Oui.APPLETALK -> EtherType.name(type);
            case Oui.CISCO -> CISCO.name(type);
            case Oui.RFC2684 -> BRIDGED.name(type);
            default -> null;
        };
        return name == null ? "Unknown" : name;
    }

    private static boolean payload(Sheet sheet, int organisation, int type, int at, int length, int bridgePad) {
        return switch (organisation) {
            case Oui.ETHERNET, Oui.CISCO_BRIDGED, Oui.APPLETALK ->
                LinkLayer.payload(sheet, new Payload(type, at, length, -1));
            case Oui.CISCO -> cisco(sheet, type, at, length);
            case Oui.RFC2684 -> bridged(sheet, type, at, length, bridgePad);
            default -> false;
        };
    }

    private static boolean cisco(Sheet sheet, int type, int at, int length) {
        switch (type) {
            case CISCO_PVST, CISCO_VLAN_BRIDGE -> Stp.print(sheet, at, length);
            case CISCO_UDLD -> Udld.print(sheet, at, length);
            case CISCO_VTP -> Vtp.print(sheet, at, length);
            case CISCO_CDP -> Cdp.print(sheet, at, length);
            case CISCO_DTP -> Dtp.print(sheet, at, length);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean bridged(Sheet sheet, int type, int at, int length, int pad) {
        switch (type) {
            case BRIDGED_ETHERNET, BRIDGED_ETHERNET_NO_FCS -> {
                sheet.need(at, pad);
                if (sheet.depth >= Sheet.DEEPEST) {
                    sheet.text(" [nested too deep]");
                    return true;
                }
                sheet.depth++;
                Ethernet.print(sheet, at + pad, length - pad);
                sheet.depth--;
            }
            case BRIDGED_BPDU -> Stp.print(sheet, at, length);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void unknown(Sheet sheet, int organisation, int type, int length) {
        Line line = sheet.line;
        if (sheet.linkSource >= 0) {
            sheet.mac(sheet.linkSource);
            line.text(" > ");
            sheet.mac(sheet.linkDestination);
            line.put(' ');
        }
        line.text("SNAP, ");
        if (organisation == Oui.ETHERNET) {
            line.text("ethertype ");
        } else {
            line.text("oui ").text(Oui.name(organisation)).text(" (0x").hex(organisation, 6);
            line.text("), pid ");
        }
        line.text(typeName(organisation, type)).text(" (0x").hex(type, 4);
        line.text("), length ").number(length).text(": ");
    }
}
