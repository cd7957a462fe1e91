package astray.instruments.ip;

import astray.kernel.route.Families;
import org.jspecify.annotations.Nullable;

/** The options before the object, as ip(8) has them. Each counts how often it was given where that makes a difference. */
final class Settings {
    private static final int AUTO = 0;
    private static final int ALWAYS = 1;
    private static final int NEVER = 2;

    private int family = Families.UNSPEC;
    private int details;
    private int statistics;
    private boolean human;
    private boolean iec;
    private boolean brief;
    private boolean oneline;
    private boolean resolve;
    private boolean numeric;
    private boolean json;
    private boolean pretty;
    private boolean all;
    private boolean timestamp;
    private boolean shortTimestamp;
    private boolean version;
    private int colour = NEVER;
    private int receiveBuffer;
    private @Nullable String namespace;

    /** Takes the options; the object's name is the next word then, if there is one. */
    static Settings of(Words words) throws Failure {
        Settings settings = new Settings();
        while (words.hasNext() && !settings.version) {
            String word = words.next();
            if (word.equals("--")) {
                break;
            }
            if (!word.startsWith("-")) {
                words.back();
                break;
            }
            settings.take(word.startsWith("--") ? word.substring(1) : word, words);
        }
        return settings;
    }

    private void take(String option, Words words) throws Failure {
        // the order decides what a shortened option means
        if (Words.matches(option, "-loops")) {
            words.next(); // how often a flush may try again; nothing is flushed here
        } else if (Words.matches(option, "-family")) {
            family = familyOf(words.hasNext() ? words.next() : "help");
        } else if (option.length() == 2 && "46M0B".indexOf(option.charAt(1)) >= 0) {
            family = familyOf(option);
        } else if (Words.matches(option, "-human-readable")) {
            human = true;
        } else if (Words.matches(option, "-iec")) {
            iec = true;
        } else if (Words.matches(option, "-stats") || Words.matches(option, "-statistics")) {
            statistics++;
        } else if (Words.matches(option, "-details")) {
            details++;
        } else if (Words.matches(option, "-resolve")) {
            resolve = true;
        } else if (Words.matches(option, "-oneline")) {
            oneline = true;
        } else if (Words.matches(option, "-timestamp")) {
            timestamp = true;
        } else if (Words.matches(option, "-tshort")) {
            timestamp = true;
            shortTimestamp = true;
        } else if (Words.matches(option, "-Version")) {
            version = true;
        } else if (Words.matches(option, "-force") || Words.matches(option, "-batch")) {
            throw Failure.unsupported(option);
        } else if (Words.matches(option, "-brief")) {
            brief = true;
        } else if (Words.matches(option, "-json")) {
            json = true;
        } else if (Words.matches(option, "-pretty")) {
            pretty = true;
        } else if (Words.matches(option, "-rcvbuf")) {
            receiveBuffer = receiveBuffer(words.next());
        } else if (!takeColour(option)) {
            takeLast(option, words);
        }
    }

    private void takeLast(String option, Words words) throws Failure {
        if (Words.matches(option, "-help")) {
            throw Usage.failure();
        } else if (Words.matches(option, "-netns")) {
            namespace = words.next();
        } else if (Words.matches(option, "-Numeric")) {
            numeric = true;
        } else if (Words.matches(option, "-all")) {
            all = true;
        } else if (option.equals("-echo")) {
            throw Failure.unsupported(option); // it shows what a change came to
        } else {
            throw new Failure(Failure.WRONG_USAGE, "Option \"" + option + "\" is unknown, try \"ip -help\".");
        }
    }

    private static int familyOf(String name) throws Failure {
        return switch (name) {
            case "inet", "-4" -> Families.INET;
            case "inet6", "-6" -> Families.INET6;
            case "link", "-0" -> Families.PACKET;
            case "mpls", "-M" -> Families.MPLS;
            case "bridge", "-B" -> Families.BRIDGE;
            case "help" -> throw Usage.failure();
            default -> throw Failure.invalid("invalid protocol family", name);
        };
    }

    private static int receiveBuffer(String word) throws Failure {
        long bytes = Words.number(word);
        if (bytes < 0 || bytes > Integer.MAX_VALUE) {
            throw new Failure(Failure.WRONG_USAGE, "Invalid rcvbuf size '" + word + "'");
        }
        return (int) bytes;
    }

    /** How many bytes may wait in a socket to be read ({@code -rcvbuf}); 0 for as many as it has by itself. */
    int receiveBuffer() {
        return receiveBuffer;
    }

    private boolean takeColour(String option) {
        int equals = option.indexOf('=');
        if (!Words.matches(equals < 0 ? option : option.substring(0, equals), "-color")) {
            return false;
        }
        switch (equals < 0 ? "always" : option.substring(equals + 1)) {
            case "always" -> colour = ALWAYS;
            case "auto" -> colour = AUTO;
            case "never" -> colour = NEVER;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code AF_…} as asked for; 0 for none. */
    int family() {
        return family;
    }

    /** The family that a command falls back on when none was asked for. */
    int familyOr(int otherwise) {
        return family == Families.UNSPEC ? otherwise : family;
    }

    boolean details() {
        return details > 0;
    }

    boolean statistics() {
        return statistics > 0;
    }

    /** {@code -s -s}: counters of each kind of error too. */
    boolean allStatistics() {
        return statistics > 1;
    }

    /** How often {@code -s} was given. */
    int statisticsCount() {
        return statistics;
    }

    boolean human() {
        return human;
    }

    /** Human readable numbers by 1024, not 1000. */
    boolean iec() {
        return iec;
    }

    boolean brief() {
        return brief;
    }

    boolean oneline() {
        return oneline;
    }

    boolean resolve() {
        return resolve;
    }

    boolean numeric() {
        return numeric;
    }

    boolean json() {
        return json;
    }

    boolean pretty() {
        return pretty;
    }

    boolean all() {
        return all;
    }

    boolean timestamp() {
        return timestamp;
    }

    boolean shortTimestamp() {
        return shortTimestamp;
    }

    boolean version() {
        return version;
    }

    /** The network namespace to look into; {@code null} for one's own. */
    @Nullable
    String namespace() {
        return namespace;
    }

    /** Whether to print in colour. */
    boolean coloured(boolean terminal) {
        return !json && (colour == ALWAYS || colour == AUTO && terminal);
    }
}
