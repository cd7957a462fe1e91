package astray.packet.text;

/** RADIUS's values for IPv6: prefixes (RFC 3162 section 2.3), Mobile IPv6 (RFC 5447 section 4). */
final class RadiusIp6 {
    private static final Table FEATURES = Table.of("""
            0x0000000000000001 MIP6_INTEGRATED
            0x0000000000000002 LOCAL_HOME_AGENT_ASSIGNMENT
            0x0000010000000000 PMIP6_SUPPORTED
            0x0000020000000000 IP4_HOA_SUPPORTED
            0x0000040000000000 LOCAL_MAG_ROUTING_SUPPORTED
            0x0000080000000000 ASSIGN_LOCAL_IP
            0x0000100000000000 MIP4_SUPPORTED
            0x0000200000000000 OPTIMIZED_IDLE_MODE_MOBILITY
            0x0000400000000000 GTPv2_SUPPORTED
            0x0000800000000000 IP4_TRANSPORT_SUPPORTED
            0x0001000000000000 IP4_HOA_ONLY_SUPPORTED
            0x0002000000000000 INTER_MAG_ROUTING_SUPPORTED
            """);

    private RadiusIp6() {}

    /** Prints a prefix, whose address may be short. */
    static void prefix(Sheet sheet, int at, int size) {
        if (!RadiusAttributes.fits(sheet, size, 2, 18)) {
            return;
        }
        int reserved = sheet.u8(at);
        if (reserved != 0) {
            sheet.text("[reserved-MBZ ").number(reserved).text("] ");
        }
        int bits = sheet.u8(at + 1);
        if (isTooLong(sheet, bits)) {
            return;
        }
        byte[] address = new byte[16];
        for (int i = 2; i < size; i++) {
            address[i - 2] = (byte) sheet.u8(at + i);
        }
        sheet.host6(address);
        sheet.line.put('/').number(bits);
        if (bits > 8 * (size - 2)) {
            sheet.invalid("inconsistent prefix length", bits, ">", 8L * (size - 2));
        }
    }

    /** Prints the prefix of a mobile node's home. */
    static void home(Sheet sheet, int at, int size) {
        if (!RadiusAttributes.exactly(sheet, size, 17)) {
            return;
        }
        int bits = sheet.u8(at);
        if (isTooLong(sheet, bits)) {
            return;
        }
        sheet.host6(at + 1);
        sheet.line.put('/').number(bits);
    }

    private static boolean isTooLong(Sheet sheet, int bits) {
        if (bits > 128) {
            sheet.invalid("prefix length", bits, ">", 128);
        }
        return bits > 128;
    }

    static void features(Sheet sheet, int at, int size) {
        if (RadiusAttributes.exactly(sheet, size, 8)) {
            sheet.text("[").text(FEATURES.bits(sheet.be64(at), ", ", "")).put(']');
        }
    }
}
