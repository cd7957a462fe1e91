package astray.kernel.route;

import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/** The counters of a link: a view over an {@code RTM_NEWSTATS} message (linux/if_link.h). */
public final class LinkStatistics {
    /** {@code RTM_NEWSTATS}. */
    public static final int NEW = 92;

    private static final int RTM_GETSTATS = 94;

    private static final int IFLA_STATS_LINK_64 = 1;

    /** {@code sizeof(struct if_stats_msg)}: family, padding, index, mask of what is asked for. */
    private static final int HEADER = 12;

    private final Message message;
    private final Attributes attributes;

    /** Looks at a message. */
    public LinkStatistics(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The request for the counters of a link, or with the index 0 in a listing those of all. */
    public static Request of(int index) {
        return new Request(RTM_GETSTATS).zeroes(4).u32(index).u32(1 << (IFLA_STATS_LINK_64 - 1));
    }

    /** The link's index. */
    public int index() {
        return message.s32(4);
    }

    /** Its counters; {@code null} in a message without them. */
    public @Nullable Statistics counters() {
        Attributes.Attribute found = attributes.get(IFLA_STATS_LINK_64);
        return found == null ? null : new Statistics(found, 8);
    }
}
