package astray.transcript.log;

import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Of every form: what is printed is read again, with all that the form can hold. */
class LogRoundTripTest {
    private static final int MICRO = 1000;

    @Property(tries = 200)
    void shortForm(@ForAll @From("names") List<LogEntry> names, @ForAll @From("seconds") LocalTime time) {
        check(SyslogFormat.shortForm(), names, new Moment.Yearless(2, 29, time));
    }

    @Property(tries = 200)
    void shortPrecise(@ForAll @From("names") List<LogEntry> names, @ForAll @From("micros") LocalTime time) {
        check(SyslogFormat.shortPrecise(), names, new Moment.Yearless(12, 1, time));
    }

    @Property(tries = 200)
    void shortFull(@ForAll @From("names") List<LogEntry> names, @ForAll @From("seconds") LocalTime time) {
        check(SyslogFormat.shortFull(), names, dated(time, null));
        check(SyslogFormat.shortFull(), names, dated(time, ZoneOffset.UTC));
        check(SyslogFormat.shortFull(), names, dated(time, ZoneOffset.ofHoursMinutes(5, 30)));
    }

    @Property(tries = 200)
    void shortIso(
            @ForAll @From("names") List<LogEntry> names,
            @ForAll @From("seconds") LocalTime time,
            @ForAll @From("offsets") ZoneOffset offset) {
        check(SyslogFormat.shortIso(), names, dated(time, offset));
    }

    @Property(tries = 200)
    void shortIsoPrecise(
            @ForAll @From("names") List<LogEntry> names,
            @ForAll @From("micros") LocalTime time,
            @ForAll @From("offsets") ZoneOffset offset) {
        check(SyslogFormat.shortIsoPrecise(), names, dated(time, offset));
    }

    @Property(tries = 200)
    void shortUnix(@ForAll @From("names") List<LogEntry> names, @ForAll @From("micros") LocalTime time) {
        check(SyslogFormat.shortUnix(), names, dated(time, ZoneOffset.UTC));
    }

    @Property(tries = 200)
    void shortMonotonic(@ForAll @From("sureNames") List<LogEntry> names, @ForAll @From("elapsed") Duration elapsed) {
        check(SyslogFormat.shortMonotonic(), names, new Moment.SinceBoot(elapsed));
    }

    @Property(tries = 200)
    void logread(@ForAll @From("hostless") List<LogEntry> names, @ForAll @From("seconds") LocalTime time) {
        check(SyslogFormat.logread(), names, dated(time, null));
    }

    @Property(tries = 200)
    void json(@ForAll @From("names") List<LogEntry> names, @ForAll @From("micros") LocalTime time) {
        check(JournalJsonFormat.lines(), names, dated(time, ZoneOffset.UTC));
        check(JournalJsonFormat.pretty(), names, dated(time, ZoneOffset.UTC));
    }

    @Property(tries = 200)
    void dmesg(@ForAll @From("kernelNames") List<LogEntry> names, @ForAll @From("elapsed") Duration elapsed) {
        check(DmesgFormat.plain(), names, new Moment.SinceBoot(elapsed));
    }

    @Property(tries = 200)
    void dmesgJson(@ForAll @From("kernelOnly") List<LogEntry> names, @ForAll @From("elapsed") Duration elapsed) {
        check(new DmesgJsonFormat(), names, new Moment.SinceBoot(elapsed));
    }

    @Property(tries = 200)
    void dmesgDated(
            @ForAll @From("kernelNames") List<LogEntry> names,
            @ForAll @From("micros") LocalTime time,
            @ForAll @From("offsets") ZoneOffset offset) {
        check(DmesgFormat.iso(), names, dated(time, offset));
        check(DmesgFormat.ctime(), names, dated(time.withNano(0), null));
    }

    @Property(tries = 200)
    void dmesgReltime(@ForAll @From("kernelNames") List<LogEntry> names, @ForAll @From("elapsed") Duration elapsed) {
        check(DmesgFormat.reltime(), names, new Moment.Elapsed(elapsed, false));
        check(DmesgFormat.reltime(), names, new Moment.Yearless(3, 4, LocalTime.of(15, 23)));
    }

    private static void check(Format format, List<LogEntry> names, Moment at) {
        Texts.assertRoundTrip(
                format,
                names.stream()
                        .map(e -> new LogEntry(at, e.host(), e.identifier(), e.pid(), e.message()))
                        .toList());
    }

    private static Moment dated(LocalTime time, @Nullable ZoneOffset offset) {
        return new Moment.Dated(LocalDateTime.of(LocalDate.of(2024, 2, 29), time), offset);
    }

    @Provide
    Arbitrary<LocalTime> seconds() {
        return Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
    }

    @Provide
    Arbitrary<LocalTime> micros() {
        return Combinators.combine(seconds(), Arbitraries.integers().between(0, 999_999))
                .as((time, micros) -> time.withNano(micros * MICRO));
    }

    @Provide
    Arbitrary<Duration> elapsed() {
        return Arbitraries.longs()
                .between(0, 100_000_000_000_000L)
                .map(micros -> Duration.ofNanos(micros * MICRO / 10 * 10));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers()
                .between(-17 * 60, 17 * 60)
                .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    @Provide
    Arbitrary<List<LogEntry>> names() {
        return entries(
                Arbitraries.of("gpu1", "GPU", "host.example.org"),
                Arbitraries.of("kernel", "systemd-networkd", "sudo", "a/b.c", "(udev-worker)"),
                Arbitraries.longs().between(1, 4_194_304).injectNull(0.3));
    }

    @Provide
    Arbitrary<List<LogEntry>> sureNames() {
        return entries(
                Arbitraries.of("gpu1", "host.example.org"),
                Arbitraries.of("systemd-networkd", "sudo", "a/b.c"),
                Arbitraries.longs().between(1, 4_194_304));
    }

    @Provide
    Arbitrary<List<LogEntry>> hostless() {
        return entries(
                Arbitraries.just("").injectNull(1),
                Arbitraries.of("netifd", "dnsmasq-dhcp"),
                Arbitraries.longs().between(1, 4_194_304).injectNull(0.3));
    }

    @Provide
    Arbitrary<List<LogEntry>> kernelOnly() {
        return entries(
                Arbitraries.just("").injectNull(1),
                Arbitraries.just("kernel"),
                Arbitraries.just(0L).injectNull(1));
    }

    @Provide
    Arbitrary<List<LogEntry>> kernelNames() {
        return Arbitraries.oneOf(
                kernelOnly(),
                entries(Arbitraries.just("").injectNull(1), Arbitraries.just("systemd"), Arbitraries.just(1L)));
    }

    private static Arbitrary<List<LogEntry>> entries(
            Arbitrary<? extends @Nullable String> hosts,
            Arbitrary<String> writers,
            Arbitrary<? extends @Nullable Long> pids) {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("abz059:;=[]()\"\\/.-é网 ")
                .ofMinLength(1)
                .ofMaxLength(30);
        // every message mentions a container bridge, so that it matters
        Arbitrary<String> messages = Combinators.combine(words, words.list().ofMaxSize(2))
                .as((first, more) -> "a" + first + " br-b1a37228308c"
                        + String.join(
                                "", more.stream().map(m -> "\nb" + m + "x").toList()));
        return Combinators.combine(hosts, writers, pids, messages)
                .as((host, writer, pid, message) -> new LogEntry(null, host, writer, pid, message))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
