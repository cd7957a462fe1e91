package astray.packet.text;

import org.jspecify.annotations.Nullable;

/** The attributes of transforms (RFC 2408 section 3.3) with the names of RFC 2407, RFC 2409 and RFC 7296. */
final class IkeAttributes {
    private static final String GROUPS =
            ",modp768,modp1024,EC2N 2^155,EC2N 2^185,modp1536,iana-grp06,iana-grp07,iana-grp08,iana-grp09,iana-grp10,"
                    + "iana-grp11,iana-grp12,iana-grp13,modp2048,modp3072,modp4096,modp6144,modp8192";

    /** RFC 2409 appendix A: a row for each type, its name, then the names of its values from 0. */
    static final String[] OAKLEY = {
        "",
        "enc|,1des,idea,blowfish,rc5,3des,cast,aes",
        "hash|,md5,sha1,tiger,sha2-256,sha2-384,sha2-512",
        "auth|,preshared,dss,rsa sig,rsa enc,rsa enc revised",
        "group desc|" + shorter(GROUPS),
        "group type|,MODP,ECP,EC2N",
        "group prime|",
        "group gen1|",
        "group gen2|",
        "group curve A|",
        "group curve B|",
        "lifetype|,sec,kb",
        "lifeduration|",
        "prf|",
        "keylen|",
        "field|",
        "order|"
    };

    /** RFC 2407 section 4.5. */
    static final String[] IPSEC = {
        "",
        "lifetype|,sec,kb",
        "life|",
        "group desc|" + shorter(GROUPS),
        "enc mode|,tunnel,transport",
        "auth|,hmac-md5,hmac-sha1,1des-mac,keyed",
        "keylen|",
        "rounds|",
        "dictsize|",
        "privalg|"
    };

    /** RFC 7296 section 3.3.5. */
    static final String[] ENCRYPTION = {"", "", "", "", "", "", "", "", "", "", "", "", "", "", "keylen|"};

    /** Diffie-Hellman groups (RFC 7296 section 3.3.2). */
    static final String[] GROUP_NAMES = GROUPS.split(",", -1);

    private IkeAttributes() {}

    /** The original's table of attribute values ends one group earlier than its list of groups. */
    private static String shorter(String groups) {
        return groups.substring(0, groups.lastIndexOf(','));
    }

    /** A name out of a list, or the number. */
    static String word(String[] words, int number) {
        return number < words.length && !words[number].isEmpty() ? words[number] : "#" + number;
    }

    /**
     * Prints attributes up to an end.
     *
     * @param names the rows of what they are called; {@code null} for no names
     * @return where they end; negative when one is cut off
     */
    static int print(Sheet sheet, int at, int end, String @Nullable [] names) {
        int here = at;
        while (here < sheet.end() && here < end) {
            here = attribute(sheet, here, end, names);
            if (here < 0) {
                return -1;
            }
        }
        return here;
    }

    private static int attribute(Sheet sheet, int at, int end, String @Nullable [] names) {
        Line line = sheet.line;
        boolean brief = (sheet.u8(at) & 0x80) != 0;
        int size = brief ? 4 : 4 + sheet.be16(at + 2);
        if (size > end - at) {
            line.text("[|attr]");
            return end + 1;
        }
        int type = sheet.be16(at) & 0x7fff;
        String row = names != null && type < names.length ? names[type] : "";
        line.text("(type=");
        if (row.isEmpty()) {
            line.put('#').number(type);
        } else {
            line.text(row.substring(0, row.indexOf('|')));
        }
        boolean whole;
        if (brief) {
            line.text(" value=");
            String[] values = row.substring(row.indexOf('|') + 1).split(",", -1);
            int value = sheet.be16(at + 2);
            if (value < values.length && !values[value].isEmpty()) {
                line.text(values[value]);
                whole = true;
            } else {
                whole = Ike.raw(sheet, at + 2, 2);
            }
        } else {
            line.text(" len=").number(size - 4L).text(" value=");
            whole = Ike.raw(sheet, at + 4, size - 4);
        }
        line.put(')');
        return whole ? at + size : -1;
    }
}
