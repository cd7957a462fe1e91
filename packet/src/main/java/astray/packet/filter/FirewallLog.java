package astray.packet.filter;

import astray.packet.LinkType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Questions about the header that OpenBSD's packet filter puts before what it logs (struct pfloghdr). */
final class FirewallLog {
    private static final int ACTION = 2;
    private static final int REASON = 3;
    private static final int INTERFACE = 4;
    private static final int RULESET = 20;
    private static final int RULE = 36;
    private static final int SUBRULE = 40;
    static final int DIRECTION = 60;

    /** Names have this many bytes, the last of them 0. */
    private static final int NAME = 16;

    private static final List<String> REASONS = List.of(
            "match",
            "bad-offset",
            "fragment",
            "short",
            "normalize",
            "memory",
            "bad-timestamp",
            "congestion",
            "ip-option",
            "proto-cksum",
            "state-mismatch",
            "state-insert",
            "state-limit",
            "src-limit",
            "synproxy");

    private FirewallLog() {}

    static Condition ask(Layers layers, Token word, Token with) {
        String asked = word.text();
        if (!layers.is(LinkType.PFLOG)) {
            throw new FilterException(asked + " supported only on PF linktype");
        }
        return switch (word.word()) {
            case IFNAME -> layers.headerIs(INTERFACE, name(asked, with));
            case RSET -> layers.headerIs(RULESET, name(asked, with));
            case RNR -> layers.equal(layers.ofHeader(4, RULE), with.number());
            case SRNR -> layers.equal(layers.ofHeader(4, SUBRULE), with.number());
            case REASON ->
                layers.equal(layers.ofHeader(1, REASON), with.is(Word.NUMBER) ? with.number() : reason(with));
            default -> layers.equal(layers.ofHeader(1, ACTION), action(with));
        };
    }

    private static byte[] name(String asked, Token with) {
        byte[] bytes = with.text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= NAME) {
            throw new FilterException(asked + " names can only be " + (NAME - 1) + " characters");
        }
        return bytes;
    }

    private static int reason(Token with) {
        int reason = REASONS.indexOf(with.text().toLowerCase(Locale.ROOT));
        if (reason < 0) {
            throw new FilterException("unknown PF reason \"" + with.text() + "\"");
        }
        return reason;
    }

    private static int action(Token with) {
        return switch (with.text().toLowerCase(Locale.ROOT)) {
            case "pass", "accept" -> 0;
            case "drop", "block" -> 1;
            case "scrub" -> 2;
            case "noscrub" -> 3;
            case "nat" -> 4;
            case "nonat" -> 5;
            case "binat" -> 6;
            case "nobinat" -> 7;
            case "rdr" -> 8;
            case "nordr" -> 9;
            case "synproxy-drop" -> 10;
            default -> throw new FilterException("unknown PF action \"" + with.text() + "\"");
        };
    }
}
