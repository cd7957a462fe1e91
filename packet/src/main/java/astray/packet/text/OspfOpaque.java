package astray.packet.text;

/** Opaque advertisements of OSPF (RFC 5250): router information, extended prefixes, graceful restart. */
final class OspfOpaque {
    private static final int TRAFFIC_ENGINEERING = 1;
    private static final int GRACE = 3;
    private static final int ROUTER_INFORMATION = 4;
    private static final int EXTENDED_PREFIX = 7;

    private static final int CAPABILITIES = 1;
    private static final int HOST_NAME = 7;
    private static final int ALGORITHMS = 8;
    private static final int LABEL_RANGE = 9;
    private static final int LOCAL_BLOCK = 14;
    private static final int PREFERENCE = 15;

    private static final int PERIOD = 1;
    private static final int REASON = 2;
    private static final int ADDRESS = 3;

    /** How it went. */
    enum Outcome {
        DONE,
        /** What is wrong was said; the next advertisement can follow. */
        SKIPPED,
        /** Nothing can follow. */
        WRONG
    }

    private static final Table INFORMATION = Table.of("""
            1 Router Capabilities
            7 Hostname
            8 SR-Algorithm
            9 SID/Label Range
            14 SR Local Block
            15 SRMS Preference
            """);

    /** RFC 7770 section 2.4, from the lowest bit up as the original has it. */
    private static final Table CAPABILITY_BITS = Table.of("""
            1 Reserved
            2 Reserved
            4 Reserved
            8 Reserved
            16 graceful restart capable
            32 graceful restart helper
            64 Stub router support
            128 Traffic engineering
            256 p2p over LAN
            512 path computation server
            """);

    private static final Table GRACES =
            Table.of("1 Grace Period\n2 Graceful restart Reason\n3 IPv4 interface address\n");

    private static final Table REASONS = Table.of("""
            0 Unknown
            1 Software Restart
            2 Software Reload/Upgrade
            3 Control Processor Switch
            """);

    private OspfOpaque() {}

    static Outcome print(Sheet sheet, int type, int at, int length) {
        boolean valid = true;
        switch (type) {
            case ROUTER_INFORMATION -> {
                return information(sheet, at, length);
            }
            case GRACE -> valid = grace(sheet, at, length);
            case TRAFFIC_ENGINEERING -> valid = OspfTraffic.print(sheet, at, length);
            case EXTENDED_PREFIX -> valid = OspfPrefixes.print(sheet, at, length);
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t    ", at, length);
                }
            }
        }
        return valid ? Outcome.DONE : Outcome.SKIPPED;
    }

    /** The name of an algorithm of segment routing (RFC 8665 section 3.1). */
    static String algorithm(int number) {
        return number == 0 ? "Shortest Path First" : number == 1 ? "Strict Shortest Path First" : "Unknown";
    }

    /** RFC 7770, RFC 5642, RFC 8665. */
    private static Outcome information(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            if (rest < 4) {
                sheet.invalid("remaining LS length", rest, "<", 4);
                return Outcome.WRONG;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            here += 4;
            rest -= 4;
            line.text("\n\t    ")
                    .text(INFORMATION.name(type, "unknown"))
                    .text(" TLV (")
                    .number(type);
            line.text("), length: ").number(size).text(", value: ");
            if (size > rest) {
                line.text("\n\t    Bogus length ")
                        .number(size)
                        .text(" > remaining LS length ")
                        .number(rest);
                return Outcome.SKIPPED;
            }
            sheet.need(here, size);
            if (!information(sheet, type, here, size)) {
                return Outcome.SKIPPED;
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                sheet.invalid("remaining LS length", rest, "<", padded);
                return Outcome.WRONG;
            }
            here += padded;
            rest -= padded;
        }
        return Outcome.DONE;
    }

    private static boolean information(Sheet sheet, int type, int at, int size) {
        Line line = sheet.line;
        switch (type) {
            case CAPABILITIES -> {
                if (size != 4) {
                    line.text("\n\t    Bogus length ").number(size).text(" != 4");
                    return false;
                }
                line.text("Capabilities: ").text(CAPABILITY_BITS.bits(sheet.be32(at), ", ", "Unknown"));
            }
            case HOST_NAME -> {
                line.text("\n\t      Hostname: ");
                sheet.characters(at, size);
            }
            case ALGORITHMS -> {
                for (int i = 0; i < size; i++) {
                    int number = sheet.u8(at + i);
                    line.text("\n\t      ")
                            .text(algorithm(number))
                            .text(" (")
                            .number(number)
                            .put(')');
                }
            }
            case LABEL_RANGE, LOCAL_BLOCK -> {
                sheet.need(at, 4);
                line.text("\n\t      Range size: ").number(sheet.be24(at));
                // the original lets a value of less than four bytes go on until the captured bytes end
                return OspfPrefixes.labels(sheet, at + 4, size - 4 & 0xffffffffL);
            }
            case PREFERENCE -> {
                if (size != 4) {
                    line.text("\n\t    Bogus SRMS Preference TLV length ")
                            .number(size)
                            .text(" != 4");
                    return false;
                }
                line.text("\n\t      SRMS Preference: ").number(sheet.u8(at));
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t      ", at, size);
                }
            }
        }
        return true;
    }

    /** Prints why and how long a router restarts (RFC 3623 appendix A); whether it is valid. */
    static boolean grace(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int rest = length;
        while (rest != 0) {
            if (rest < 4) {
                sheet.invalid("remaining LS length", rest, "<", 4);
                return false;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            here += 4;
            rest -= 4;
            line.text("\n\t    ")
                    .text(GRACES.name(type, "unknown"))
                    .text(" TLV (")
                    .number(type);
            line.text("), length ").number(size).text(", value: ");
            if (rest < size) {
                sheet.invalid("remaining LS length", rest, "<", size);
                return false;
            }
            if (type == 0 || size == 0) {
                sheet.invalid(type == 0 ? "tlv type" : "tlv length", 0, "==", 0);
                return false;
            }
            sheet.need(here, size);
            int right = type == REASON ? 1 : 4;
            if (type >= PERIOD && type <= ADDRESS && size != right) {
                sheet.invalid("TLV length", size, "!=", right);
                return false;
            }
            switch (type) {
                case PERIOD -> line.number(sheet.be32(here)).put('s');
                case REASON -> {
                    int reason = sheet.u8(here);
                    line.text(REASONS.name(reason, "Unknown"))
                            .text(" (")
                            .number(reason)
                            .put(')');
                }
                case ADDRESS -> sheet.host4(here);
                default -> {
                    if (sheet.v <= 1) {
                        HexDump.unknown(sheet, "\n\t      ", here, size);
                    }
                }
            }
            int padded = (size + 3) / 4 * 4;
            if (rest < padded) {
                sheet.invalid("remaining LS length", rest, "<", padded);
                return false;
            }
            here += padded;
            rest -= padded;
        }
        return true;
    }
}
