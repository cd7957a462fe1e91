package astray.instruments.lsof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which processes are asked for: by number, group, user, command ({@code -p -g -u -c}). Remembers what was found. */
final class ProcessChoice {
    /** A number that is asked for, or that is excluded. */
    static final class Asked {
        final int value;
        final boolean exclude;

        /** The user's name, where one was given. */
        final @Nullable String name;

        boolean found;

        Asked(int value, boolean exclude, @Nullable String name) {
            this.value = value;
            this.exclude = exclude;
            this.name = name;
        }
    }

    /** A command that is asked for by its first bytes, or by a pattern. */
    static final class Command {
        final String text;
        final boolean exclude;
        final @Nullable Pattern pattern;
        boolean found;

        Command(String text, boolean exclude, @Nullable Pattern pattern) {
            this.text = text;
            this.exclude = exclude;
            this.pattern = pattern;
        }
    }

    final List<Asked> pids = new ArrayList<>();
    final List<Asked> groups = new ArrayList<>();
    final List<Asked> users = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();

    /** Adds numbers of a set such as {@code 123,^456}. */
    static void add(List<Asked> numbers, String set, String what, String shortly) throws Usage {
        for (String item : set.split(",", -1)) {
            boolean exclude = item.startsWith("^");
            String digits = exclude ? item.substring(1) : item;
            if (digits.isEmpty()) {
                continue;
            }
            int value = DescriptorChoice.number(digits);
            if (value < 0) {
                throw new Usage("illegal " + what + ": " + set);
            }
            add(numbers, new Asked(value, exclude, null), shortly);
        }
    }

    static void add(List<Asked> numbers, Asked added, String shortly) throws Usage {
        for (Asked number : numbers) {
            if (number.value == added.value) {
                if (number.exclude != added.exclude) {
                    throw new Usage(
                            shortly + " " + Integer.toUnsignedString(added.value) + " has been included and excluded.");
                }
                return;
            }
        }
        numbers.add(added);
    }

    static boolean anyIncluded(List<Asked> numbers) {
        for (Asked number : numbers) {
            if (!number.exclude) {
                return true;
            }
        }
        return false;
    }

    boolean anyCommandIncluded() {
        for (Command command : commands) {
            if (!command.exclude) {
                return true;
            }
        }
        return false;
    }

    void addCommand(String text) throws Usage {
        boolean exclude = text.startsWith("^");
        String name = exclude ? text.substring(1) : text;
        if (!exclude && name.startsWith("/")) {
            commands.add(new Command(text, false, RegularExpression.compile(text)));
            return;
        }
        for (Command command : commands) {
            if (command.pattern == null && command.text.equals(name)) {
                if (command.exclude != exclude) {
                    throw new Usage("-c^" + name + " and -c" + name + " conflict.");
                }
                return;
            }
        }
        commands.add(new Command(name, exclude, null));
    }

    private static boolean excludes(List<Asked> numbers, int value) {
        for (Asked number : numbers) {
            if (number.exclude && number.value == value) {
                return true;
            }
        }
        return false;
    }

    private static int look(List<Asked> numbers, int value, int bit) {
        for (Asked number : numbers) {
            if (!number.exclude && number.value == value) {
                number.found = true;
                return bit;
            }
        }
        return 0;
    }

    /**
     * By what a process is asked for, a sum of {@link Select}; negative when it is excluded.
     *
     * @param command one character for each byte of its name
     */
    int selects(int pid, int group, int uid, String command) {
        int byCommand = command(command);
        if (byCommand < 0 || excludes(users, uid) || excludes(groups, group) || excludes(pids, pid)) {
            return -1;
        }
        return byCommand
                | look(users, uid, Select.USER)
                | look(groups, group, Select.GROUP)
                | look(pids, pid, Select.PROCESS);
    }

    private int command(String name) {
        for (Command command : commands) {
            if (command.exclude && name.startsWith(command.text)) {
                return -1;
            }
        }
        for (Command command : commands) {
            if (!command.exclude && command.pattern == null && name.startsWith(command.text)) {
                command.found = true;
                return Select.COMMAND;
            }
        }
        for (Command command : commands) {
            if (command.pattern != null && command.pattern.matcher(name).find()) {
                command.found = true;
                return Select.COMMAND;
            }
        }
        return 0;
    }
}
