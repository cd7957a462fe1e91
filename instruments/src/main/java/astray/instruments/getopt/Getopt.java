package astray.instruments.getopt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a command line as getopt_long(3) of the GNU C library does: short options may be combined, long ones
 * shortened to what is unambiguous, options and operands may be mixed, {@code --} ends the options. Complaints are in
 * the words people know from there.
 */
public final class Getopt {
    /** What {@link #next} returns behind the last option. */
    public static final int END = -1;

    /** What {@link #next} returns for what is no option, or lacks its argument: {@link #complaint} tells. */
    public static final int WRONG = '?';

    private final OptionTable table;
    private final List<String> words;
    private final List<String> operands = new ArrayList<>();
    private final boolean mixed;
    private int index;

    /** The place in a word of combined short options; 0 between words. */
    private int within;

    private @Nullable String argument;
    private String name = "";
    private String complaint = "";

    /**
     * Stands before the first word.
     *
     * @param table the options
     * @param words the words behind the program's name
     * @param mixed whether options may follow operands; not with POSIXLY_CORRECT
     */
    public Getopt(OptionTable table, List<String> words, boolean mixed) {
        this.table = table;
        this.words = words;
        this.mixed = mixed;
    }

    /** The key of the next option, {@link #WRONG}, or {@link #END}. */
    public int next() {
        argument = null;
        if (within > 0) {
            return shortOption();
        }
        while (index < words.size()) {
            String word = words.get(index);
            if (word.equals("--")) {
                index++;
                break;
            }
            if (word.length() > 1 && word.charAt(0) == '-') {
                index++;
                if (word.charAt(1) == '-') {
                    return longOption(word);
                }
                within = 1;
                return shortOption();
            }
            if (!mixed) {
                break;
            }
            operands.add(word);
            index++;
        }
        operands.addAll(words.subList(index, words.size()));
        index = words.size();
        return END;
    }

    private int shortOption() {
        String word = words.get(index - 1);
        char letter = word.charAt(within++);
        boolean last = within >= word.length();
        Option option = table.letter(letter);
        name = "";
        if (option == null) {
            within = last ? 0 : within;
            return wrong("invalid option -- '" + letter + "'");
        }
        if (option.argument() == Option.Argument.NONE) {
            within = last ? 0 : within;
            return option.key();
        }
        if (!last) {
            argument = word.substring(within);
        } else if (option.argument() == Option.Argument.REQUIRED) {
            if (index >= words.size()) {
                within = 0;
                return wrong("option requires an argument -- '" + letter + "'");
            }
            argument = words.get(index++);
        }
        within = 0;
        return option.key();
    }

    private int longOption(String word) {
        int equals = word.indexOf('=');
        String given = word.substring(2, equals < 0 ? word.length() : equals);
        Option found = null;
        boolean ambiguous = false;
        for (Option row : table.rows()) {
            if (row.name().isEmpty() || !row.name().startsWith(given)) {
                continue;
            }
            if (row.name().length() == given.length()) {
                found = row;
                ambiguous = false;
                break;
            }
            if (found == null) {
                found = row;
            } else {
                ambiguous |= row.key() != found.key() || row.argument() != found.argument();
            }
        }
        if (ambiguous) {
            return wrong(ambiguity(word, given));
        }
        if (found == null) {
            return wrong("unrecognized option '--" + given + "'");
        }
        name = found.name();
        if (equals >= 0) {
            if (found.argument() == Option.Argument.NONE) {
                return wrong("option '--" + name + "' doesn't allow an argument");
            }
            argument = word.substring(equals + 1);
        } else if (found.argument() == Option.Argument.REQUIRED) {
            if (index >= words.size()) {
                return wrong("option '--" + name + "' requires an argument");
            }
            argument = words.get(index++);
        }
        return found.key();
    }

    private String ambiguity(String word, String given) {
        StringBuilder text = new StringBuilder("option '").append(word).append("' is ambiguous; possibilities:");
        for (Option row : table.rows()) {
            if (!row.name().isEmpty() && row.name().startsWith(given)) {
                text.append(" '--").append(row.name()).append('\'');
            }
        }
        return text.toString();
    }

    private int wrong(String what) {
        complaint = table.program() + ": " + what;
        return WRONG;
    }

    /** The argument of the option that {@link #next} returned; {@code null} for none. */
    public @Nullable String argument() {
        return argument;
    }

    /**
     * The word behind the option that {@link #next} returned, where that had no argument: some programs take it for one
     * if it looks like one. {@code null} at the end.
     */
    public @Nullable String following() {
        return within == 0 && index < words.size() ? words.get(index) : null;
    }

    /** Takes the {@link #following} word away. */
    public void takeFollowing() {
        index++;
    }

    /** The argument of an option that must have one. */
    public String value() {
        if (argument == null) {
            throw new IllegalStateException("an option without an argument");
        }
        return argument;
    }

    /** The whole name of the option that {@link #next} returned; "" for a short one. */
    public String name() {
        return name;
    }

    /** What is wrong, the program's name in front. */
    public String complaint() {
        return complaint;
    }

    /** The words that are no options; complete behind {@link #END}. */
    public List<String> operands() {
        return operands;
    }
}
