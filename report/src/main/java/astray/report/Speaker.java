package astray.report;

import astray.diagnosis.Phrase;

/** The sentences of a page, in its language and with marks that its terminal has. */
record Speaker(Sentences sentences, Glyphs glyphs) {

    String say(Phrase phrase) {
        return glyphs.text(sentences.say(phrase));
    }

    String say(Label label, Object... arguments) {
        return glyphs.text(sentences.say(label, arguments));
    }

    Language language() {
        return sentences.language();
    }
}
