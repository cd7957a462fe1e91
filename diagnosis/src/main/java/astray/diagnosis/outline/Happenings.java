package astray.diagnosis.outline;

import astray.diagnosis.Finding;
import astray.diagnosis.TimelineEntry;
import astray.diagnosis.book.Host;
import astray.diagnosis.time.Timeline;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happened around the causes' subjects, by time. */
public final class Happenings {
    private static final Set<String> WORTH = Set.of("interface", "bridge", "gateway", "address", "source");

    private Happenings() {}

    /** Reads the logs of the hosts that the causes sit on. */
    public static List<TimelineEntry> of(Scene scene, List<Finding> findings) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Leg leg : scene.legs()) {
            Host host = leg.model().host();
            Set<String> words = new LinkedHashSet<>();
            for (Finding finding : findings) {
                finding.subject().forEach((field, value) -> {
                    if (WORTH.contains(field)) {
                        words.add(value.toString());
                    }
                });
            }
            if (!words.isEmpty()) {
                entries.addAll(new Timeline(scene.calendar(), host).about(words, leg.wire(), scene.book()));
            }
        }
        entries.sort((a, b) -> a.at().compareTo(b.at()));
        return entries;
    }
}
