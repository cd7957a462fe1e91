package astray.kernel.netlink;

import astray.kernel.Errno;
import org.jspecify.annotations.Nullable;

/** What the kernel said to a request. A refusal is an answer, not an accident. */
public sealed interface Answer {

    /** The message asked for. */
    record Replied(Message message) implements Answer {}

    /** Done, with nothing to show. */
    record Acknowledged() implements Answer {}

    /**
     * An error.
     *
     * @param errno which
     * @param explanation the kernel's own words ({@code NLMSGERR_ATTR_MSG}); {@code null} for none
     */
    record Refused(Errno errno, @Nullable String explanation) implements Answer {

        /** The kernel's words, or else the error's. */
        public String text() {
            return explanation == null ? errno.text() : explanation;
        }
    }
}
