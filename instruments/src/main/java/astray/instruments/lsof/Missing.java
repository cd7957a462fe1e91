package astray.instruments.lsof;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for and not found. */
final class Missing {
    private final Options options;
    private final Search search;
    private final @Nullable Output out;
    private final Text text;
    private boolean any;

    /**
     * Looks at a run that is over.
     *
     * @param out where each is named; {@code null} for nowhere
     */
    Missing(Options options, Search search, @Nullable Output out, Text text) {
        this.options = options;
        this.search = search;
        this.out = out;
        this.text = text;
    }

    private void missing(boolean found, String what) throws ClosedOutput {
        if (!found) {
            any = true;
            if (out != null) {
                out.text("lsof: ").text(what).line();
            }
        }
    }

    /** Whether anything was not found. */
    boolean report() throws ClosedOutput {
        ProcessChoice processes = options.processes;
        for (ProcessChoice.Command command : processes.commands.reversed()) {
            if (command.pattern == null) {
                missing(command.found, "command not located: " + text.name(command.text));
            }
        }
        for (ProcessChoice.Command command : processes.commands) {
            if (command.pattern != null) {
                String expression = command.text.substring(1, command.text.lastIndexOf('/'));
                missing(command.found, "no command found for regex: " + text.name(expression));
            }
        }
        for (Search.Entry entry : search.entries.reversed()) {
            String what = entry.fileSystem ? "no file system use located on: " : "no file use located: ";
            missing(entry.found, what + text.name(Latin.bytes(entry.path)));
        }
        for (InternetChoice.Wanted wanted : options.internet.words.reversed()) {
            missing(wanted.found, "Internet address not located: " + text.name(wanted.word));
        }
        missing(!options.internet.wantsAll() || options.internet.allFound, "no Internet files located");
        for (String state : options.states.missing()) {
            missing(false, "TCP state not located: " + state);
        }
        missing((options.selected & Select.NFS) == 0 || options.nfsFound, "no NFS files located");
        numbers(processes.pids, "process ID");
        numbers(processes.groups, "process group ID");
        return any;
    }

    private void numbers(List<ProcessChoice.Asked> numbers, String what) throws ClosedOutput {
        for (ProcessChoice.Asked number : numbers) {
            if (!number.exclude) {
                missing(number.found, what + " not located: " + number.value);
            }
        }
    }
}
