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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code date} (date(1)): its default form in the C locale, -R, -I and the Chinese one. */
final class DateFormat implements Format {
    private enum Style {
        DEFAULT("date"),
        RFC_EMAIL("date -R"),
        ISO("date -Is"),
        CHINESE("date (zh_CN)");

        private final String title;

        Style(String title) {
            this.title = title;
        }
    }

    // the names are date's own, not those of the Java locale data, which a small image does not hold
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String CHINESE_DAYS = "一二三四五六日";

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
        for (Fact fact : facts) {
            if (fact instanceof ClockReading reading && reading.at() instanceof Moment.Dated(var at, var offset)) {
                out.append(print(at, offset)).append('\n');
            }
        }
    }

    private String print(LocalDateTime at, @Nullable ZoneOffset offset) {
        String month = MONTHS[at.getMonthValue() - 1];
        int weekday = at.getDayOfWeek().getValue() - 1;
        String time = two(at.getHour()) + ":" + two(at.getMinute()) + ":" + two(at.getSecond());
        String date = at.getYear() + "-" + two(at.getMonthValue()) + "-" + two(at.getDayOfMonth());
        return switch (style) {
            case DEFAULT ->
                DAYS[weekday] + " " + month + (at.getDayOfMonth() < 10 ? "  " : " ") + at.getDayOfMonth() + " " + time
                        + letters(offset) + " " + at.getYear();
            case RFC_EMAIL ->
                DAYS[weekday] + ", " + two(at.getDayOfMonth()) + " " + month + " " + at.getYear() + " " + time
                        + (offset == null ? "" : " " + zone(offset, ""));
            case ISO -> date + "T" + time + (offset == null ? "" : zone(offset, ":"));
            case CHINESE ->
                at.getYear() + "年 " + two(at.getMonthValue()) + "月 " + two(at.getDayOfMonth()) + "日 星期"
                        + CHINESE_DAYS.charAt(weekday) + " " + time + letters(offset);
        };
    }

    /** Where a zone has no letters of its own, date prints its offset. */
    private static String letters(@Nullable ZoneOffset offset) {
        if (offset == null) {
            return "";
        }
        return offset.equals(ZoneOffset.UTC) ? " UTC" : " " + zone(offset, "");
    }

    private static String zone(ZoneOffset offset, String between) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return (offset.getTotalSeconds() < 0 ? "-" : "+") + two(minutes / 60) + between + two(minutes % 60);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
