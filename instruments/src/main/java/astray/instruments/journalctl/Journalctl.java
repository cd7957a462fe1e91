package astray.instruments.journalctl;

import astray.instruments.Console;
import astray.instruments.Instrument;
import astray.instruments.Output;
import astray.instruments.time.Zone;
import astray.journal.Id128;
import astray.journal.Journal;
import astray.journal.JournalException;
import astray.journal.Matches;
import astray.journal.Sources;
import java.io.IOException;
import java.util.List;

/** journalctl(1): systemd's journal, read without systemd. */
public final class Journalctl implements Instrument {
    /** Reads the journal of this machine, or what is named. */
    public Journalctl() {}

    @Override
    public int run(List<String> words, Console console) throws IOException {
        Zone zone = Zone.of(console.variable("TZ"));
        long now = System.currentTimeMillis() * 1000;
        return switch (CommandLine.read(words, console.variable("POSIXLY_CORRECT") == null, now, zone)) {
            case CommandLine.Wrong(String complaint) -> {
                console.complain(complaint);
                yield CommandLine.FAILED;
            }
            case CommandLine.Page(String text) -> {
                console.out().text(text);
                yield 0;
            }
            case CommandLine.Run(Settings settings) -> run(settings, console, zone);
        };
    }

    private static int run(Settings settings, Console console, Zone local) throws IOException {
        try (Journal journal = open(settings)) {
            if (!settings.quiet) {
                journal.problems().forEach(problem -> console.complain("Journal file " + problem.getMessage()));
            }
            if (journal.files() == 0) {
                boolean forbidden = journal.problems().stream()
                        .anyMatch(problem -> problem.reason() == JournalException.Reason.FORBIDDEN);
                if (forbidden) {
                    throw new Failure("No journal files were opened due to insufficient permissions.");
                }
                if (!settings.quiet) {
                    console.complain("No journal files were found.");
                }
            }
            return run(settings, journal, console, local);
        } catch (Failure e) {
            console.complain(String.valueOf(e.getMessage()));
            return CommandLine.FAILED;
        } catch (InternalError e) {
            // A page of a mapping that its file lost: it was cut while it was read.
            console.complain("A journal file was cut while it was read");
            return CommandLine.FAILED;
        }
    }

    private static Journal open(Settings settings) throws Failure {
        Sources.Builder sources = new Sources.Builder();
        sources.kinds(new Sources.Kinds(settings.system, settings.user ? Surroundings.user() : null));
        String what = settings.folder != null ? settings.folder : settings.files.isEmpty() ? "journal" : "files";
        if (settings.folder != null) {
            sources.folder(settings.folder);
        } else if (settings.root != null) {
            sources.system(settings.root);
        } else if (!settings.files.isEmpty()) {
            settings.files.forEach(sources::file);
        } else if (settings.merge) {
            sources.system("");
        } else {
            sources.local(Surroundings.machine());
        }
        sources.namespace(settings.namespace, settings.everyNamespace || !settings.isLive(), settings.besidesDefault);
        try {
            return Journal.open(sources.build());
        } catch (JournalException e) {
            throw new Failure("Failed to open " + what + ": " + e.reason().text());
        }
    }

    private static int run(Settings settings, Journal journal, Console console, Zone local)
            throws Failure, IOException {
        Zone zone = settings.utc ? Zone.UTC : local;
        Screen screen = new Screen(settings, console);
        if (settings.action == Settings.Action.SHOW || settings.action == Settings.Action.FIELD_VALUES) {
            select(settings, journal);
        }
        if (settings.action == Settings.Action.SHOW) {
            return show(settings, journal, screen, zone);
        }
        if (settings.action == Settings.Action.FIELD_VALUES && !Matches.isField(settings.field)) {
            throw new Failure("Failed to query unique data objects: Invalid argument");
        }
        try (Screen.Page page = screen.open(settings.action == Settings.Action.LIST_BOOTS)) {
            Listing listing = new Listing(settings, journal, console, page.out(), screen, zone, local);
            switch (settings.action) {
                case HEADER -> listing.headers();
                case DISK_USAGE -> listing.diskUsage();
                case LIST_BOOTS -> listing.boots();
                case FIELD_NAMES -> listing.fieldNames();
                case FIELD_VALUES -> listing.fieldValues();
                case VERIFY -> {
                    return listing.verify();
                }
                case SHOW -> throw new IllegalStateException("shown before");
            }
        }
        return 0;
    }

    private static void select(Settings settings, Journal journal) throws Failure {
        Matches matches = new Matches();
        if (settings.boot) {
            matches.add("_BOOT_ID=" + boot(settings, journal));
            matches.and();
        }
        if (settings.kernel) {
            matches.add("_TRANSPORT=kernel");
            matches.and();
        }
        if (!Units.add(settings, journal, matches)) {
            throw new Failure("Failed to add filter for units: No data available");
        }
        for (String identifier : settings.identifiers) {
            matches.add("SYSLOG_IDENTIFIER=" + identifier);
            matches.or();
        }
        matches.and();
        if (settings.priorities != 0xff) {
            for (int level = 0; level < 8; level++) {
                if ((settings.priorities & 1 << level) != 0) {
                    matches.add("PRIORITY=" + level);
                }
            }
            matches.and();
        }
        for (int facility : settings.facilities) {
            matches.add("SYSLOG_FACILITY=" + facility);
        }
        PathMatches.add(settings.matches, matches);
        journal.select(matches);
    }

    private static Id128 boot(Settings settings, Journal journal) throws Failure {
        if (settings.bootOffset == 0
                && settings.bootId.isNull()
                && settings.folder == null
                && settings.root == null
                && settings.files.isEmpty()) {
            Id128 running = Surroundings.boot();
            if (running == null) {
                throw new Failure("Failed to get boot id");
            }
            return running;
        }
        Id128 boot = new Boots(journal).find(settings.bootId, settings.bootOffset);
        if (boot == null) {
            String which = settings.bootId.isNull()
                    ? (settings.bootOffset >= 0 ? "+" : "") + settings.bootOffset
                    : settings.bootId.toString();
            throw new Failure(
                    "Data from the specified boot (" + which + ") is not available: No such boot ID in journal");
        }
        return boot;
    }

    private static int show(Settings settings, Journal journal, Screen screen, Zone zone) throws Failure, IOException {
        Show show = new Show(settings, journal, screen.colours());
        show.begin();
        try (Screen.Page page = screen.open(!settings.follow)) {
            Output out = page.out();
            show.to(out, format(settings, out, screen, zone));
            long shown = settings.follow && settings.lines == 0 ? 0 : show.print();
            if (settings.follow) {
                out.flush();
                show.follow();
                return 0;
            }
            if (shown == 0 && !settings.quiet) {
                out.text("-- No entries --\n");
            }
            show.end();
            return settings.grep != null && shown == 0 ? CommandLine.FAILED : 0;
        }
    }

    private static Format format(Settings settings, Output out, Screen screen, Zone zone) {
        return switch (settings.mode) {
            case VERBOSE -> new VerboseFormat(settings, out, zone, screen);
            case EXPORT -> new ExportFormat(settings, out, screen);
            case JSON, JSON_PRETTY, JSON_SSE, JSON_SEQ -> new JsonFormat(settings, out, screen.colours());
            case CAT -> new CatFormat(settings, out, screen);
            default -> new ShortFormat(settings, out, zone, screen);
        };
    }
}
