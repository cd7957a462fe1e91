package astray.instruments.getopt;

/**
 * A row of an option table. Several rows may share a key: names for the same thing.
 *
 * @param key what {@link Getopt#next} returns for it; one that is a letter or digit is also the option's short form
 * @param name the long form without its dashes; "" for none
 * @param argument whether an argument belongs to it
 * @param help what it does, for the help page; "" keeps it off that page
 */
public record Option(int key, String name, Argument argument, String help) {
    /** The largest key that is also a short form. */
    private static final int LAST_SHORT = 0x7e;

    /** Whether an argument belongs to an option. */
    public enum Argument {
        /** None may be given. */
        NONE,
        /** One must follow. */
        REQUIRED,
        /** One may be joined to it: {@code -oVALUE}, {@code --option=VALUE}. */
        OPTIONAL
    }

    /** One without an argument. */
    public static Option flag(int key, String name, String help) {
        return new Option(key, name, Argument.NONE, help);
    }

    /** One with an argument. */
    public static Option value(int key, String name, String help) {
        return new Option(key, name, Argument.REQUIRED, help);
    }

    /** Whether its key is a short form too. */
    boolean isShort() {
        return key > ' ' && key <= LAST_SHORT && key != '?' && key != ':' && key != '-';
    }
}
