package astray.kernel;

import org.jspecify.annotations.Nullable;

/**
 * An error of getaddrinfo(3) or getnameinfo(3), by the numbers of glibc's netdb.h.
 *
 * @param code negative
 * @param errno what lies below EAI_SYSTEM; {@code null} for every other
 */
public record LookupError(int code, @Nullable Errno errno) {
    /** There is no such name, or the address has none. */
    public static final LookupError NONAME = new LookupError(-2, null);

    /** No name server answered, or one failed for now. */
    public static final LookupError AGAIN = new LookupError(-3, null);

    /** The resolver failed for good. */
    public static final LookupError FAIL = new LookupError(-4, null);

    /** The name exists and has no address. */
    public static final LookupError NODATA = new LookupError(-5, null);

    private static final int SYSTEM = -11;

    /** The name, such as {@code EAI_AGAIN}. */
    public String symbol() {
        return switch (code) {
            case -1 -> "EAI_BADFLAGS";
            case -2 -> "EAI_NONAME";
            case -3 -> "EAI_AGAIN";
            case -4 -> "EAI_FAIL";
            case -5 -> "EAI_NODATA";
            case -6 -> "EAI_FAMILY";
            case -7 -> "EAI_SOCKTYPE";
            case -8 -> "EAI_SERVICE";
            case -9 -> "EAI_ADDRFAMILY";
            case -10 -> "EAI_MEMORY";
            case SYSTEM -> "EAI_SYSTEM";
            case -12 -> "EAI_OVERFLOW";
            default -> "EAI " + code;
        };
    }

    /** The words of gai_strerror(3), such as {@code Name or service not known}. */
    public String text() {
        if (errno != null) {
            return errno.text();
        }
        return switch (code) {
            case -1 -> "Bad value for ai_flags";
            case -2 -> "Name or service not known";
            case -3 -> "Temporary failure in name resolution";
            case -4 -> "Non-recoverable failure in name resolution";
            case -5 -> "No address associated with hostname";
            case -6 -> "ai_family not supported";
            case -7 -> "ai_socktype not supported";
            case -8 -> "Servname not supported for ai_socktype";
            case -9 -> "Address family for hostname not supported";
            case -10 -> "Memory allocation failure";
            case SYSTEM -> "System error";
            case -12 -> "Result too large for supplied buffer";
            default -> "Unknown error";
        };
    }

    /** The error of a code; of an error number too where the code says so. */
    static LookupError of(int code, Errno errno) {
        return new LookupError(code, code == SYSTEM ? errno : null);
    }

    @Override
    public String toString() {
        return symbol();
    }
}
