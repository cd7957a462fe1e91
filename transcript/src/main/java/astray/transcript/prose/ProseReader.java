package astray.transcript.prose;

import astray.facts.DocumentDate;
import astray.facts.Fact;
import astray.facts.Moment;
import astray.transcript.Line;
import astray.transcript.Sink;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what people wrote, line by line: a sentence may run over several lines of a paragraph. Only so much prose is
 * read that no document can keep this busy for long; the rest is counted.
 */
public final class ProseReader {
    private static final int MAX_SENTENCE = 600;
    private static final int MAX_PARAGRAPH = 4_000;
    private static final long MAX_CHARACTERS = 400_000;

    private final Sink sink;
    private final StringBuilder paragraph = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private long characters;
    private long passedOver;

    /** Gives what it finds to a sink. */
    public ProseReader(Sink sink) {
        this.sink = sink;
    }

    /** How many lines were passed over for there being too many. */
    public long passedOver() {
        return passedOver;
    }

    /** A line that stands by itself: a heading, a bullet, a line of chat. */
    public void alone(Line line) {
        end();
        add(line);
        end();
    }

    /** A line of a paragraph. */
    public void add(Line line) {
        String text = line.text().strip();
        if (characters > MAX_CHARACTERS) {
            passedOver++;
            return;
        }
        characters += text.length();
        Moment date = Dates.ofMail(text);
        if (date != null) {
            sink.fact(new DocumentDate(date), line);
            return;
        }
        if (paragraph.length() + text.length() > MAX_PARAGRAPH) {
            end();
        }
        if (text.length() > MAX_PARAGRAPH) {
            return;
        }
        if (!paragraph.isEmpty()) {
            paragraph.append(' ');
        }
        starts.add(paragraph.length());
        lines.add(line);
        paragraph.append(text);
    }

    /** A line of front matter, {@code key: value}. */
    public void frontMatter(Line line) {
        String text = line.text().strip();
        if (text.startsWith("date:")) {
            Moment date = Dates.ofFrontMatter(text.substring(5).strip());
            if (date != null) {
                sink.fact(new DocumentDate(date), line);
            }
        } else if (text.startsWith("title:")) {
            alone(new Line(line.number(), text.substring(6).strip()));
        }
    }

    /** The paragraph is over. */
    public void end() {
        int from = 0;
        int length = paragraph.length();
        for (int i = 0; i < length; i++) {
            if (i + 1 == length || endsSentence(i)) {
                sentence(from, i + 1);
                from = i + 1;
            }
        }
        paragraph.setLength(0);
        lines.clear();
        starts.clear();
    }

    private boolean endsSentence(int at) {
        char c = paragraph.charAt(at);
        return switch (c) {
            case '。', '？', '！', '；' -> true;
            case '.', '?', '!' -> paragraph.charAt(at + 1) == ' ';
            default -> false;
        };
    }

    private void sentence(int from, int to) {
        int end = Math.min(to, from + MAX_SENTENCE);
        String text = paragraph.substring(from, end).strip();
        if (text.length() < 4) {
            return;
        }
        Line line = lines.getFirst();
        for (int i = 0; i < starts.size() && starts.get(i) <= from + 1; i++) {
            line = lines.get(i);
        }
        for (Fact fact : Mentions.in(text)) {
            sink.fact(fact, line, text);
        }
    }
}
