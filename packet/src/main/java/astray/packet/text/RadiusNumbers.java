package astray.packet.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** RADIUS's values of four bytes (RFC 2865 section 5 and later ones): numbers, words, addresses, times. */
final class RadiusNumbers {
    private static final int FRAMED_ADDRESS = 8;
    private static final int LOGIN_HOST = 14;
    private static final int TUNNEL_TYPE = 64;
    private static final int TUNNEL_MEDIUM = 65;

    private static final long USER_SELECTS = 0xffff_ffffL;
    private static final long SERVER_SELECTS = 0xffff_fffeL;

    /** Of a number behind a tag. */
    private static final long UNTAGGED = 0xff_ffff;

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private static final Table CAUSES = Table.of("""
            201 Residual Session Context Removed
            202 Invalid EAP Packet (Ignored)
            401 Unsupported Attribute
            402 Missing Attribute
            403 NAS Identification Mismatch
            404 Invalid Request
            405 Unsupported Service
            406 Unsupported Extension
            407 Invalid Attribute Value
            501 Administratively Prohibited
            502 Request Not Routable (Proxy)
            503 Session Context Not Found
            504 Session Context Not Removable
            505 Other Proxy Processing Error
            506 Resources Unavailable
            507 Request Initiated
            508 Multiple Session Selection Unsupported
            509 Location Info Required
            """);
    private static final Table TAGGED = Table.of("""
            0x31 Tagged
            0x32 Untagged
            """);

    private RadiusNumbers() {}

    /** Prints a value in one of the forms that {@link RadiusAttributes} names. */
    static void print(Sheet sheet, String form, int type, int at) {
        Line line = sheet.line;
        long value = sheet.be32(at);
        switch (form) {
            case "address" -> address(sheet, type, at);
            case "word" -> word(sheet, type, at);
            case "network" -> orNumber(line, value, SERVER_SELECTS, "NAS Select");
            case "time" -> duration(line, value);
            case "link" -> orNumber(line, value, 0, "Unnumbered");
            case "assigned" -> orNumber(line, value, 0, "NAS assigned");
            case "date" -> date(line, value);
            case "vlan" -> {
                vlan(sheet, at);
                line.number(value & UNTAGGED);
            }
            case "preference" -> {
                RadiusText.tag(sheet, sheet.u8(at));
                line.number(value & UNTAGGED);
            }
            case "cause" -> {
                line.text("Error cause ").number(value).text(": ");
                String name = CAUSES.name(value);
                if (name == null) {
                    line.text("Error-Cause ").number(value).text(" not known");
                } else {
                    line.text(name);
                }
            }
            default -> line.number(value);
        }
    }

    /** Prints whether frames of a VLAN are tagged (RFC 4675 section 2.1), of which one byte tells. */
    static void vlan(Sheet sheet, int at) {
        int tag = sheet.u8(at);
        sheet.text(TAGGED.name(tag, "Unknown tag")).text(" (0x").hex(tag, 2).text(") ");
    }

    private static void address(Sheet sheet, int type, int at) {
        long address = sheet.be32(at);
        boolean chosen = type == FRAMED_ADDRESS || type == LOGIN_HOST;
        if (chosen && address == USER_SELECTS) {
            sheet.text("User Selected");
        } else if (chosen && address == SERVER_SELECTS) {
            sheet.text("NAS Select");
        } else {
            sheet.host4(at);
        }
    }

    private static void orNumber(Line line, long value, long special, String name) {
        if (value == special) {
            line.text(name);
        } else {
            line.number(value);
        }
    }

    private static void word(Sheet sheet, int type, int at) {
        long value = sheet.be32(at);
        if (type == TUNNEL_TYPE || type == TUNNEL_MEDIUM) {
            RadiusText.tag(sheet, sheet.u8(at));
            value &= UNTAGGED;
        }
        sheet.text(RadiusWords.of(type).orNumber(value, "#"));
    }

    private static void duration(Line line, long seconds) {
        if (seconds < 60) {
            line.padded(seconds, 2).text(" secs");
        } else if (seconds < 3600) {
            line.padded(seconds / 60, 2).put(':').padded(seconds % 60, 2).text(" min");
        } else {
            line.padded(seconds / 3600, 2).put(':').padded(seconds % 3600 / 60, 2);
            line.put(':').padded(seconds % 60, 2).text(" hours");
        }
    }

    /** As ctime(3) has it. */
    private static void date(Line line, long seconds) {
        ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault());
        int day = 3 * (time.getDayOfWeek().getValue() - 1);
        int month = 3 * (time.getMonthValue() - 1);
        line.text(DAYS.substring(day, day + 3))
                .put(' ')
                .text(MONTHS.substring(month, month + 3))
                .put(' ');
        line.right(time.getDayOfMonth(), 2).put(' ').padded(time.getHour(), 2).put(':');
        line.padded(time.getMinute(), 2)
                .put(':')
                .padded(time.getSecond(), 2)
                .put(' ')
                .number(time.getYear());
    }
}
