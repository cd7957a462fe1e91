package astray.collect.capture;

import astray.facts.Attribution;
import astray.facts.Capture;
import astray.facts.ClockReading;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Moment;
import astray.facts.Observation;
import astray.facts.Origin;
import astray.packet.LinkType;
import astray.packet.file.CaptureException;
import astray.packet.file.CaptureFile;
import astray.transcript.Block;
import astray.transcript.Loss;
import astray.transcript.Reading;
import astray.transcript.Transcript;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The capture files of a case. They are gone through as they come; what they say becomes facts at the end, when the
 * texts have told whose interfaces are whose.
 */
public final class Captures {
    /** What stands for the tool in origins: the lines are such as it prints. */
    private static final String SOURCE = "tcpdump";

    private final Set<IpAddress> asked;
    private final List<Named> captures = new ArrayList<>();

    private record Named(String document, @Nullable String below, Digest digest) {}

    /**
     * None yet.
     *
     * @param asked addresses that the question is about, as far as that is known before anything was read
     */
    public Captures(Set<IpAddress> asked) {
        this.asked = asked;
    }

    /**
     * Goes through a file.
     *
     * @param document its name
     * @param below its path below the folder that was given, which may name the host; {@code null} for none
     */
    public void add(String document, @Nullable String below, CaptureFile file) {
        captures.add(new Named(document, below, Digest.of(file, asked)));
    }

    /** A reading of texts, with what the captures say beside it. */
    public Reading with(Reading texts) {
        if (captures.isEmpty()) {
            return texts;
        }
        Whose whose = new Whose(texts.observations());
        ZoneRules zone = zone(texts);
        List<Observation<?>> observations = new ArrayList<>(texts.observations());
        List<Block> blocks = new ArrayList<>(texts.blocks());
        List<Loss> losses = new ArrayList<>(texts.losses());
        for (Named capture : captures) {
            Whose.Found host = host(capture, whose);
            Devices devices = host == null ? Devices.NONE : host.devices();
            String label = host == null ? null : host.host();
            if (host != null && label != null) {
                observations.add(new Observation<>(
                        new Attribution(label, host.reason()),
                        new Origin(label, "text", capture.document(), 0, 1, host.quote())));
            }
            tell(capture, devices, zone, label, observations, losses);
            blocks.add(new Block(1, capture.document(), 0, 0, null, SOURCE, label));
        }
        return new Reading(observations, blocks, texts.notUnderstood(), texts.tally(), losses);
    }

    private static void tell(
            Named capture,
            Devices devices,
            ZoneRules zone,
            @Nullable String host,
            List<Observation<?>> observations,
            List<Loss> losses) {
        Digest digest = capture.digest();
        String document = capture.document();
        IndexNames names = new IndexNames(digest.table(), devices);
        CaptureFacts facts = new CaptureFacts(
                digest.table(), devices, device -> device > 0 ? names.of(device) : digest.nameOf(device), zone);
        LinkType link = digest.linkType();
        String listened = isCooked(link) ? "any" : facts.device();
        String type = link.name() == null ? String.valueOf(link.number()) : link.name();
        add(
                observations,
                host,
                document,
                new Capture(listened, type, digest.table().packets(), null),
                0,
                words(digest));
        long left = facts.tell((fact, number, text) -> add(observations, host, document, fact, number, text));
        if (left > 0) {
            losses.add(new Loss(Loss.Kind.FACTS, "Frame", left, document));
        }
        for (Map.Entry<LinkType, Long> unread : digest.unreadLinks().entrySet()) {
            String name = unread.getKey().name();
            String what = name == null ? String.valueOf(unread.getKey().number()) : name;
            losses.add(new Loss(Loss.Kind.LINK_TYPE, what, unread.getValue(), document));
        }
        CaptureException trouble = digest.trouble();
        if (trouble != null) {
            String where = "offset " + trouble.offset() + ": " + trouble.trouble();
            losses.add(new Loss(Loss.Kind.CAPTURE_BROKEN_OFF, where, 1, document));
        }
    }

    private static void add(
            List<Observation<?>> observations,
            @Nullable String host,
            String document,
            Fact fact,
            long number,
            String text) {
        int line = (int) Math.min(number, Integer.MAX_VALUE);
        observations.add(new Observation<>(fact, new Origin(host, SOURCE, document, line, 1, text)));
    }

    private static boolean isCooked(LinkType link) {
        return link.equals(LinkType.LINUX_SLL) || link.equals(LinkType.LINUX_SLL2);
    }

    /** As tcpdump says it when it begins to read. */
    private static String words(Digest digest) {
        LinkType link = digest.linkType();
        StringBuilder words = new StringBuilder("link-type ");
        words.append(link.name() == null ? String.valueOf(link.number()) : link.name());
        if (link.description() != null) {
            words.append(" (").append(link.description()).append(')');
        }
        return words.append(", snapshot length ")
                .append(Integer.toUnsignedString(digest.snapshotLength()))
                .append(", ")
                .append(digest.table().packets())
                .append(digest.table().packets() == 1 ? " packet" : " packets")
                .toString();
    }

    /** What the packets themselves say goes before what the file's path says. */
    private static Whose.@Nullable Found host(Named capture, Whose whose) {
        Whose.Found found = whose.of(capture.digest());
        if (found != null) {
            return found;
        }
        String path = capture.below() == null ? capture.document() : capture.below();
        String host = Transcript.hostOfPath(path, whose::knows);
        return host == null || capture.below() == null && !whose.knows(host)
                ? null
                : new Whose.Found(host, whose.devices(host), Attribution.Reason.SECTION, path);
    }

    /** The zone of the clock that the case shows; else, as tcpdump does, this machine's. */
    private static ZoneRules zone(Reading texts) {
        for (Observation<?> seen : texts.observations()) {
            if (seen.fact() instanceof ClockReading(Moment.Dated(var _, var offset)) && offset != null) {
                return ZoneRules.of(offset);
            }
        }
        return ZoneId.systemDefault().getRules();
    }
}
