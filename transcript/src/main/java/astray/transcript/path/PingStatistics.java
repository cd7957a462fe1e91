package astray.transcript.path;

import astray.transcript.text.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run of ping.
 *
 * @param transmitted packets sent
 * @param received answers
 * @param lossPercent 0 to 100
 * @param averageMs the average round trip in milliseconds
 */
record PingStatistics(
        @Nullable Integer transmitted,
        @Nullable Integer received,
        @Nullable Double lossPercent,
        @Nullable Double averageMs) {
    static final PingStatistics NONE = new PingStatistics(null, null, null, null);

    /** The target in {@code --- server ping statistics ---}; {@code null} for another line. */
    static @Nullable String title(String text) {
        if (!text.startsWith("--- ") || !text.endsWith(" ---")) {
            return null;
        }
        String[] endings = {" ping statistics ---", " ping6 statistics ---", " ping 统计 ---"};
        for (String ending : endings) {
            if (text.endsWith(ending) && text.length() > 4 + ending.length()) {
                return text.substring(4, text.length() - ending.length());
            }
        }
        return null;
    }

    /** Whether the line is one that counts packets. */
    static boolean counts(String text) {
        return text.contains(" packets transmitted, ") || text.startsWith("已发送 ");
    }

    /** Whether the line is one of round trip times. */
    static boolean times(String text) {
        return text.startsWith("rtt min/avg/max") || text.startsWith("round-trip ");
    }

    /** These with what another line adds; {@code null} when the line is no part of the statistics. */
    static @Nullable PingStatistics parse(String text, @Nullable PingStatistics before) {
        PingStatistics known = before == null ? NONE : before;
        if (counts(text)) {
            Integer transmitted = number(text, 0);
            Integer received = transmitted == null
                    ? null
                    : number(text, text.indexOf(',') < 0 ? text.indexOf('，') : text.indexOf(','));
            return transmitted == null || received == null
                    ? null
                    : new PingStatistics(transmitted, received, percent(text), known.averageMs);
        }
        return times(text)
                ? new PingStatistics(known.transmitted, known.received, known.lossPercent, average(text))
                : null;
    }

    /** The first whole number at or after a place. */
    private static @Nullable Integer number(String text, int from) {
        int start = Math.max(from, 0);
        while (start < text.length() && !digit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return Numbers.parseInt(text.substring(start, end));
    }

    private static @Nullable Double percent(String text) {
        int sign = text.indexOf('%');
        int start = sign;
        while (start > 0 && (digit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return sign < 0 ? null : Numbers.parseDecimal(text.substring(start, sign));
    }

    /** The second number of {@code … = 0.090/0.248/0.403/0.127 ms}: all forms begin with min/avg/max. */
    private static @Nullable Double average(String text) {
        int equals = text.indexOf('=');
        int first = equals < 0 ? -1 : text.indexOf('/', equals);
        int second = first < 0 ? -1 : text.indexOf('/', first + 1);
        return second < 0 ? null : Numbers.parseDecimal(text.substring(first + 1, second));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
