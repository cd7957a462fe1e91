package astray.report;

import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.When;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Says phrases in a language. Each sentence is a template of its own in {@code en.properties} or
 * {@code zh.properties}, under the name of its {@link Say}.
 */
final class Sentences {

    private final Language language;
    private final Properties templates;

    /** The sentences of a language under these templates. */
    Sentences(Language language, Properties templates) {
        this.language = language;
        this.templates = templates;
    }

    static Sentences of(Language language) {
        return new Sentences(language, load(language));
    }

    /** The templates of a language, by the names of their {@link Say}. */
    static Properties load(Language language) {
        Properties templates = new Properties();
        String file = language.word() + ".properties";
        try (InputStream in = Sentences.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            templates.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    Language language() {
        return language;
    }

    /** A phrase as a sentence. */
    String say(Phrase phrase) {
        String text = templates.getProperty(phrase.key().name());
        // a phrase without a sentence is a fault of ours: its name and arguments still tell more than nothing
        return text == null
                ? phrase.key().name() + " " + list(phrase.arguments())
                : Template.parse(text).fill(phrase.arguments(), this::word);
    }

    /** A label of the report with its places filled. */
    String say(Label label, Object... arguments) {
        return Template.parse(label.in(language)).fill(List.of(arguments), this::word);
    }

    /** A value as a sentence has it. */
    String word(Object value) {
        return switch (value) {
            case String text -> text;
            case Phrase phrase -> say(phrase);
            case When when -> Times.human(when.at());
            case LocalDateTime time -> Times.human(time);
            case Duration duration -> Times.human(duration, language);
            case Collection<?> list -> list(list);
            case Double number -> decimal(number);
            case Float number -> decimal(number);
            case Enum<?> constant -> hyphened(constant);
            default -> value.toString();
        };
    }

    /** A constant's name as an id has it: {@code NO_ROUTE} is {@code no-route}. */
    static String hyphened(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String decimal(double number) {
        if (!Double.isFinite(number)) {
            return "?";
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }

    /** {@code a, b and c}, or {@code a、b 和 c}. */
    private String list(Collection<?> values) {
        List<String> words = new ArrayList<>(values.size());
        for (Object value : values) {
            words.add(word(value));
        }
        if (words.size() < 2) {
            return words.isEmpty() ? say(Label.NONE) : words.getFirst();
        }
        StringBuilder most = new StringBuilder();
        Iterator<String> it = words.subList(0, words.size() - 1).iterator();
        most.append(it.next());
        while (it.hasNext()) {
            most.append(language == Language.ZH ? "、" : ", ").append(it.next());
        }
        return say(Label.AND, most.toString(), words.getLast());
    }
}
