package astray.packet.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** MIT's Zephyr notification service (Project Athena Technical Plan, section E.4.1): texts that zero bytes end. */
final class Zephyr {
    private static final int SERVER_ACKNOWLEDGES = 5;

    private static final String[] KINDS = {
        "unsafe", "unacked", "acked", "hm-ack", "hm-ctl", "serv-ack", "serv-nak", "client-ack", "stat"
    };

    private final Sheet sheet;
    private final int end;
    private int here;
    private boolean missing;

    private Zephyr(Sheet sheet, int at, int length) {
        this.sheet = sheet;
        this.here = at;
        this.end = at + length;
    }

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "zephyr";
        new Zephyr(sheet, at, length).notice();
    }

    /** The next text; empty when its end is missing. */
    private String field() {
        int from = here;
        while (true) {
            if (here >= end) {
                missing = true;
                return "";
            }
            if (sheet.u8(here++) == 0) {
                return new String(sheet.bytes(), from, here - 1 - from, StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** The number that begins a text, in hexadecimal, as strtol(3) reads it. */
    private static long number(String text) {
        String digits = text.strip();
        boolean negative = digits.startsWith("-");
        int i = negative || digits.startsWith("+") ? 1 : 0;
        if (digits.regionMatches(true, i, "0x", 0, 2)) {
            i += 2;
        }
        long value = 0;
        for (; i < digits.length() && Character.digit(digits.charAt(i), 16) >= 0 && value < 1L << 40; i++) {
            value = value * 16 + Character.digit(digits.charAt(i), 16);
        }
        return (int) (negative ? -value : value);
    }

    private void notice() {
        String version = field();
        if (missing) {
            sheet.invalid();
            return;
        }
        if (!version.startsWith("ZEPH")) {
            return;
        }
        field(); // how many fields there are
        long kind = number(field());
        for (int skipped = 0; skipped < 5; skipped++) {
            field(); // unique identifier, port, authenticator and its lengths
        }
        String cls = field();
        String instance = field();
        String operation = field();
        String sender = field();
        String recipient = field();
        field(); // default format
        field(); // checksum
        field(); // multinotice
        field(); // multinotice's identifier
        if (missing) {
            sheet.invalid();
            return;
        }
        sheet.text(" zephyr");
        if (!version.startsWith("0.2", 4)) {
            say(" v", version.substring(4));
            return;
        }
        if (kind >= 0 && kind < KINDS.length) {
            sheet.text(" ").text(KINDS[(int) kind]);
        } else {
            sheet.text(" type ").number(kind);
        }
        if (kind == SERVER_ACKNOWLEDGES) {
            String answer = field();
            if (!missing && !answer.equals("SENT")) {
                say("/", lower(answer));
            }
        }
        if (!sender.isEmpty()) {
            say(" ", sender);
        }
        if (!special(kind, cls, instance, operation)) {
            say(" to ", triple(cls, instance, recipient));
            if (!operation.isEmpty()) {
                say(" op ", operation);
            }
        }
    }

    /** Prints a notice of the service itself; false when it is one from person to person. */
    private boolean special(long kind, String cls, String instance, String operation) {
        switch (cls) {
            case "USER_LOCATE" -> {
                switch (operation) {
                    case "USER_HIDE" -> sheet.text(" hide");
                    case "USER_UNHIDE" -> sheet.text(" unhide");
                    default -> say(" locate ", instance);
                }
                return true;
            }
            case "ZEPHYR_ADMIN" -> say(" zephyr-admin ", lower(operation));
            case "ZEPHYR_CTL" -> {
                return control(kind, instance, operation);
            }
            case "HM_CTL" -> {
                say(" hm_ctl ", lower(instance));
                say(" ", lower(operation));
            }
            case "WG_CTL" -> {
                say(" wg_ctl ", lower(instance));
                say(" ", lower(operation));
            }
            case "HM_STAT" -> {
                if (!instance.equals("HMST_CLIENT") || !operation.equals("GIMMESTATS")) {
                    return false;
                }
                sheet.text(" get-client-stats");
            }
            case "LOGIN" -> {
                return login(operation);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean login(String operation) {
        switch (operation) {
            case "USER_FLUSH" -> sheet.text(" flush_locs");
            case "NONE", "OPSTAFF", "REALM-VISIBLE", "REALM-ANNOUNCED", "NET-VISIBLE", "NET-ANNOUNCED" ->
                say(" set-exposure ", lower(operation));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean control(long kind, String instance, String operation) {
        switch (instance) {
            case "CLIENT" -> client(kind, operation);
            case "HM" -> say(" ", lower(operation));
            case "REALM" -> {
                String word = realm(operation);
                if (word != null) {
                    sheet.text(word);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String realm(String operation) {
        return switch (operation) {
            case "ADD_SUBSCRIBE" -> " realm add-subs";
            case "REQ_SUBSCRIBE" -> " realm req-subs";
            case "RLM_SUBSCRIBE" -> " realm rlm-sub";
            case "RLM_UNSUBSCRIBE" -> " realm rlm-unsub";
            default -> null;
        };
    }

    private void client(long kind, String operation) {
        switch (operation) {
            case "SUBSCRIBE", "SUBSCRIBE_NODEFS", "UNSUBSCRIBE" -> {
                // the original says "un" of all but the plain word
                sheet.text(operation.equals("SUBSCRIBE") ? " sub" : " unsub");
                sheet.text(operation.equals("SUBSCRIBE_NODEFS") ? "-nodefs" : "");
                if (kind != SERVER_ACKNOWLEDGES) {
                    String cls = field();
                    String instance = field();
                    String recipient = field();
                    if (!missing) {
                        say(" ", triple(cls, instance, recipient));
                    }
                }
            }
            case "GIMME" -> sheet.text(" ret");
            case "GIMMEDEFS" -> sheet.text(" gimme-defs");
            case "CLEARSUB" -> sheet.text(" clear-subs");
            default -> say(" ", lower(operation));
        }
    }

    private static String lower(String text) {
        return cut(text.toLowerCase(Locale.ROOT));
    }

    private static String triple(String cls, String instance, String recipient) {
        return cut("<" + cls + "," + instance + "," + (recipient.isEmpty() ? "*" : recipient) + ">");
    }

    /** The original puts such a text together in 256 bytes. */
    private static String cut(String text) {
        return text.length() > 255 ? text.substring(0, 255) : text;
    }

    private void say(String before, String text) {
        sheet.text(before);
        for (int i = 0; i < text.length(); i++) {
            sheet.character(text.charAt(i) & 0xff);
        }
    }
}
