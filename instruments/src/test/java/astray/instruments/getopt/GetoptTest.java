package astray.instruments.getopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.testkit.Commands;
import astray.testkit.NeedsTool;
import astray.testkit.Result;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GetoptTest {
    private static final OptionTable TABLE = new OptionTable(
            "getopt",
            Option.flag('a', "all", "all of them"),
            Option.flag('b', "", ""),
            Option.flag(0x100, "alter", ""),
            Option.flag('n', "numeric", "numbers"),
            Option.flag(0x101, "numeric-hosts", ""),
            Option.value('A', "protocol", "families"),
            Option.flag('x', "unix", ""),
            Option.flag('x', "unixoid", ""),
            new Option('o', "optional", Option.Argument.OPTIONAL, ""));

    private static List<String> parse(boolean mixed, String... words) {
        Getopt getopt = new Getopt(TABLE, List.of(words), mixed);
        List<String> seen = new ArrayList<>();
        for (int key; (key = getopt.next()) != Getopt.END; ) {
            if (key == Getopt.WRONG) {
                seen.add(getopt.complaint());
            } else {
                String form = getopt.name().isEmpty() ? "-" + (char) key : "--" + getopt.name();
                seen.add(getopt.argument() == null ? form : form + "=" + getopt.argument());
            }
        }
        seen.add("" + getopt.operands());
        return seen;
    }

    @Test
    void shortOptionsAreCombinedAndTakeArguments() {
        assertEquals(List.of("-a", "-n", "-A=inet", "-A=x", "[]"), parse(true, "-anAinet", "-A", "x"));
        assertEquals(List.of("-o", "-o=5", "[5]"), parse(true, "-o", "5", "-o5"));
    }

    @Test
    void longOptionsMayBeShortenedWhileUnambiguous() {
        assertEquals(List.of("--numeric", "--protocol=a", "[]"), parse(true, "--numeric", "--pro", "a"));
        assertEquals(List.of("--unix", "--unix", "[]"), parse(true, "--uni", "--unix"));
        assertEquals(
                List.of("getopt: option '--num' is ambiguous; possibilities: '--numeric' '--numeric-hosts'", "[]"),
                parse(true, "--num"));
    }

    @Test
    void whatIsWrongIsSaidInTheLibrarysWords() {
        assertEquals(
                List.of(
                        "getopt: invalid option -- 'z'",
                        "-a",
                        "getopt: unrecognized option '--frob'",
                        "getopt: option '--all' doesn't allow an argument",
                        "getopt: option requires an argument -- 'A'",
                        "[]"),
                parse(true, "-za", "--frob", "--all=3", "-A"));
        assertEquals(List.of("getopt: option '--protocol' requires an argument", "[]"), parse(true, "--protocol"));
    }

    @Test
    void optionsMayFollowOperandsUnlessToldOtherwise() {
        assertEquals(List.of("-a", "[one, -b]"), parse(true, "one", "-a", "--", "-b"));
        assertEquals(List.of("-a", "[one, -b]"), parse(false, "-a", "one", "-b"));
    }

    @Test
    void helpIsNoWiderThanATerminal() {
        OptionTable table = new OptionTable(
                "x", Option.flag('q', "quiet", "many words ".repeat(12).strip()));
        assertTrue(table.help().lines().allMatch(line -> line.length() <= 80), table::help);
        assertEquals(
                "-q, --quiet " + "many words ".repeat(12).strip(),
                String.join(" ", table.help().strip().split("\\s+")));
    }

    @Test
    void theTableMakesTheHelp() {
        assertTrue(TABLE.help().contains("  -a, --all                 all of them\n"), TABLE::help);
        assertTrue(TABLE.help().contains("  -A, --protocol=VALUE      families\n"), TABLE::help);
    }

    private static Option row(int key) {
        return TABLE.rows().stream().filter(o -> o.key() == key).findFirst().orElseThrow();
    }

    @Provide
    Arbitrary<List<String>> commandLines() {
        return Arbitraries.of(
                        "-a",
                        "-ab",
                        "-an",
                        "-A",
                        "-Ainet",
                        "-aA",
                        "-o",
                        "-o1",
                        "--all",
                        "--al",
                        "--alt",
                        "--alter",
                        "--num",
                        "--numeric",
                        "--numeric-",
                        "--pro",
                        "--pro=x",
                        "--protocol=",
                        "--all=1",
                        "--optional",
                        "--opt=2",
                        "--unixo",
                        "--",
                        "-",
                        "word",
                        "-z",
                        "--zz",
                        "-aza")
                .list()
                .ofMaxSize(6);
    }

    /** getopt(1) of util-linux parses by the C library's getopt_long. */
    @Property(tries = 60)
    @NeedsTool("getopt")
    void readsWhatTheLibraryReads(@ForAll("commandLines") List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                "getopt",
                "-u",
                "-o",
                "abnA:xo::",
                "-l",
                "all,alter,numeric,numeric-hosts,protocol:,unix,unixoid,optional::",
                "--"));
        command.addAll(words);
        Result library = Commands.run(command);

        Getopt getopt = new Getopt(TABLE, words, true);
        StringBuilder printed = new StringBuilder();
        boolean wrong = false;
        for (int key; (key = getopt.next()) != Getopt.END; ) {
            if (key == Getopt.WRONG) {
                wrong = true;
                continue;
            }
            printed.append(getopt.name().isEmpty() ? " -" + (char) key : " --" + getopt.name());
            Option option = row(key);
            if (option.argument() != Option.Argument.NONE) {
                printed.append(' ').append(getopt.argument() == null ? "" : getopt.argument());
            }
        }
        printed.append(" --");
        for (String operand : getopt.operands()) {
            printed.append(' ').append(operand);
        }
        assertEquals(library.status() != 0, wrong, () -> words + ": " + library.err());
        assertEquals(library.out(), printed.append('\n').toString(), words::toString);
    }
}
