package astray.instruments.journalctl;

import astray.instruments.ClosedOutput;
import astray.instruments.Console;
import astray.instruments.Output;
import astray.instruments.time.SystemdTime;
import astray.instruments.time.Zone;
import astray.journal.Header;
import astray.journal.Journal;
import astray.journal.JournalException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Everything that is shown of a journal but its entries. */
final class Listing {
    private static final int BLOCK = 512;
    private static final String UNDERLINE = "\u001b[0;4m";

    private final Settings settings;
    private final Journal journal;
    private final Output out;
    private final Console console;
    private final boolean colours;
    private final Guard guard;
    private final Zone zone;
    private final Zone local;

    /** The boots' times are the local zone's even with --utc, as the original's. */
    Listing(Settings settings, Journal journal, Console console, Output out, Screen screen, Zone zone, Zone local) {
        this.settings = settings;
        this.journal = journal;
        this.console = console;
        this.out = out;
        colours = screen.colours();
        guard = new Guard(out, screen.isTerminal());
        this.zone = zone;
        this.local = local;
    }

    void headers() throws Failure {
        boolean more = false;
        for (Header header : journal.headers()) {
            if (more) {
                out.put('\n');
            }
            HeaderPage.print(header, zone, Surroundings.status(header.path()).blocks() * BLOCK, out);
            more = true;
        }
    }

    void diskUsage() throws Failure {
        long bytes = 0;
        for (Header header : journal.headers()) {
            bytes += Surroundings.status(header.path()).blocks() * BLOCK;
        }
        out.text("Archived and active journals take up ").text(ByteCount.text(bytes));
        out.text(" in the file system.\n");
    }

    void boots() {
        List<Boots.Boot> boots = new Boots(journal).all();
        if (boots.isEmpty()) {
            return;
        }
        if (settings.mode.isJson()) {
            json(boots);
            return;
        }
        int[] widths = settings.quiet ? new int[4] : new int[] {3, 32, 11, 10};
        String[][] rows = new String[boots.size()][];
        for (int i = 0; i < rows.length; i++) {
            Boots.Boot boot = boots.get(settings.reverse ? rows.length - 1 - i : i);
            int index = (settings.reverse ? -i : i - rows.length + 1);
            rows[i] =
                    new String[] {Integer.toString(index), boot.id().toString(), time(boot.first()), time(boot.last())};
            for (int k = 0; k < widths.length; k++) {
                widths[k] = Math.max(widths[k], rows[i][k].length());
            }
        }
        if (!settings.quiet) {
            head(new String[] {"IDX", "BOOT ID", "FIRST ENTRY", "LAST ENTRY"}, widths);
        }
        for (String[] row : rows) {
            row(row, widths);
        }
    }

    private String time(long micros) {
        String shown = SystemdTime.text(micros, local, false);
        return shown == null ? "n/a" : shown;
    }

    private void head(String[] cells, int[] widths) {
        if (!colours) {
            row(cells, widths);
            return;
        }
        for (int i = 0; i < cells.length; i++) {
            out.text(Paint.OFF).text(UNDERLINE).text(i > 0 ? " " : "");
            if (i == 0) {
                out.right(cells[i], widths[i]);
            } else {
                out.left(cells[i], widths[i]);
            }
            out.text(Paint.OFF);
        }
        out.put('\n');
    }

    private void row(String[] cells, int[] widths) {
        out.right(cells[0], widths[0]).put(' ').left(cells[1], widths[1]).put(' ');
        out.left(cells[2], widths[2]).put(' ').text(cells[3]).put('\n');
    }

    private void json(List<Boots.Boot> boots) {
        out.put('[');
        for (int i = 0; i < boots.size(); i++) {
            Boots.Boot boot = boots.get(settings.reverse ? boots.size() - 1 - i : i);
            out.text(i == 0 ? "{\"index\":" : ",{\"index\":").number(settings.reverse ? -i : i - boots.size() + 1);
            out.text(",\"boot_id\":\"").text(boot.id().toString()).text("\",\"first_entry\":");
            out.number(boot.first())
                    .text(",\"last_entry\":")
                    .number(boot.last())
                    .put('}');
        }
        out.text("]\n");
    }

    void fieldNames() {
        for (String name : journal.fieldNames()) {
            byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
            guard.raw(bytes, 0, bytes.length);
            out.put('\n');
        }
    }

    void fieldValues() throws ClosedOutput {
        int name = settings.field.length() + 1;
        long[] left = {settings.lines >= 0 ? settings.lines : Long.MAX_VALUE};
        if (left[0] > 0) {
            journal.values(settings.field, payload -> {
                byte[] bytes = payload.array();
                // As printf(3) prints it: a zero byte ends it.
                int end = name;
                while (end < payload.length() && bytes[end] != 0) {
                    end++;
                }
                guard.raw(bytes, name, end - name);
                out.put('\n');
                return --left[0] > 0;
            });
        }
        out.flush();
    }

    /** Checks all files; returns the status. */
    int verify() {
        int status = 0;
        for (JournalException problem : journal.verify()) {
            console.complain("FAIL: " + problem.path() + " (" + problem.getMessage() + ")");
            status = CommandLine.FAILED;
        }
        return status;
    }
}
