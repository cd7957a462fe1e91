package astray.report;

import java.util.ArrayList;
import java.util.List;

/** Counts what a page leaves out. */
final class Rest {

    private int evidence;
    private int remedies;
    private int conflicts;
    private int events;
    private int notes;

    void evidence(int count) {
        evidence += count;
    }

    void remedies(int count) {
        remedies += count;
    }

    void conflicts(int count) {
        conflicts += count;
    }

    void events(int count) {
        events += count;
    }

    /** Rows of any other section. */
    void notes(int count) {
        notes += count;
    }

    /** One row that names it all, if anything was left out. */
    void print(Page page, Speaker speaker) {
        List<String> parts = new ArrayList<>();
        part(evidence, Label.MORE_EVIDENCE, speaker, parts);
        part(remedies, Label.MORE_REMEDIES, speaker, parts);
        part(conflicts, Label.MORE_CONFLICTS, speaker, parts);
        part(events, Label.MORE_EVENTS, speaker, parts);
        part(notes, Label.MORE_NOTES, speaker, parts);
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
