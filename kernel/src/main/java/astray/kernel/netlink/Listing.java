package astray.kernel.netlink;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What a dump listed: the messages in the kernel's order, and how it ended. */
public final class Listing implements Iterable<Message> {
    private final List<byte[]> buffers;
    private final Answer.@Nullable Refused refusal;
    private final boolean interrupted;

    /**
     * Puts a listing together.
     *
     * @param buffers what was received, each a row of messages
     * @param refusal the error that ended it; {@code null} for none
     * @param interrupted whether what is listed changed meanwhile, each time that it was asked for
     */
    public Listing(List<byte[]> buffers, Answer.@Nullable Refused refusal, boolean interrupted) {
        this.buffers = List.copyOf(buffers);
        this.refusal = refusal;
        this.interrupted = interrupted;
    }

    /** The error that ended it, {@code null} for none; what came before is listed. */
    public Answer.@Nullable Refused refusal() {
        return refusal;
    }

    /** Whether it may be inconsistent, since what is listed kept changing ({@code NLM_F_DUMP_INTR}). */
    public boolean interrupted() {
        return interrupted;
    }

    /** The messages, without those that only end or acknowledge. */
    @Override
    public Iterator<Message> iterator() {
        return new Iterator<>() {
            private int buffer = -1;
            private @Nullable Message upcoming = advance(null);

            private @Nullable Message advance(@Nullable Message last) {
                Message message = last == null ? null : last.next();
                while (true) {
                    if (message == null) {
                        if (++buffer >= buffers.size()) {
                            return null;
                        }
                        message = Message.at(buffers.get(buffer), 0);
                    } else if (message.type() > Message.DONE) {
                        return message;
                    } else {
                        message = message.next();
                    }
                }
            }

            @Override
            public boolean hasNext() {
                return upcoming != null;
            }

            @Override
            public Message next() {
                Message message = upcoming;
                if (message == null) {
                    throw new NoSuchElementException();
                }
                upcoming = advance(message);
                return message;
            }
        };
    }
}
