package astray.packet.text;

/** What LMP's service discovery says (OIF UNI 1.0 section 9.4.2). */
final class LmpService {
    private static final int SDH = 5;
    private static final int SONET = 6;

    private static final Table PROTOCOLS = Table.of("1 RSVP Supported\n2 LDP Supported\n");

    private static final Table OVERHEAD = Table.of("""
            1 Path/VC Overhead Transparency Supported
            2 Line/MS Overhead Transparency Supported
            4 Section/RS Overhead Transparency Supported
            """);

    private static final Table CONCATENATION = Table.of("1 Contiguous Concatenation Types Supported\n");

    private static final Table TRANSPARENCY = Table.of("""
            1 Standard SOH/RSOH Transparency Supported
            2 Standard LOH/MSOH Transparency Supported
            """);

    private static final Table MONITORING = Table.of("1 Transparent Tandem Connection Monitoring Supported\n");

    private static final Table DIVERSITY = Table.of("""
            1 Node Diversity Supported
            2 Link Diversity Supported
            4 SRLG Diversity Supported
            """);

    private static final Table SDH_SIGNALS = Table.of("""
            5 VC-3
            6 VC-4
            7 STM-0
            8 STM-1
            9 STM-4
            10 STM-16
            11 STM-64
            12 STM-256
            """);

    private static final Table SONET_SIGNALS = Table.of("""
            5 STS-1 SPE
            6 STS-3c SPE
            7 STS-1
            8 STM-3
            9 STM-12
            10 STM-48
            11 STM-192
            12 STM-768
            """);

    private LmpService() {}

    static void print(Sheet sheet, int kind, int at) {
        Line line = sheet.line;
        switch (kind) {
            case 1 -> {
                line.text("\n\t Flags: ").text(PROTOCOLS.bits(sheet.u8(at), ", ", "none"));
                line.text("\n\t  UNI Version: ").number(sheet.u8(at + 1));
            }
            case 2 -> ports(sheet, at);
            case 3 -> {
                line.text("\n\t Transparency Flags: ").text(TRANSPARENCY.bits(sheet.be32(at), ", ", "none"));
                line.text("\n\t TCM Monitoring Flags: ").text(MONITORING.bits(sheet.u8(at + 7), ", ", "none"));
            }
            default -> line.text("\n\t Diversity: Flags: ").text(DIVERSITY.bits(sheet.u8(at + 3), ", ", "none"));
        }
    }

    private static void ports(Sheet sheet, int at) {
        Line line = sheet.line;
        int link = sheet.u8(at);
        line.text("\n\t Link Type: ");
        line.text(link == SDH ? "SDH ITU-T G.707" : link == SONET ? "SONET ANSI T1.105" : "Unknown");
        line.text(" (").number(link).put(')');
        if (link == SDH || link == SONET) {
            int signal = sheet.u8(at + 1);
            line.text("\n\t Signal Type: ");
            line.text((link == SDH ? SDH_SIGNALS : SONET_SIGNALS).name(signal, "Unknown"));
            line.text(" (").number(signal).put(')');
        }
        line.text("\n\t Transparency: ").text(OVERHEAD.bits(sheet.u8(at + 2), ", ", "none"));
        line.text("\n\t Contiguous Concatenation Types: ");
        line.text(CONCATENATION.bits(sheet.u8(at + 3), ", ", "none"));
        line.text("\n\t Minimum NCC: ").number(sheet.be16(at + 4));
        line.text("\n\t Maximum NCC: ").number(sheet.be16(at + 6));
        line.text("\n\t Minimum NVC:").number(sheet.be16(at + 8));
        line.text("\n\t Maximum NVC:").number(sheet.be16(at + 10));
        LmpObject.identifier(sheet, "\n\t    Local Interface ID: ", 1, at + 12);
    }
}
