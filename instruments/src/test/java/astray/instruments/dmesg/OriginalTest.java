package astray.instruments.dmesg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.Console;
import astray.kernel.log.KernelLog;
import astray.kernel.log.KernelRecord;
import astray.testkit.Commands;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The original and this one side by side, on a file with odd records and on the running kernel's log. */
@NeedsTool("dmesg")
class OriginalTest {
    private static String logged = "";

    private static final TimeZone BEFORE = TimeZone.getDefault();

    @BeforeAll
    static void inUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void asBefore() {
        TimeZone.setDefault(BEFORE);
    }

    private static Result ours(List<String> words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, Map.of("LC_ALL", "C.UTF-8"), false);
        int status = new Dmesg().run(words, console);
        console.out().flush();
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Result original(List<String> words) {
        List<String> command = new ArrayList<>(words);
        command.addFirst("dmesg");
        return Commands.run(command);
    }

    private static void same(List<String> words) throws IOException {
        Result want = original(words);
        Result got = ours(words);
        assertEquals(want.out(), got.out(), words.toString());
        assertEquals(want.status(), got.status(), words.toString());
        assertEquals(want.err().isEmpty(), got.err().isEmpty(), words + ": " + want.err() + got.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-x",
                "-t",
                "-d",
                "-d -t",
                "-e",
                "-T -l err",
                "-k",
                "-u",
                "-u -x",
                "-l err,crit",
                "-l 0,1 -x",
                "-f kern",
                "-f daemon,local7",
                "-f 3",
                "-L=always",
                "--color=always -x",
                "-L=never",
                "-p",
                "-P",
                "-r",
                "-H",
                "--noescape",
                "-r --noescape",
                "--time-format=delta",
                "--time-format=notime",
                "-l debug -L=always",
                "-L=always -e",
                "-l emerg,alert,warn -L=always -d",
                "--show-delta --decode",
                "-l ''"
            })
    void printsAFileAsTheOriginalDoes(String options) throws IOException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(OriginalTest.class.getResource("records.raw"))
                .toURI());
        List<String> words = new ArrayList<>(List.of("-F", file.toString()));
        for (String word : options.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word.equals("''") ? "" : word);
            }
        }
        same(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-r -x",
                "-H -r",
                "-S -w",
                "-t -r",
                "-l loud",
                "-f nobody",
                "-l warn,",
                "--time-format bogus",
                "--since bogus",
                "--until 2026-13-01",
                "-L=sometimes",
                "-s 12x",
                "--frobnicate",
                "-l",
                "operand",
                "-F /nonexistent/file",
                "-r -k -F /etc/passwd"
            })
    void refusesWhatTheOriginalRefuses(String options) throws IOException {
        same(List.of(options.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-C", "--clear", "-c", "--read-clear", "-D", "-E", "-n 3", "--console-level=debug"})
    void changesNothing(String options) throws IOException {
        Result got = ours(List.of(options.split(" ", -1)));
        assertEquals(CommandLine.FAILED, got.status());
        assertTrue(got.err().contains("read-only"), got.err());
        assertEquals("", got.out());
    }

    /** Others log in the meantime, so what stands in front of a mark is compared. */
    @NeedsRoot
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-x",
                "-T",
                "-e",
                "-d",
                "-r",
                "-J",
                "-J -x",
                "-S",
                "-S -r",
                "-u -x",
                "-L=always",
                "-r -l err",
                "-p -x",
                "-t",
                "--since=-1hour",
                "-l err,warn -T -d",
                "-s 50000 -S"
            })
    void printsTheKernelsLogAsTheOriginalDoes(String options) throws IOException {
        String mark = mark();
        List<String> words = options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
        Result want = original(words);
        Result got = ours(words);
        assertTrue(want.out().contains(mark), "the mark was not logged");
        assertEquals(before(mark, want.out()), before(mark, got.out()));
        assertEquals(want.status(), got.status());
        assertEquals("", got.err());
    }

    /** Logged once: the kernel takes few lines a second from programs (sysctl kernel.printk_devkmsg). */
    private static String mark() throws IOException {
        if (logged.isEmpty()) {
            log("<11>astray: a tab\there, \u001b[31mred\u001b[0m, 网桥, a quote \" and a \\");
            logged = "mark " + System.nanoTime();
            log("<11>astray: " + logged);
        }
        return logged;
    }

    /** The last lines up to a mark: the log's oldest ones may be gone at the second look. */
    private static String before(String mark, String text) {
        int end = text.indexOf(mark);
        assertTrue(end >= 0, "the mark is missing");
        List<String> lines = text.substring(0, end).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 100), lines.size()));
    }

    @NeedsRoot
    @ParameterizedTest
    @ValueSource(strings = {"--until 1970-01-02", "--since tomorrow -J"})
    void printsNothingOutsideTheTimesAskedFor(String options) throws IOException {
        same(List.of(options.split(" ", -1)));
    }

    /** A line without its end could be continued, and the kernel keeps it back. */
    private static void log(String line) throws IOException {
        Files.writeString(Path.of("/dev/kmsg"), line + "\n", StandardOpenOption.WRITE);
    }

    @Test
    @NeedsRoot
    void whatIsLoggedLaterIsReadAsItComes() throws IOException {
        byte[] bytes = new byte[KernelLog.LONGEST + 1];
        KernelRecord entry = new KernelRecord();
        try (KernelLog log = KernelLog.open(true)) {
            String mark = "astray: mark " + System.nanoTime();
            log("<13>" + mark);
            for (int i = 0; i < 1000; i++) {
                assertTrue(log.await(5000), "nothing came");
                entry.read(bytes, log.read(bytes));
                String text = new String(bytes, entry.from(), entry.to() - entry.from(), StandardCharsets.UTF_8);
                if (text.equals(mark)) {
                    assertEquals(5, entry.level());
                    assertEquals(1, entry.facility());
                    return;
                }
            }
        }
        throw new AssertionError("the record did not come");
    }
}
