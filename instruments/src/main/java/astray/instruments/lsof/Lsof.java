package astray.instruments.lsof;

import astray.instruments.Console;
import astray.instruments.Instrument;
import astray.instruments.Output;
import astray.instruments.names.Services;
import astray.kernel.process.Proc;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** lsof(8): the open files of all processes. */
public final class Lsof implements Instrument {
    private static final int FAILED = 1;
    private static final String MARKER = "=======";

    /** Makes it. */
    public Lsof() {}

    @Override
    public int run(List<String> words, Console console) throws IOException {
        try (Proc proc = Proc.open()) {
            Services services = Services.ofMachine();
            OptionReader reader = new OptionReader(words, proc.files(), services);
            Options options = reader.read();
            if (!reader.complaints().isEmpty()) {
                for (String complaint : reader.complaints()) {
                    console.complain("lsof: " + complaint);
                }
                console.complain(Usage.SHORT);
                return FAILED;
            }
            if (options.help || options.version || options.fieldHelp) {
                console.complain(options.help ? Usage.HELP : options.version ? Usage.VERSION : Fields.HELP);
                return 0;
            }
            nameItself();
            return new Run(options, proc, services, new Text(console.isUtf8()), console).run();
        }
    }

    /** Makes the row of this process read as its user expects: the tool's name, where Linux would show Java's. */
    private static void nameItself() {
        try (FileOutputStream name = new FileOutputStream("/proc/self/comm")) {
            name.write("lsof".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // then it is listed as java
        }
    }

    /** One command: a listing, or one after the other. */
    private static final class Run {
        private final Options options;
        private final Proc proc;
        private final Services services;
        private final Text text;
        private final Console console;
        private final Mounts mounts;
        private final Search search;
        private final Names names;
        private final People people;

        Run(Options options, Proc proc, Services services, Text text, Console console) {
            this.options = options;
            this.proc = proc;
            this.services = services;
            this.text = text;
            this.console = console;
            this.mounts = new Mounts(proc.files(), options, this::warn);
            this.search = new Search(proc.files(), options, mounts);
            this.names = new Names(options, this.services);
            this.people = new People(proc.files(), options.userNumbers, text, this::warn);
        }

        private void warn(String warning) {
            if (options.warnings) {
                console.complain("lsof: " + warning);
            }
        }

        int run() throws IOException {
            if (options.mountSupplement) {
                return supplement();
            }
            if (options.limitRaisedFrom >= 0) {
                warn("WARNING: -S time (" + options.limitRaisedFrom + ") changed to " + options.limitSeconds);
            }
            for (Options.Exemption exemption : options.exemptions) {
                if (mounts.at(Latin.of(exemption.path())) == null) {
                    console.complain("lsof: \"" + (exemption.links() ? "+e " : "-e ") + exemption.path()
                            + "\" is not a mounted file system.");
                    return FAILED;
                }
            }
            if (options.selected != Select.NETWORK) {
                // what is mounted decides nothing yet, but the original warns here of what it cannot look at
                mounts.all();
            }
            search.prepare();
            if (!options.forgiving) {
                for (String complaint : search.complaints) {
                    console.complain("lsof: " + complaint);
                }
            }
            if (search.failed && search.entries.isEmpty()) {
                return options.forgiving ? 0 : FAILED;
            }
            return repeat();
        }

        private int supplement() throws IOException {
            for (Mounts.Mount mount : mounts.all()) {
                if (mount.status() != null) {
                    long device =
                            Files.number(mount.status().major(), mount.status().minor());
                    console.out().text(text.name(Latin.bytes(mount.folder()))).text(" 0x");
                    console.out().text(Long.toHexString(device)).line();
                }
            }
            return 0;
        }

        private int repeat() throws IOException {
            boolean everListed = false;
            for (int round = 1; ; round++) {
                boolean listed = list();
                everListed |= listed;
                if (options.repeatSeconds < 0) {
                    return missing();
                }
                boolean over = options.repeatUntilNone && !listed;
                if (over) {
                    return everListed ? 0 : FAILED;
                }
                marker();
                console.out().flush();
                if (round == options.repeatCount || !sleep()) {
                    return missing();
                }
            }
        }

        private boolean sleep() {
            try {
                Thread.sleep(1000L * options.repeatSeconds);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void marker() throws IOException {
            String format = options.marker;
            if (options.json) {
                return; // one array behind the other
            }
            if (options.fields != null) {
                console.out().put('m');
            }
            if (format != null) {
                console.out().text(Marker.text(format, ZonedDateTime.now(ZoneId.systemDefault())));
            } else if (options.fields == null) {
                console.out().text(MARKER);
            }
            console.out().line();
        }

        /** Whether anything was listed. */
        private boolean list() throws IOException {
            SocketTables tables = new SocketTables(!options.skipInternet);
            Files files = new Files(proc.files(), options, search, mounts, text);
            Sockets sockets = new Sockets(proc.files(), options, search, tables, text);
            List<ProcessRow> rows = Gathering.list(proc, options, files, sockets);
            if (options.endpoints) {
                rows = new Endpoints(rows, options, text).describe();
            }
            Output out = console.out();
            String fields = options.fields;
            if (options.terse) {
                int last = 0;
                for (ProcessRow row : rows) {
                    if (row.pid != last) {
                        out.number(row.pid).line();
                    }
                    last = row.pid;
                }
            } else if (options.json) {
                new Objects(names, people, text, out).print(rows);
            } else if (fields != null) {
                new Fields(options, fields, names, people, text, out).print(rows);
            } else {
                new Columns(options, names, people, text).print(rows, out);
            }
            return !rows.isEmpty();
        }

        /** The status: whether all that was asked for was found; {@code -V} says what was not. */
        private int missing() throws IOException {
            Missing missing = new Missing(options, search, options.verbose ? console.out() : null, text);
            boolean any = missing.report() || search.failed;
            return any && !options.forgiving ? FAILED : 0;
        }
    }
}
