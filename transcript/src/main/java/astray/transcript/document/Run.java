package astray.transcript.document;

import astray.facts.Capture;
import astray.facts.Fact;
import astray.facts.Link;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.hosts.Draft;
import astray.transcript.hosts.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One command and its output, or a stretch of output without a command: what is known of it while it is read. */
final class Run {
    /** The command line; {@code null} where none is shown. */
    final @Nullable CommandLine typed;
    /** The command's line. */
    final @Nullable Piece at;
    /** Whether no output means that the command printed nothing. */
    final boolean explicit;

    final Draft.@Nullable Named named;
    final List<Label> labels;

    /** Whether there was any line of output. */
    boolean anyOutput;
    /** Whether the output says that there is nothing. */
    boolean saidNothing;
    /** Whether lines are missing: somebody says so, no format took them, or the text breaks off. */
    boolean gaps;

    private final Set<Class<?>> kinds = new HashSet<>();
    private @Nullable Class<?> lastKind;

    @Nullable
    Draft draft;

    @Nullable
    Format format;

    @Nullable
    Command command;

    int lastLine;
    String firstText = "";
    String lastText = "";

    @Nullable
    Link firstLink;

    boolean loopback;
    boolean listening;
    boolean connected;
    long lastPriority = -1;

    @Nullable
    Long captured;

    Run(
            @Nullable CommandLine typed,
            @Nullable Piece at,
            boolean explicit,
            Draft.@Nullable Named named,
            List<Label> labels) {
        this.typed = typed;
        this.at = at;
        this.explicit = explicit;
        this.named = named;
        this.labels = labels;
    }

    /** The commands that its output may come from. */
    List<Command> commands() {
        return typed == null ? List.of() : typed.commands();
    }

    /** Notices what the facts say about how much is shown. */
    void notice(Fact fact) {
        if (fact.getClass() != lastKind) {
            lastKind = fact.getClass();
            kinds.add(lastKind);
        }
        if (fact instanceof Link link) {
            firstLink = firstLink == null ? link : firstLink;
            loopback |= link.isLoopback();
        } else if (fact instanceof Socket socket) {
            listening |= socket.listening();
            connected |= !socket.listening() && socket.state() != null;
        } else if (fact instanceof Rule rule) {
            lastPriority = rule.priority();
        } else if (fact instanceof Capture capture && capture.captured() != null) {
            captured = capture.captured();
        }
    }

    boolean saw(Class<? extends Fact> kind) {
        return kinds.contains(kind);
    }

    /** Whether the facts that the command promises came, or nothing at all, or a header line alone. */
    @SafeVarargs
    final boolean shown(Class<? extends Fact>... any) {
        return !anyOutput || sawAny(any) || kinds.isEmpty() && format != null && !gaps;
    }

    /** The listing begins with the first interface, which is the loopback one. */
    boolean fromTheFirst() {
        Link first = firstLink;
        return first != null && (first.index() != null ? first.index() == 1 : first.isLoopback());
    }

    /** Whether a fact of any of these kinds was read. */
    @SafeVarargs
    final boolean sawAny(Class<? extends Fact>... any) {
        for (Class<? extends Fact> kind : any) {
            if (kinds.contains(kind)) {
                return true;
            }
        }
        return false;
    }
}
