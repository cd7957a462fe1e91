package astray.packet.text;

/** ARP for ATM (RFC 2225 section 8.7), whose addresses have subaddresses and lengths of their own. */
final class AtmArp {
    private static final int PROTOCOL = 2;
    private static final int SOURCE_NUMBER_LENGTH = 4;
    private static final int SOURCE_SUBADDRESS_LENGTH = 5;
    private static final int OPERATION = 6;
    private static final int SOURCE_PROTOCOL_LENGTH = 8;
    private static final int TARGET_NUMBER_LENGTH = 9;
    private static final int TARGET_SUBADDRESS_LENGTH = 10;
    private static final int TARGET_PROTOCOL_LENGTH = 11;
    private static final int HEADER = 12;

    /** A length; the bit above tells the form of the number. */
    private static final int LENGTH = 0x3f;

    private AtmArp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.need(at, HEADER);
        int protocol = sheet.be16(at + PROTOCOL);
        int operation = sheet.be16(at + OPERATION);
        int senderSize = sheet.u8(at + SOURCE_PROTOCOL_LENGTH);
        int targetSize = sheet.u8(at + TARGET_PROTOCOL_LENGTH);
        int sender =
                at + HEADER + number(sheet, at, SOURCE_NUMBER_LENGTH) + number(sheet, at, SOURCE_SUBADDRESS_LENGTH);
        int targetNumber = sender + senderSize;
        int target =
                targetNumber + number(sheet, at, TARGET_NUMBER_LENGTH) + number(sheet, at, TARGET_SUBADDRESS_LENGTH);
        sheet.need(target, targetSize);
        if (!sheet.options.linkLevel()) {
            line.text("ARP, ");
        }
        boolean known = Arp.isIp(protocol) && senderSize == 4 && targetSize == 4;
        if (!known || sheet.v > 0) {
            Arp.hardware(line, sheet.be16(at));
            line.text(", ");
            Arp.protocol(line, protocol);
            line.text(" (len ").number(senderSize).put('/').number(targetSize).put(')');
        }
        if (known || sheet.v > 0) {
            Arp.operation(sheet, operation);
            switch (operation) {
                case Arp.REQUEST -> {
                    line.text("who-has ");
                    Arp.address(sheet, target, protocol, targetSize, "<wrong tplen>");
                    if (number(sheet, at, TARGET_NUMBER_LENGTH) != 0) {
                        line.text(" (");
                        atm(sheet, at, TARGET_NUMBER_LENGTH, targetNumber);
                        line.put(')');
                    }
                    line.text(" tell ");
                    Arp.address(sheet, sender, protocol, senderSize, "<wrong splen>");
                }
                case Arp.REPLY -> {
                    Arp.address(sheet, sender, protocol, senderSize, "<wrong splen>");
                    line.text(" is-at ");
                    atm(sheet, at, SOURCE_NUMBER_LENGTH, at + HEADER);
                }
                case Arp.INVERSE_REQUEST -> {
                    line.text("who-is ");
                    atm(sheet, at, TARGET_NUMBER_LENGTH, targetNumber);
                    line.text(" tell ");
                    atm(sheet, at, SOURCE_NUMBER_LENGTH, at + HEADER);
                }
                case Arp.INVERSE_REPLY -> {
                    atm(sheet, at, SOURCE_NUMBER_LENGTH, at + HEADER);
                    line.text("at ");
                    Arp.address(sheet, sender, protocol, senderSize, "<wrong splen>");
                }
                case Arp.REFUSAL -> {
                    line.text("for ");
                    Arp.address(sheet, sender, protocol, senderSize, "<wrong splen>");
                }
                default -> {
                    HexDump.print(sheet, "\n\t", at, sheet.captured(at), true);
                    return;
                }
            }
        }
        line.text(", length ").number(length);
    }

    private static int number(Sheet sheet, int at, int field) {
        return sheet.u8(at + field) & LENGTH;
    }

    /** An ATM number and its subaddress, whose length stands behind the number's. */
    private static void atm(Sheet sheet, int at, int field, int address) {
        int size = number(sheet, at, field);
        if (size == 0) {
            sheet.text("<No address>");
            return;
        }
        sheet.mac(address, size);
        int more = number(sheet, at, field + 1);
        if (more != 0) {
            sheet.text(",");
            sheet.mac(address + size, more);
        }
    }
}
