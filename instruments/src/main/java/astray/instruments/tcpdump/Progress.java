package astray.instruments.tcpdump;

import astray.instruments.Console;

/** {@code -v} with {@code -w}: each second, how many packets there are. */
final class Progress {
    private static final long SECOND = 1_000_000_000;

    private final Console console;
    private final boolean wanted;
    private long shownAt = System.nanoTime();
    private long shown = -1;

    Progress(Console console, Settings settings) {
        this.console = console;
        this.wanted = settings.verbosity > 0 && settings.writeFile != null && !settings.printToo;
    }

    /** Shows the number in the place of the last, when a second passed and it changed. */
    void show(long packets) {
        if (wanted && packets != shown && System.nanoTime() - shownAt >= SECOND) {
            shownAt = System.nanoTime();
            shown = packets;
            console.progress("Got " + packets);
        }
    }
}
