package astray.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages of a report. */
public enum Language {
    /** English. */
    EN,
    /** Chinese, in simplified characters. */
    ZH;

    private static final List<String> LOCALE_VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    /** The language of an option's value, {@code en} or {@code zh}; {@code null} for anything else. */
    public static @Nullable Language parse(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "en" -> EN;
            case "zh" -> ZH;
            default -> null;
        };
    }

    /** The language of the messages that the environment's locale asks for (locale(7)). */
    public static Language of(Map<String, String> environment) {
        for (String variable : LOCALE_VARIABLES) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return chinese(locale) ? ZH : EN;
            }
        }
        return EN;
    }

    /** The value of the option. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean chinese(String locale) {
        return locale.startsWith("zh") && (locale.length() == 2 || !Character.isLetterOrDigit(locale.charAt(2)));
    }
}
