package astray.instruments.dmesg;

import astray.instruments.ClosedOutput;
import astray.instruments.Console;
import astray.instruments.Instrument;
import astray.instruments.Output;
import astray.instruments.Pager;
import astray.instruments.time.TimeWords;
import astray.instruments.time.Zone;
import astray.kernel.ErrnoException;
import astray.kernel.log.KernelLog;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** dmesg(1): the kernel's log, or a file with its records. */
public final class Dmesg implements Instrument {
    private static final Path COLOURS = Path.of("/etc/terminal-colors.d");

    @Override
    public int run(List<String> words, Console console) throws IOException {
        return switch (CommandLine.read(words, console.variable("POSIXLY_CORRECT") == null, Dmesg::micros)) {
            case CommandLine.Wrong(String complaint) -> {
                console.complain(complaint);
                yield CommandLine.FAILED;
            }
            case CommandLine.Page(String text) -> {
                console.out().text(text);
                yield 0;
            }
            case CommandLine.Listing(Settings settings) -> list(settings, console);
        };
    }

    private static @Nullable Long micros(String text) {
        return new TimeWords(TimeWords.Dialect.UTIL_LINUX, System.currentTimeMillis() * 1000, local()).micros(text);
    }

    private static Zone local() {
        return Zone.of(System.getenv("TZ"));
    }

    private static int list(Settings settings, Console console) throws IOException {
        if (settings.delta && settings.time == Settings.Time.ISO) {
            console.complain("dmesg: --show-delta is ignored when used together with iso8601 time format");
        }
        settings.coloured = isColoured(settings, console);
        try (Source source = source(settings, console.out())) {
            if (settings.pager && console.isTerminal()) {
                page(source, settings, console);
            } else {
                print(source, settings, console, console.out());
            }
            return 0;
        } catch (FileNotFoundException e) {
            console.complain("dmesg: cannot open " + withColon(String.valueOf(e.getMessage())));
        } catch (ErrnoException e) {
            console.complain("dmesg: read kernel buffer failed: " + e.errno().text());
        }
        return CommandLine.FAILED;
    }

    /** Java's {@code FILE (reason)} as {@code FILE: reason}. */
    private static String withColon(String message) {
        int open = message.lastIndexOf(" (");
        return open < 0 || !message.endsWith(")")
                ? message
                : message.substring(0, open) + ": " + message.substring(open + 2, message.length() - 1);
    }

    private static void page(Source source, Settings settings, Console console) throws IOException {
        String program = console.variable("PAGER");
        try (Pager pager = Pager.open(program == null || program.isEmpty() ? "less" : program, "FRSX")) {
            print(source, settings, console, pager.out());
        } catch (ClosedOutput left) {
            // the reader has seen enough
        }
    }

    private static Source source(Settings settings, Output out) throws IOException {
        if (settings.file != null) {
            return new BufferRecords(new FileInputStream(settings.file), settings);
        }
        if (!settings.syslog) {
            try {
                return new DeviceRecords(KernelLog.open(settings.onlyNew), settings.follow, out);
            } catch (ErrnoException noDevice) {
                if (settings.follow) {
                    throw noDevice;
                }
            }
        }
        return new BufferRecords(new ByteArrayInputStream(KernelLog.buffer(settings.size)), settings);
    }

    private static void print(Source source, Settings settings, Console console, Output out) throws IOException {
        long epoch = settings.needsEpoch() ? KernelLog.epoch() : 0;
        Stamps stamps = new Stamps(settings, epoch, settings.needsEpoch() ? local() : Zone.UTC);
        Printer printer = printer(source, settings, stamps, console, out);
        for (LogRecord entry; (entry = source.next()) != null; ) {
            if (settings.takes(entry, epoch)) {
                printer.print(entry);
            }
        }
        printer.end();
        out.flush();
    }

    private static Printer printer(Source source, Settings settings, Stamps stamps, Console console, Output out) {
        boolean utf8 = console.isUtf8();
        if (settings.raw && source instanceof BufferRecords) {
            return new RawPrinter(out, new Escapes(out, settings.escape, utf8));
        }
        return settings.json ? new JsonPrinter(settings, stamps, out) : new TextPrinter(settings, stamps, out, utf8);
    }

    private static boolean isColoured(Settings settings, Console console) {
        return switch (settings.colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                console.isTerminal()
                        && !"dumb".equals(console.variable("TERM"))
                        && !Files.exists(COLOURS.resolve("dmesg.disable"))
                        && !Files.exists(COLOURS.resolve("disable"));
        };
    }
}
