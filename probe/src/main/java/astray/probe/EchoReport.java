package astray.probe;

import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Ping;
import astray.facts.Trace;
import astray.kernel.Errno;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of echo requests.
 *
 * @param ask the requests
 * @param means how they were sent
 * @param sent how many were
 * @param replies what came, in the order of coming
 * @param errno why this host's kernel refused to send: ENETUNREACH without a route, EPERM where a filter of its own
 *     drops it; {@code null} when it did send
 */
public record EchoReport(
        EchoAsk ask,
        Means means,
        int sent,
        List<Reply> replies,
        @Nullable Errno errno) {

    /** What stands for an echo request. */
    public enum Means {
        /** An echo request of ICMP or ICMPv6. */
        ICMP,
        /**
         * A UDP packet to a port that nobody uses, since this process may send no echo request: a host answers it with
         * "port unreachable".
         */
        UDP
    }

    /**
     * An answer, or an error.
     *
     * @param sequence which request it is about, from 1
     * @param from who sent it
     * @param error the error; {@code null} for an answer of the host itself
     * @param micros the round trip time in microseconds
     * @param hops the time to live, or hop limit, that an answer arrived with; -1 for an error
     */
    public record Reply(
            int sequence, IpAddress from, @Nullable IcmpNotice error, long micros, int hops) {}

    /** Copies the list. */
    public EchoReport {
        replies = List.copyOf(replies);
    }

    /** How many requests the host itself answered. */
    public int answered() {
        int answered = 0;
        for (int sequence = 1; sequence <= sent; sequence++) {
            boolean found = false;
            for (Reply reply : replies) {
                found |= reply.sequence() == sequence && reply.error() == null;
            }
            answered += found ? 1 : 0;
        }
        return answered;
    }

    /** The first error that somebody sent; {@code null} for none. */
    public @Nullable IcmpNotice error() {
        for (Reply reply : replies) {
            if (reply.error() != null) {
                return reply.error();
            }
        }
        return null;
    }

    /** Who said that the time to live ended there, and so forwards; {@code null} for nobody. */
    public @Nullable IpAddress router() {
        for (Reply reply : replies) {
            if (reply.error() != null && reply.error().timeExceeded()) {
                return reply.from();
            }
        }
        return null;
    }

    /**
     * The fact in it.
     *
     * @param target the target in the user's words
     */
    public Ping fact(String target) {
        List<Ping.Complaint> complaints = new ArrayList<>();
        double sum = 0;
        int times = 0;
        for (Reply reply : replies) {
            if (reply.error() != null) {
                complaints.add(new Ping.Complaint(
                        reply.from().toString(), reply.error().text()));
            } else {
                sum += reply.micros() / 1000.0;
                times++;
            }
        }
        if (errno != null) {
            complaints.add(new Ping.Complaint(null, errno.text()));
        }
        int answered = answered();
        return new Ping(
                target,
                ask.address(),
                sent,
                answered,
                sent == 0 ? null : 100.0 * (sent - answered) / sent,
                times == 0 ? null : sum / times,
                complaints,
                ask.egress().source());
    }

    /**
     * The path that requests to one host with a rising time to live show. The hops behind the first that the host itself
     * answered are left out.
     *
     * @param target the target in the user's words
     * @param reports at least one
     */
    public static Trace trace(String target, List<EchoReport> reports) {
        List<Hop> hops = new ArrayList<>();
        for (EchoReport report : reports) {
            List<Hop.Probe> probes = new ArrayList<>();
            for (int sequence = 1; sequence <= report.sent; sequence++) {
                probes.add(report.probe(sequence));
            }
            hops.add(new Hop(report.ask.hops(), probes, null));
            if (report.answered() > 0) {
                break;
            }
        }
        return new Trace(
                "echo",
                target,
                reports.getFirst().ask.address(),
                reports.getLast().ask.hops(),
                null,
                null,
                hops);
    }

    private Hop.Probe probe(int sequence) {
        for (Reply reply : replies) {
            if (reply.sequence() == sequence) {
                IcmpNotice error = reply.error();
                return new Hop.Probe(
                        reply.from(),
                        null,
                        Duration.ofNanos(reply.micros() * 1000),
                        error == null || error.timeExceeded() ? null : error.mark());
            }
        }
        return Hop.Probe.SILENT;
    }
}
