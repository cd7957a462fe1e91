package astray.instruments.tcpdump;

import astray.instruments.Console;
import astray.packet.LinkType;
import astray.packet.text.Names;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What a command line wants done with packets. */
final class Sinks {
    private Sinks() {}

    /** A sink for packets that come faster than they can be printed: that is done on a thread of its own. */
    static Sink aside(Sink sink) {
        return sink instanceof Printing && Runtime.getRuntime().availableProcessors() > 1 ? new Relay(sink) : sink;
    }

    static Sink of(Settings settings, LinkType link, int snapshotLength, Names names, Console console)
            throws Failure, IOException {
        String file = settings.writeFile;
        if (file == null) {
            return settings.countOnly ? new Counting() : new Printing(settings, names, console);
        }
        Writing writing = new Writing(settings, file, link, snapshotLength, console.out());
        return settings.printToo ? new Both(writing, new Printing(settings, names, console)) : writing;
    }

    /** Whether packets of a link may go there. */
    static boolean mayTake(Sink sink, LinkType link) {
        return switch (sink) {
            case Writing writing -> writing.isFor(link);
            case Both both -> both.writing.isFor(link);
            default -> true;
        };
    }

    /** {@code --print}: written, then printed. */
    private record Both(Writing writing, Printing printing) implements Sink {
        @Override
        public boolean take(
                long number, LinkType link, ByteBuffer bytes, int at, int captured, int wire, long seconds, long nanos)
                throws IOException {
            return writing.take(number, link, bytes, at, captured, wire, seconds, nanos)
                    && printing.take(number, link, bytes, at, captured, wire, seconds, nanos);
        }

        @Override
        public void idle() throws IOException {
            printing.idle();
        }

        @Override
        public void close() throws IOException {
            try (writing) {
                printing.close();
            }
        }
    }
}
