package astray.report;

import astray.diagnosis.PathView.State;
import astray.diagnosis.PathView.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a way as stations with arrows between them, the place where it breaks marked, and hangs under a station what
 * happened there.
 */
final class PathDrawing {

    private static final int HANG = 2;
    private static final int NARROW = 24;

    private record Note(int column, String where, String text) {}

    private final Page page;
    private final Glyphs glyphs;
    private final Speaker speaker;
    private final List<Span> row = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int column;
    private int indent;

    PathDrawing(Page page, Glyphs glyphs, Speaker speaker) {
        this.page = page;
        this.glyphs = glyphs;
        this.speaker = speaker;
    }

    /** Draws one way; with all notes, or only the one that matters most. */
    void draw(List<Step> steps, boolean allNotes) {
        Step noted = allNotes ? null : mostTelling(steps);
        State before = State.PASSES;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Span name = new Span(
                    nameStyle(step.state()),
                    Wrap.shorten(Printable.of(step.where()), page.room() - HANG - 8, glyphs.ellipsis()));
            Span arrow = i == 0 ? Span.plain("") : arrow(before, step.state());
            add(arrow, name);
            if (step.note() != null && (allNotes || step.equals(noted))) {
                notes.add(new Note(indent + column - name.width(), step.where(), speaker.say(step.note())));
            }
            before = step.state();
        }
        if (before == State.STOPS) {
            add(new Span(Style.BAD, glyphs.stops()), Span.plain(""));
        }
        flush();
    }

    private static @Nullable Step mostTelling(List<Step> steps) {
        Step found = null;
        for (Step step : steps) {
            if (step.note() != null && step.state() == State.STOPS) {
                return step;
            }
            if (step.note() != null && step.state() == State.UNKNOWN && found == null) {
                found = step;
            }
        }
        return found;
    }

    private Span arrow(State before, State state) {
        if (before == State.STOPS) {
            return new Span(Style.BAD, glyphs.stops());
        }
        return switch (state) {
            case PASSES, STOPS -> Span.plain(glyphs.passes());
            case UNKNOWN -> new Span(Style.DOUBTFUL, glyphs.unknown());
            case NOT_REACHED -> new Span(Style.QUIET, glyphs.never());
        };
    }

    private static Style nameStyle(State state) {
        return switch (state) {
            case PASSES, UNKNOWN -> Style.PLAIN;
            case STOPS -> Style.BAD;
            case NOT_REACHED -> Style.QUIET;
        };
    }

    private void add(Span arrow, Span name) {
        int width = arrow.width() + name.width() + 2;
        if (column > 0 && indent + column + width > page.room()) {
            flush();
            indent = HANG;
        }
        for (Span span : List.of(arrow, name)) {
            if (!span.text().isEmpty()) {
                if (column > 0) {
                    row.add(Span.plain(" "));
                    column++;
                }
                row.add(span);
                column += span.width();
            }
        }
    }

    private void flush() {
        if (row.isEmpty()) {
            return;
        }
        page.row(indent, List.copyOf(row));
        for (Note note : notes) {
            boolean only = notes.size() == 1;
            int at = only && page.room() - note.column() >= NARROW ? note.column() : HANG;
            String text =
                    only && at == note.column() ? note.text() : speaker.say(Label.TITLED, note.where(), note.text());
            page.text(Style.PLAIN, at, glyphs.branch(), text);
        }
        row.clear();
        notes.clear();
        column = 0;
    }
}
