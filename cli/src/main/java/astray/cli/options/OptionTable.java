package astray.cli.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command: one table that parses and makes the help. Parsing is getopt_long(3)'s with permutation:
 * options and operands in any order, {@code --} ends the options, a single {@code -} is an operand, letters may be
 * joined, a long name may be followed by {@code =VALUE} and may be cut as long as it is unambiguous.
 */
public final class OptionTable {
    private static final int HELP_COLUMN = 24;

    private final List<Option> options;

    /** A table. */
    public OptionTable(List<Option> options) {
        this.options = List.copyOf(options);
    }

    /**
     * Parses arguments.
     *
     * @throws UsageException for an unknown option, a missing or an unwanted argument; it names the option
     */
    public Arguments parse(List<String> arguments) throws UsageException {
        Map<String, String> values = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                operands.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (argument.startsWith("--")) {
                i += takeLong(argument.substring(2), i, arguments, values);
            } else if (argument.length() > 1 && argument.charAt(0) == '-') {
                i += takeLetters(argument, i, arguments, values);
            } else {
                operands.add(argument);
            }
        }
        return new Arguments(values, operands);
    }

    /** Takes a long option; returns how many arguments beside it were used. */
    private int takeLong(String text, int at, List<String> arguments, Map<String, String> values)
            throws UsageException {
        int equals = text.indexOf('=');
        Option option = named(equals < 0 ? text : text.substring(0, equals));
        if (option.argument() == null) {
            if (equals >= 0) {
                throw new UsageException("--" + option.name() + " takes no argument");
            }
            values.put(option.name(), "");
            return 0;
        }
        if (equals >= 0) {
            values.put(option.name(), text.substring(equals + 1));
            return 0;
        }
        values.put(option.name(), next(at, arguments, "--" + option.name(), option.argument()));
        return 1;
    }

    private int takeLetters(String group, int at, List<String> arguments, Map<String, String> values)
            throws UsageException {
        for (int i = 1; i < group.length(); i++) {
            Option option = lettered(group.charAt(i));
            if (option.argument() == null) {
                values.put(option.name(), "");
            } else if (i + 1 < group.length()) {
                values.put(option.name(), group.substring(i + 1));
                return 0;
            } else {
                values.put(option.name(), next(at, arguments, "-" + option.letter(), option.argument()));
                return 1;
            }
        }
        return 0;
    }

    private static String next(int at, List<String> arguments, String option, @Nullable String what)
            throws UsageException {
        if (at + 1 >= arguments.size()) {
            throw new UsageException(option + " needs an argument: " + what);
        }
        return arguments.get(at + 1);
    }

    private Option named(String name) throws UsageException {
        Option found = null;
        for (Option option : options) {
            if (option.name().equals(name)) {
                return option;
            }
            if (option.name().startsWith(name)) {
                if (found != null) {
                    throw new UsageException("--" + name + " could be --" + found.name() + " or --" + option.name());
                }
                found = option;
            }
        }
        if (found == null || name.isEmpty()) {
            throw new UsageException("unknown option --" + name);
        }
        return found;
    }

    private Option lettered(char letter) throws UsageException {
        for (Option option : options) {
            if (option.letter() == letter && letter != '\0') {
                return option;
            }
        }
        throw new UsageException("unknown option -" + letter);
    }

    /** The options' part of the help. */
    public String help() {
        StringBuilder out = new StringBuilder();
        for (Option option : options) {
            StringBuilder names = new StringBuilder("  ");
            names.append(option.letter() == '\0' ? "    " : "-" + option.letter() + ", ");
            names.append("--").append(option.name());
            if (option.argument() != null) {
                names.append(' ').append(option.argument());
            }
            while (names.length() < HELP_COLUMN) {
                names.append(' ');
            }
            out.append(names).append("  ").append(option.help()).append('\n');
        }
        return out.toString();
    }
}
