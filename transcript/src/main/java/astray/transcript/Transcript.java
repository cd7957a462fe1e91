package astray.transcript;

import astray.facts.Attribution;
import astray.facts.Fact;
import astray.facts.LogEntry;
import astray.facts.Mention;
import astray.facts.Observation;
import astray.facts.Origin;
import astray.transcript.document.DocumentReader;
import astray.transcript.document.FileLabel;
import astray.transcript.document.Keeper;
import astray.transcript.hosts.Draft;
import astray.transcript.hosts.HostResolver;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents of any kind into facts: nobody tells what they are. Documents are read one after the other, each in
 * bounded memory; which host each block of text is from is found out at the end, over all of them together.
 */
public final class Transcript {
    private final Limits limits;
    private final List<Format> formats;
    private final Keeper keeper;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<NotUnderstood> notUnderstood = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private Tally tally = Tally.NONE;

    /** Starts without documents. */
    public Transcript(Limits limits) {
        this(limits, Formats.all());
    }

    Transcript(Limits limits, List<Format> formats) {
        this.limits = limits;
        this.formats = formats;
        keeper = new Keeper(limits);
    }

    /** Reads one document by itself. */
    public static Reading read(String name, InputStream in, Limits limits) throws IOException {
        Transcript transcript = new Transcript(limits);
        transcript.add(name, in);
        return transcript.reading();
    }

    /** Reads a document. The stream is not closed. */
    public void add(String name, InputStream in) throws IOException {
        add(name, in, null, null);
    }

    /**
     * Reads a document whose place tells something: its path below the folder that was given, such as
     * {@code gpu1/ip-addr.txt}, may name the host and the command. What the text itself says goes before.
     */
    public void addFile(String name, String path, InputStream in) throws IOException {
        FileLabel label = FileLabel.of(path);
        add(name, in, label.host(), label.command());
    }

    /**
     * The host that a file's path names: the first words of its name where these are a host's, else the folder.
     *
     * @param path a relative path
     * @param known whether a name is a host's
     * @return {@code null} when it names none
     */
    public static @Nullable String hostOfPath(String path, Predicate<String> known) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (int i = name.length(); i > 0; i--) {
            boolean ends = i == name.length() || "-_. ".indexOf(name.charAt(i)) >= 0;
            if (ends && known.test(name.substring(0, i))) {
                return name.substring(0, i);
            }
        }
        return FileLabel.of(path).host();
    }

    private void add(String name, InputStream in, @Nullable String host, @Nullable String command) throws IOException {
        String document = printable(name);
        DocumentReader reader =
                new DocumentReader(document, in, limits, formats, keeper, drafts, notUnderstood, host, command);
        try {
            reader.read();
        } finally {
            tally = tally.plus(reader.tally());
            losses.addAll(reader.losses());
        }
    }

    /** Says that something was left out before it came here, such as a file that could not be read as text. */
    public void lost(Loss loss) {
        losses.add(loss);
    }

    private static String printable(String name) {
        StringBuilder printable = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** All that was read, with the hosts. */
    public Reading reading() {
        List<Keeper.Kept> kept = keeper.kept();
        List<Mention> mentions = new ArrayList<>();
        for (Keeper.Kept k : kept) {
            if (k.fact() instanceof Mention mention) {
                mentions.add(mention);
            }
        }
        HostResolver hosts = new HostResolver(drafts, mentions);
        hosts.resolve();
        List<Observation<?>> observations = new ArrayList<>(kept.size() + drafts.size());
        Set<Draft> attributed = new HashSet<>();
        for (Keeper.Kept k : kept) {
            if (k.draft() != null && attributed.add(k.draft())) {
                attribute(k.draft(), observations);
            }
            observations.add(observation(k, hosts));
        }
        for (Draft draft : drafts) {
            if (!attributed.contains(draft)) {
                attribute(draft, observations);
            }
        }
        List<Loss> all = new ArrayList<>(losses);
        all.addAll(keeper.losses());
        return new Reading(observations, drafts.stream().map(Draft::block).toList(), notUnderstood, tally, all);
    }

    private static void attribute(Draft draft, List<Observation<?>> observations) {
        Draft.Named host = draft.host();
        if (host != null) {
            observations.add(new Observation<>(
                    new Attribution(host.host(), host.reason()),
                    new Origin(host.host(), "text", draft.document(), host.line(), draft.number(), host.quote())));
        }
    }

    private static Observation<?> observation(Keeper.Kept kept, HostResolver hosts) {
        Draft draft = kept.draft();
        String host = null;
        if (draft != null) {
            Draft.Named found = draft.host();
            host = found == null ? null : found.host();
            // several hosts' lines may stand in one log
            if (kept.fact() instanceof LogEntry entry && entry.host() != null && !draft.ofOneHost()) {
                host = hosts.spelling(entry.host());
            }
        }
        Fact fact = kept.fact();
        if (fact instanceof Mention mention && mention.name() != null) {
            String meant = hosts.meaning(mention.name());
            if (!meant.equals(mention.name())) {
                fact = new Mention(mention.role(), meant, mention.address(), mention.port());
            }
        }
        return new Observation<>(
                fact,
                new Origin(
                        host,
                        kept.source(),
                        kept.document(),
                        kept.line(),
                        draft == null ? 0 : draft.number(),
                        kept.text()));
    }
}
