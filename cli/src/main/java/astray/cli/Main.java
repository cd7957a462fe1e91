package astray.cli;

import java.lang.module.ModuleDescriptor;

/// The entry of every command. What needs no facts, `--version` and `--help`, is answered before any other class is
/// loaded:
/// people type these all day, and each class costs start-up time.
public final class Main {
    private static final int OK = 0;
    private static final int USAGE = 2;

    private static final String HELP = """
            Astray answers one question: why can't A reach B?

              astray --version
              astray --help
            """;

    private Main() {}

    public static void main(String[] args) {
        int status = run(args);
        System.out.flush();
        System.err.flush();
        // Not exit: it looks for a logger to tell about its call, which loads forty classes (9 ms). A command that ends
        // by
        // itself has closed what it opened and needs no shutdown hook.
        Runtime.getRuntime().halt(status);
    }

    static int run(String[] args) {
        String first = args.length == 0 ? "--help" : args[0];
        return switch (first) {
            case "--version", "-V" -> {
                System.out.println("astray " + version());
                yield OK;
            }
            case "--help", "-h" -> {
                System.out.print(HELP);
                yield OK;
            }
            default -> {
                System.err.println("astray: unknown command; see astray --help");
                yield USAGE;
            }
        };
    }

    /// The build writes the version into the module; on the class path, where tests run, there is none.
    private static String version() {
        ModuleDescriptor descriptor = Main.class.getModule().getDescriptor();
        return descriptor == null ? "(unbuilt)" : descriptor.rawVersion().orElse("(unknown)");
    }
}
