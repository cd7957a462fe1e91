package astray.transcript.connect;

import astray.facts.ConnectAttempt.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the C library's words for an error (strerror(3), gai_strerror(3)) say of a connection. */
public final class ErrnoWords {
    private static final int LONGEST = 120;

    private ErrnoWords() {}

    /** The outcome that these words stand for, whatever their case and with or without a full stop. */
    public static @Nullable Outcome outcome(String words) {
        if (words.length() > LONGEST) {
            return null;
        }
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        return switch (text) {
            case "connection timed out", "operation timed out", "timed out", "timeout", "timeout was reached", "连接超时" ->
                Outcome.TIMED_OUT;
            case "connection refused", "拒绝连接", "连接被拒绝" -> Outcome.REFUSED;
            // EHOSTDOWN is BSD's word for a neighbour that does not answer; "host is unreachable" is musl's
            case "no route to host", "host is down", "host is unreachable", "host unreachable", "没有到主机的路由" ->
                Outcome.NO_ROUTE_TO_HOST;
            case "network is unreachable", "network unreachable", "network is down", "网络不可达" ->
                Outcome.NETWORK_UNREACHABLE;
            case "permission denied", "operation not permitted", "不允许的操作", "权限不够" -> Outcome.NOT_PERMITTED;
            case "connection reset by peer", "connection reset", "broken pipe", "连接被对方重设", "连接被对方重置" -> Outcome.RESET;
            default -> unresolved(text) ? Outcome.NAME_UNRESOLVED : null;
        };
    }

    /** Whether these words say that a name has no address, or that nobody could be asked. */
    public static boolean unresolved(String words) {
        return switch (words.strip().toLowerCase(Locale.ROOT)) {
            case "name or service not known",
                    "temporary failure in name resolution",
                    "no address associated with hostname",
                    "nodename nor servname provided, or not known",
                    "non-recoverable failure in name resolution",
                    "name does not resolve",
                    "name has no usable address",
                    "unknown host",
                    "host not found",
                    "try again",
                    "未知的名称或服务",
                    "域名解析暂时失败" -> true;
            default -> false;
        };
    }

    /** The words for an outcome, where an error number stands behind it. */
    static @Nullable String words(Outcome outcome) {
        return switch (outcome) {
            case TIMED_OUT -> "Connection timed out";
            case REFUSED -> "Connection refused";
            case NO_ROUTE_TO_HOST -> "No route to host";
            case NETWORK_UNREACHABLE -> "Network is unreachable";
            case NOT_PERMITTED -> "Permission denied";
            case RESET -> "Connection reset by peer";
            case NAME_UNRESOLVED -> "Name or service not known";
            case CONNECTED, CLOSED, SILENT -> null;
        };
    }
}
