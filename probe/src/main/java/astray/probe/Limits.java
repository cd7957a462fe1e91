package astray.probe;

/** What keeps a probe small. */
final class Limits {
    /** Nothing waits longer. */
    static final long MILLIS = 60_000;

    /** Nothing is sent more often. */
    static final int COUNT = 20;

    private Limits() {}

    static void check(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is not from " + least + " to " + most);
        }
    }
}
