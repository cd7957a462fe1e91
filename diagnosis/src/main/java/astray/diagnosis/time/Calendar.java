package astray.diagnosis.time;

import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.When;
import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Cast;
import astray.diagnosis.book.Host;
import astray.facts.Capture;
import astray.facts.ClockReading;
import astray.facts.DocumentDate;
import astray.facts.Frame;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.facts.Observation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts printed times on the calendar: a missing year comes from the document's date or from a clock that was shown;
 * dmesg's seconds from lines that stand in both logs; a capture's bare time of day from the lines that its start and
 * end left in the log. What was worked out is marked so, with what it was worked out from.
 */
public final class Calendar {
    /** How far two lines may differ that are one: syslog cuts its times to the second. */
    private static final long SAME_SECONDS = 2;

    private final Casebook book;
    private final Cast cast;
    private final Moment.@Nullable Dated anchor;
    private final Map<Host, Boot> boots = new HashMap<>();

    /**
     * When a host's kernel started, worked out from lines that stand in both logs.
     *
     * @param at when
     * @param matches how many lines agree
     */
    public record Boot(When at, int matches) {}

    /** Looks for what tells the date. */
    public Calendar(Casebook book, Cast cast) {
        this.book = book;
        this.cast = cast;
        anchor = findAnchor();
        for (Host host : cast.hosts()) {
            Boot boot = findBoot(host);
            if (boot != null) {
                boots.put(host, boot);
            }
        }
    }

    private Moment.@Nullable Dated findAnchor() {
        for (Observation<DocumentDate> seen : book.of(DocumentDate.class)) {
            if (seen.fact().at() instanceof Moment.Dated dated) {
                return dated;
            }
        }
        for (Observation<ClockReading> seen : book.of(ClockReading.class)) {
            if (seen.fact().at() instanceof Moment.Dated dated) {
                return dated;
            }
        }
        for (Observation<LogEntry> seen : book.of(LogEntry.class)) {
            if (seen.fact().at() instanceof Moment.Dated dated) {
                return dated;
            }
        }
        return null;
    }

    /** When a log entry was written; {@code null} when nothing puts it on the calendar. */
    public @Nullable When of(Observation<LogEntry> seen) {
        Moment at = seen.fact().at();
        return switch (at) {
            case null -> null;
            case Moment.Dated dated -> of(dated);
            case Moment.Yearless yearless -> of(yearless);
            case Moment.SinceBoot(var elapsed) -> {
                Boot boot = boots.get(cast.of(seen));
                yield boot == null
                        ? null
                        : new When(
                                boot.at().at().plus(elapsed),
                                boot.at().offset(),
                                true,
                                Phrase.of(Say.TIME_FROM_BOTH_LOGS, boot.matches()));
            }
            case Moment.OfDay _, Moment.Elapsed _ -> null;
        };
    }

    private When of(Moment.Dated dated) {
        ZoneOffset offset = dated.offset() != null ? dated.offset() : offset();
        return new When(dated.at(), offset, false, null);
    }

    private @Nullable ZoneOffset offset() {
        return anchor == null ? null : anchor.offset();
    }

    /** The year that brings the date nearest to the anchor. */
    private @Nullable When of(Moment.Yearless yearless) {
        if (anchor == null) {
            return null;
        }
        LocalDateTime best = null;
        for (int year = anchor.at().getYear() - 1; year <= anchor.at().getYear() + 1; year++) {
            LocalDateTime candidate = at(year, yearless);
            if (candidate != null && (best == null || distance(candidate) < distance(best))) {
                best = candidate;
            }
        }
        return best == null
                ? null
                : new When(
                        best,
                        offset(),
                        true,
                        Phrase.of(Say.TIME_YEAR_FROM, anchor.at().toLocalDate().toString()));
    }

    /** In seconds. */
    private long distance(LocalDateTime candidate) {
        return anchor == null ? 0 : Math.abs(ChronoUnit.SECONDS.between(anchor.at(), candidate));
    }

    private static @Nullable LocalDateTime at(int year, Moment.Yearless yearless) {
        try {
            return LocalDate.of(year, yearless.month(), yearless.day()).atTime(yearless.time());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    // -- dmesg's seconds ---------------------------------------------------------------------------------------

    /** Lines of the kernel that stand once in each log put one log's zero on the other's calendar. */
    private @Nullable Boot findBoot(Host host) {
        Map<String, List<Observation<LogEntry>>> bySeconds = new HashMap<>();
        Map<String, List<Observation<LogEntry>>> byDate = new HashMap<>();
        for (Observation<LogEntry> seen : host.of(LogEntry.class)) {
            LogEntry entry = seen.fact();
            if (entry.at() instanceof Moment.SinceBoot) {
                bySeconds
                        .computeIfAbsent(entry.message(), m -> new ArrayList<>())
                        .add(seen);
            } else if ("kernel".equals(entry.identifier()) && of(seen) != null) {
                byDate.computeIfAbsent(entry.message(), m -> new ArrayList<>()).add(seen);
            }
        }
        LocalDateTime zero = null;
        int matches = 0;
        for (Map.Entry<String, List<Observation<LogEntry>>> entry : bySeconds.entrySet()) {
            List<Observation<LogEntry>> dated = byDate.getOrDefault(entry.getKey(), List.of());
            if (entry.getValue().size() != 1 || dated.size() != 1) {
                continue;
            }
            When when = of(dated.getFirst());
            if (when != null && entry.getValue().getFirst().fact().at() instanceof Moment.SinceBoot(var elapsed)) {
                LocalDateTime candidate = when.at().minus(elapsed);
                if (zero == null) {
                    zero = candidate;
                    matches = 1;
                } else if (Math.abs(ChronoUnit.SECONDS.between(zero, candidate)) <= SAME_SECONDS) {
                    matches++;
                } else {
                    // two boots are mixed: better no date than a wrong one
                    return null;
                }
            }
        }
        // syslog's times are cut to the second: the middle of that second is nearest
        return zero == null
                ? null
                : new Boot(
                        new When(
                                zero.plusNanos(500_000_000).withNano(0),
                                offset(),
                                true,
                                Phrase.of(Say.TIME_FROM_BOTH_LOGS, matches)),
                        matches);
    }

    /** When a host's kernel started, where both logs were shown. */
    public @Nullable Boot boot(Host host) {
        return boots.get(host);
    }

    // -- a capture's times of day ------------------------------------------------------------------------------

    /** When a frame was captured; {@code null} when nothing tells the day. */
    public @Nullable When ofFrame(Observation<Frame> seen) {
        Moment at = seen.fact().at();
        if (at instanceof Moment.Dated dated) {
            return of(dated);
        }
        if (!(at instanceof Moment.OfDay(var time))) {
            return null;
        }
        Host host = cast.of(seen);
        LocalDate day = dayOfCapture(seen, host, time);
        if (day != null) {
            return new When(day.atTime(time), offset(), true, Phrase.of(Say.TIME_FROM_CAPTURE_LOG));
        }
        for (Observation<ClockReading> clock : host.of(ClockReading.class)) {
            if (clock.fact().at() instanceof Moment.Dated(var shown, var zone)) {
                LocalDateTime same = shown.toLocalDate().atTime(time);
                LocalDateTime nearest = Duration.between(shown, same).toHours() > 12 ? same.minusDays(1) : same;
                return new When(nearest, zone != null ? zone : offset(), true, Phrase.of(Say.TIME_FROM_CLOCK));
            }
        }
        return null;
    }

    /** The day on which the log shows the captured interface entering promiscuous mode before that time of day. */
    private @Nullable LocalDate dayOfCapture(Observation<Frame> seen, Host host, LocalTime time) {
        String dev = null;
        for (Observation<Capture> capture : book.besides(seen, Capture.class)) {
            dev = capture.fact().dev();
        }
        if (dev == null) {
            return null;
        }
        LocalDateTime entered = null;
        for (Observation<LogEntry> entry : host.of(LogEntry.class)) {
            String message = entry.fact().message();
            if (!message.contains(dev) || !message.contains("promiscuous mode")) {
                continue;
            }
            When when = of(entry);
            if (when == null) {
                continue;
            }
            if (message.contains("entered")) {
                entered = when.at();
            } else if (message.contains("left") && entered != null) {
                LocalDateTime candidate = entered.toLocalDate().atTime(time);
                if (candidate.isBefore(entered)) {
                    candidate = candidate.plusDays(1);
                }
                if (!candidate.isBefore(entered) && !candidate.isAfter(when.at())) {
                    return candidate.toLocalDate();
                }
            }
        }
        return null;
    }
}
