package astray.report;

import java.util.ArrayList;
import java.util.List;

/** Counts what a page leaves out. */
final class Rest {

    private int evidence;
    private int remedies;
    private int conflicts;
    private int unknown;
    private int next;
    private int events;
    private int excluded;

    void evidence(int count) {
        evidence += count;
    }

    void remedies(int count) {
        remedies += count;
    }

    void conflicts(int count) {
        conflicts += count;
    }

    void unknown(int count) {
        unknown += count;
    }

    void next(int count) {
        next += count;
    }

    void events(int count) {
        events += count;
    }

    void excluded(int count) {
        excluded += count;
    }

    /** One row that names it all, if anything was left out. */
    void print(Page page, Speaker speaker) {
        List<String> parts = new ArrayList<>();
        part(evidence, Label.MORE_EVIDENCE, speaker, parts);
        part(remedies, Label.MORE_REMEDIES, speaker, parts);
        part(conflicts, Label.MORE_CONFLICTS, speaker, parts);
        part(unknown, Label.MORE_UNKNOWN, speaker, parts);
        part(next, Label.MORE_NEXT, speaker, parts);
        part(events, Label.MORE_EVENTS, speaker, parts);
        part(excluded, Label.MORE_EXCLUDED, speaker, parts);
        if (!parts.isEmpty()) {
            page.head(speaker.say(Label.MORE));
            page.text(Style.QUIET, speaker.say(Label.SHOW_MORE, parts));
        }
    }

    private static void part(int count, Label label, Speaker speaker, List<String> parts) {
        if (count > 0) {
            parts.add(speaker.say(label, count));
        }
    }
}
