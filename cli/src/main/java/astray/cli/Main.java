package astray.cli;

import astray.cli.options.UsageException;
import astray.instruments.ClosedOutput;
import astray.instruments.Console;
import astray.instruments.Instrument;
import astray.instruments.Instruments;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;

/**
 * The entry of every command. What needs no facts, {@code --version} and {@code --help}, is answered before any
 * other class is loaded: people type these all day, and each class costs start-up time.
 */
public final class Main {
    private static final String HELP = """
            Astray answers one question: why can't A reach B?

            Usage: astray to HOST[:PORT]  why can't this machine reach HOST?
                   astray from PEER       why can't PEER reach this machine?
                   astray case PATH...    work from evidence collected elsewhere: posts,
                                          shell sessions, outputs of the classic tools,
                                          captures, journals
                   astray ip | netstat | lsof | tcpdump | journalctl | dmesg
                                          the instruments, with the options people know
                   astray --version
                   astray --help

            "astray COMMAND --help" tells a command's options. Astray is read-only: it prints
            the commands that mend, and never runs them.
            """;

    private Main() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        int status = run(args);
        System.out.flush();
        System.err.flush();
        // Not exit: it looks for a logger to tell about its call, which loads forty classes (9 ms). A command that
        // ends by itself has closed what it opened and needs no shutdown hook.
        Runtime.getRuntime().halt(status);
    }

    static int run(String[] args) {
        String first = args.length == 0 ? "" : args[0];
        return switch (first) {
            case "--version", "-V" -> {
                System.out.println("astray " + version());
                yield Status.OK;
            }
            case "--help", "-h", "help" -> {
                System.out.print(HELP);
                yield Status.OK;
            }
            case "" -> {
                System.err.print(HELP);
                yield Status.FAILED;
            }
            default ->
                command(
                        first,
                        List.of(args).subList(1, args.length),
                        System.getenv(),
                        new Terminal(System.getProperty("astray.tty") != null));
        };
    }

    static int command(String name, List<String> words, Map<String, String> environment, Terminal terminal) {
        boolean debug = words.contains("--debug");
        try {
            if (name.equals("case")) {
                return new CaseCommand(environment, terminal).run(words);
            }
            if (name.equals("from")) {
                return new FromCommand(environment, terminal).run(words);
            }
            if (name.equals("to")) {
                return new ToCommand(environment, terminal).run(words);
            }
            Instrument instrument = Instruments.named(name);
            if (instrument != null) {
                return run(instrument, words, terminal.console(environment));
            }
            throw new UsageException("unknown command " + name);
        } catch (UsageException e) {
            complain(e.getMessage() + "; see astray " + (isOwn(name) ? name + " " : "") + "--help");
        } catch (IOException e) {
            complain(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            complain("internal error, please report it: " + e + (debug ? "" : " (--debug shows where)"));
            if (debug) {
                e.printStackTrace();
            }
        }
        return Status.FAILED;
    }

    private static boolean isOwn(String name) {
        return name.equals("case") || name.equals("from") || name.equals("to");
    }

    private static int run(Instrument instrument, List<String> words, Console console) throws IOException {
        try {
            int status;
            try {
                status = instrument.run(words, console);
            } finally {
                console.out().flush();
            }
            return status;
        } catch (ClosedOutput nobodyReads) {
            return ClosedOutput.STATUS;
        }
    }

    /** One line, free of control characters, whatever a name on the command line holds. */
    private static void complain(String message) {
        StringBuilder line = new StringBuilder("astray: ");
        message.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        System.err.println(line);
    }

    /** The build writes the version into the module; on the class path, where tests run, there is none. */
    private static String version() {
        ModuleDescriptor descriptor = Main.class.getModule().getDescriptor();
        return descriptor == null ? "(unbuilt)" : descriptor.rawVersion().orElse("(unknown)");
    }
}
