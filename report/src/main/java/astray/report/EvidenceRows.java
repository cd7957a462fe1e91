package astray.report;

import astray.diagnosis.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Quotes evidence: where it stands on the left, its words on the right, what it shows below. */
final class EvidenceRows {

    private static final int WIDEST_REFERENCE = 30;
    private static final int GAP = 2;

    private final Page page;
    private final Glyphs glyphs;
    private final Speaker speaker;
    private final Detail detail;
    private final Focus focus;

    /** Prints on a page; {@code focus} is what quotations have to keep when they are shortened. */
    EvidenceRows(Page page, Glyphs glyphs, Speaker speaker, Detail detail, Focus focus) {
        this.focus = focus;
        this.page = page;
        this.glyphs = glyphs;
        this.speaker = speaker;
        this.detail = detail;
    }

    /**
     * Prints as much as the detail grants.
     *
     * @param host the host that needs no naming
     * @return how many pieces were left out
     */
    int print(List<Evidence> evidence, @Nullable String host) {
        List<Evidence> shown = evidence.subList(0, Math.min(detail.evidence(), evidence.size()));
        boolean severalDocuments = !isTerse() && severalDocuments(shown);
        List<String> references = new ArrayList<>();
        int column = 0;
        for (Evidence piece : shown) {
            String reference = Wrap.shorten(
                    Printable.of(reference(piece, host, severalDocuments)), WIDEST_REFERENCE, glyphs.ellipsis());
            references.add(reference);
            column = Math.max(column, Width.of(reference) + GAP);
        }
        for (int i = 0; i < shown.size(); i++) {
            if (isTerse() && i > 0 && shown.get(i).note() != null) {
                terse(shown.get(i), references.get(i), column);
            } else {
                print(shown.get(i), references.get(i), column);
            }
        }
        return evidence.size() - shown.size();
    }

    /** Where there is a row for each piece only, the first is quoted and the others are told. */
    private boolean isTerse() {
        return !detail.all() && !detail.notes();
    }

    private void terse(Evidence piece, String reference, int column) {
        String before = reference + " ".repeat(column - Width.of(reference));
        String told = piece.note() == null ? "" : speaker.say(piece.note());
        String line = Wrap.shorten(Printable.of(told), page.room() - column, glyphs.ellipsis());
        page.row(0, List.of(new Span(Style.QUIET, before), Span.plain(line)));
    }

    private void print(Evidence piece, String reference, int column) {
        String note = piece.note() == null ? "" : glyphs.leads() + " " + speaker.say(piece.note());
        List<String> quote = quote(piece.text(), note, page.room() - column);
        String before = reference + " ".repeat(column - Width.of(reference));
        for (String line : quote) {
            page.row(0, List.of(new Span(Style.QUIET, before), Span.plain(line)));
            before = " ".repeat(column);
        }
        if (piece.note() != null && detail.notes()) {
            page.text(Style.PLAIN, column, glyphs.leads(), speaker.say(piece.note()));
        }
    }

    /**
     * What is quoted. Of several lines it is the one that holds most of what the evidence is about; when none holds
     * any of it, as in a trace, and there is no room for both, what the lines show tells more than any one of them.
     */
    private List<String> quote(String text, String note, int room) {
        List<String> lines =
                text.strip().lines().map(l -> Printable.of(l.strip())).toList();
        if (lines.isEmpty()) {
            return List.of("");
        }
        if (detail.all()) {
            List<String> wrapped = new ArrayList<>();
            lines.forEach(line -> wrapped.addAll(Wrap.lines(line, room)));
            return wrapped;
        }
        if (lines.size() == 1) {
            return List.of(Excerpt.of(lines.getFirst(), room, glyphs.ellipsis(), focus));
        }
        String best = focus.best(lines);
        if (!detail.notes() && !note.isEmpty() && focus.count(best) == 0) {
            return Wrap.lines(Printable.of(note), room);
        }
        int more = lines.size() - 1;
        int taken = Width.of(speaker.say(Label.MORE_LINES, "", more));
        String excerpt = Excerpt.of(best, room - taken, glyphs.ellipsis(), focus);
        return List.of(speaker.say(Label.MORE_LINES, excerpt, more));
    }

    private static boolean severalDocuments(List<Evidence> evidence) {
        Set<String> documents = new HashSet<>();
        evidence.forEach(piece -> documents.add(piece.document()));
        return documents.size() > 1;
    }

    private String reference(Evidence piece, @Nullable String host, boolean withDocument) {
        StringBuilder out = new StringBuilder();
        if (piece.host() != null && !piece.host().equals(host) && !isTerse()) {
            out.append(piece.host()).append(' ');
        }
        int form = piece.source().indexOf(" (");
        out.append(isTerse() && form > 0 ? piece.source().substring(0, form) : piece.source());
        if (withDocument) {
            out.append(' ').append(piece.document());
        }
        if (piece.line() > 0) {
            out.append(':').append(piece.line());
        }
        return out.toString();
    }
}
