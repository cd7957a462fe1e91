package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.Observation;
import astray.facts.Origin;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Listing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a live host, with where it was seen: each listing is a block of its own, as it would be in a text, and
 * each fact is quoted as the classic tool would print it. May be written by several threads.
 */
public final class Ledger {
    /** What stands for the document in origins of a live host. */
    public static final String LIVE = "live";

    private final String host;
    private final List<Observation<?>> seen = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int blocks;

    /** An empty one for a host. */
    public Ledger(String host) {
        this.host = host;
    }

    /** An empty one for a host of which more was seen already: its blocks are others than those. */
    public Ledger(String host, List<Observation<?>> before) {
        this.host = host;
        before.forEach(one -> blocks = Math.max(blocks, one.origin().block()));
    }

    /** The host's name. */
    public String host() {
        return host;
    }

    /** One command's worth of facts. */
    public final class Block {
        private final String source;
        private final int number;

        private Block(String source, int number) {
            this.source = source;
            this.number = number;
        }

        /** Adds a fact with the words to quote. */
        public Block add(Fact fact, String text) {
            synchronized (Ledger.this) {
                seen.add(new Observation<>(fact, new Origin(host, source, LIVE, 0, number, printable(text))));
            }
            return this;
        }

        /** Adds that everything within these bounds was listed. */
        public Block whole(Coverage.Topic topic, @Nullable Family family, @Nullable String selector) {
            return add(new Coverage(topic, family, selector, true), source);
        }
    }

    /** Begins a block of what a command would show. */
    public synchronized Block block(String source) {
        return new Block(source, ++blocks);
    }

    /** Adds something that could not be looked at. */
    public synchronized void gap(Gap.What what, String where, Gap.Why why, String detail) {
        Gap gap = new Gap(what, printable(where), why, printable(detail));
        if (!gaps.contains(gap)) {
            gaps.add(gap);
        }
    }

    /** Adds something that the system refused. */
    public void refused(Gap.What what, String where, Errno errno) {
        gap(what, where, why(errno), errno.text());
    }

    /** Adds something that the system refused. */
    public void refused(Gap.What what, String where, ErrnoException failed) {
        refused(what, where, failed.errno());
    }

    /** Whether a listing is all there is; where it is not, that is added as a gap. */
    public boolean isWhole(Listing listing, Gap.What what, String where) {
        Answer.Refused refusal = listing.refusal();
        if (refusal != null) {
            gap(what, where, why(refusal.errno()), refusal.text());
            return false;
        }
        if (listing.interrupted()) {
            gap(what, where, Gap.Why.NO_TIME, "");
            return false;
        }
        return true;
    }

    private static Gap.Why why(Errno errno) {
        if (errno.equals(Errno.EPERM) || errno.equals(Errno.EACCES)) {
            return Gap.Why.NOT_PERMITTED;
        }
        return errno.equals(Errno.ENOENT) ? Gap.Why.NOT_THERE : Gap.Why.FAILED;
    }

    /** All facts so far. */
    public synchronized List<Observation<?>> seen() {
        return List.copyOf(seen);
    }

    /** All gaps so far. */
    public synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    private static String printable(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) == '\n' || !Character.isISOControl(text.charAt(i)))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        for (i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            printable.append(c == '\t' ? ' ' : c != '\n' && Character.isISOControl(c) ? '?' : c);
        }
        return printable.toString();
    }
}
