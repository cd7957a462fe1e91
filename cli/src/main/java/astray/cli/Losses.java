package astray.cli;

import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import astray.transcript.Loss;
import java.util.List;

/** What a reading left out, as a verdict says it: Astray never treats what it did not look at as fine. */
final class Losses {
    private Losses() {}

    static List<Verdict.Unknown> unknown(List<Loss> losses) {
        return losses.stream().map(Losses::unknown).toList();
    }

    private static Verdict.Unknown unknown(Loss loss) {
        return switch (loss.kind()) {
            case FACTS -> of(Phrase.of(Say.LOST_FACTS, loss.count(), loss.what(), loss.document()), Say.BECAUSE_LIMIT);
            case LONG_LINES -> of(Phrase.of(Say.LOST_LINES, loss.count(), loss.document()), Say.BECAUSE_LIMIT);
            case BLOCKS, NOT_UNDERSTOOD ->
                of(Phrase.of(Say.LOST_LISTING, loss.count(), loss.document()), Say.BECAUSE_LIMIT);
            case PROSE -> of(Phrase.of(Say.LOST_PROSE, loss.count(), loss.document()), Say.BECAUSE_LIMIT);
            case NO_TEXT -> of(Phrase.of(Say.LOST_NO_TEXT, loss.document(), loss.what()), Say.BECAUSE_TEXT_ONLY);
            case BROKEN_OFF -> of(Phrase.of(Say.LOST_END, loss.document()), Say.BECAUSE_BROKEN_OFF);
            case CAPTURE_BROKEN_OFF ->
                of(Phrase.of(Say.LOST_CAPTURE_END, loss.document(), loss.what()), Say.BECAUSE_BROKEN_OFF);
            case JOURNAL_DAMAGED -> of(Phrase.of(Say.LOST_JOURNAL, loss.document(), loss.what()), Say.BECAUSE_DAMAGED);
            case LINK_TYPE ->
                of(Phrase.of(Say.LOST_LINK_TYPE, loss.count(), loss.what(), loss.document()), Say.BECAUSE_NOT_READ);
            case SKIPPED_FILES ->
                of(Phrase.of(Say.LOST_FILES, loss.count(), loss.what(), loss.document()), Say.BECAUSE_NOT_OPENED);
            case FORMAT_FAILED -> of(Phrase.of(Say.LOST_FORMAT, loss.document(), loss.what()), Say.BECAUSE_DEFECT);
        };
    }

    private static Verdict.Unknown of(Phrase what, Say why) {
        return new Verdict.Unknown(what, Phrase.of(why));
    }
}
