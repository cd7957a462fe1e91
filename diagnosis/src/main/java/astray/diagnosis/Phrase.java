package astray.diagnosis;

import java.util.List;

/**
 * A sentence still without a language: which sentence, and what goes into it. The report says it in English or
 * Chinese; no sentence is glued together from words.
 *
 * @param key which sentence
 * @param arguments names, addresses, numbers, other phrases, or lists of them
 */
public record Phrase(Say key, List<Object> arguments) {

    /** Copies the list. */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A sentence. */
    public static Phrase of(Say key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
