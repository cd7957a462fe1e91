package astray.transcript.connect;

import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/** Addresses as people and tools write them, in brackets or with a zone. */
public final class Literals {
    private Literals() {}

    /** Reads {@code 10.0.0.1}, {@code 2001:db8::1}, {@code [2001:db8::1]} or {@code fe80::1%eth0}; else {@code null}. */
    public static @Nullable IpAddress address(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String bare = text.length() > 2 && text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1)
                : text;
        int zone = bare.indexOf('%');
        return IpAddress.parse(zone < 0 ? bare : bare.substring(0, zone));
    }

    /** The address in {@code (10.0.0.1)}, with or without a mark after it. */
    public static @Nullable IpAddress inParentheses(String text) {
        int close = text.indexOf(')');
        return text.startsWith("(") && close > 0 ? address(text.substring(1, close)) : null;
    }

    /** Whether it could be a host's name: letters, digits, dots, hyphens and underscores, and no address. */
    public static boolean name(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 255 || address(text) != null) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return Character.isLetterOrDigit(text.charAt(0)) || text.charAt(0) == '_';
    }

    /** Whether it could stand where a host is named: a name, or an address. */
    public static boolean host(@Nullable String text) {
        return name(text) || address(text) != null;
    }
}
