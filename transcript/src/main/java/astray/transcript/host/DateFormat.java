package astray.transcript.host;

import astray.facts.ClockReading;
import astray.facts.Fact;
import astray.facts.Moment;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code date} (date(1)): its default form in the C locale, -R, -I and the Chinese one. */
final class DateFormat implements Format {
    private enum Style {
        DEFAULT("date", "EEE MMM ppd HH:mm:ss", "yyyy"),
        RFC_EMAIL("date -R", "EEE, dd MMM yyyy HH:mm:ss", ""),
        ISO("date -Is", "yyyy-MM-dd'T'HH:mm:ss", ""),
        CHINESE("date (zh_CN)", "yyyy年 MM月 dd日 EEE HH:mm:ss", "");

        private final String title;
        private final String before;
        private final String after;

        Style(String title, String before, String after) {
            this.title = title;
            this.before = before;
            this.after = after;
        }
    }

    private final Style style;

    private DateFormat(Style style) {
        this.style = style;
    }

    /** All forms. */
    static List<Format> styles() {
        return List.of(
                new DateFormat(Style.DEFAULT),
                new DateFormat(Style.RFC_EMAIL),
                new DateFormat(Style.ISO),
                new DateFormat(Style.CHINESE));
    }

    @Override
    public String name() {
        return style.title;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        if (DateText.parse(first) == null || shown(first) != style) {
            return NO;
        }
        // a bare ISO time may come from anywhere
        boolean asked = command != null && command.tool().equals("date");
        return asked ? CERTAIN : style == Style.ISO ? WEAK : LIKELY;
    }

    private static Style shown(String text) {
        if (text.indexOf('年') > 0) {
            return Style.CHINESE;
        }
        return Character.isDigit(text.charAt(0)) && text.indexOf('-') == 4
                ? Style.ISO
                : text.indexOf(',') > 0 ? Style.RFC_EMAIL : Style.DEFAULT;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return line -> {
            Moment.Dated at = DateText.parse(line.text());
            if (at != null) {
                sink.fact(new ClockReading(at), line);
            }
            return at != null;
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        Locale locale = style == Style.CHINESE ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        for (Fact fact : facts) {
            if (fact instanceof ClockReading reading && reading.at() instanceof Moment.Dated(var at, var offset)) {
                print(at, offset, locale, out);
            }
        }
    }

    private void print(LocalDateTime at, @Nullable ZoneOffset offset, Locale locale, Appendable out)
            throws IOException {
        out.append(DateTimeFormatter.ofPattern(style.before, locale).format(at));
        out.append(zone(offset));
        if (!style.after.isEmpty()) {
            out.append(' ').append(DateTimeFormatter.ofPattern(style.after, locale).format(at));
        }
        out.append('\n');
    }

    private String zone(@Nullable ZoneOffset offset) {
        if (offset == null) {
            return "";
        }
        return switch (style) {
            case RFC_EMAIL -> DateTimeFormatter.ofPattern(" xx", Locale.ROOT).format(offset);
            case ISO -> DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(offset);
            // where a zone has no letters, date prints its offset
            case DEFAULT, CHINESE ->
                offset.equals(ZoneOffset.UTC)
                        ? " UTC"
                        : DateTimeFormatter.ofPattern(" x", Locale.ROOT).format(offset);
        };
    }
}
