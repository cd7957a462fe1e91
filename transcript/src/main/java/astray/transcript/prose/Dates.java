package astray.transcript.prose;

import astray.facts.Moment;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as front matter (YAML) and mail headers (RFC 5322 section 3.3) have them. */
final class Dates {
    /** Compiled for the first front matter that has a date. */
    private static final class Yaml {
        static final Pattern PATTERN = Pattern.compile(
                "[\"']?(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?[\"']?");
    }

    /** Compiled for the first header. */
    private static final class Mail {
        static final Pattern PATTERN = Pattern.compile(
                "(?:[A-Z][a-z]{2},? )?(\\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\\d{4}),?(?: at)? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ([+-]\\d{4}|GMT|UTC|Z))?");
    }

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private Dates() {}

    static @Nullable Moment ofFrontMatter(String value) {
        Matcher m = Yaml.PATTERN.matcher(value);
        return m.matches()
                ? moment(
                        m.group(1),
                        Integer.parseInt(m.group(2)),
                        m.group(3),
                        m.group(4),
                        m.group(5),
                        m.group(6),
                        m.group(7))
                : null;
    }

    /** {@code Date: Mon, 2 Jun 2025 08:40:12 +0200} and {@code On Mon, 2 Jun 2025 08:40:12 +0200 Oda wrote:}. */
    static @Nullable Moment ofMail(String line) {
        boolean header = line.startsWith("Date: ");
        boolean attribution = line.startsWith("On ") && line.endsWith("wrote:");
        if (!header && !attribution || line.length() > 200) {
            return null;
        }
        Matcher m = Mail.PATTERN.matcher(line);
        if (!m.find()) {
            return null;
        }
        int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT));
        return month < 0 || month % 3 != 0
                ? null
                : moment(m.group(3), month / 3 + 1, m.group(1), m.group(4), m.group(5), m.group(6), m.group(7));
    }

    private static @Nullable Moment moment(
            String year,
            int month,
            String day,
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String zone) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
            LocalTime time = LocalTime.of(number(hour), number(minute), number(second));
            return new Moment.Dated(LocalDateTime.of(date, time), offset(zone));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        return Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }
}
