package astray.collect.live;

import astray.collect.Gap;
import astray.facts.ConnectAttempt;
import astray.facts.Frame;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Ping;
import astray.facts.Trace;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.probe.EchoAsk;
import astray.probe.EchoReport;
import astray.probe.Egress;
import astray.probe.NeighbourAsk;
import astray.probe.NeighbourReport;
import astray.probe.Pending;
import astray.probe.Probes;
import astray.probe.TcpAsk;
import astray.probe.TcpReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One round of probes, all under way at the same time, and what they say as facts. */
final class Asking {
    private static final long CONNECT_MILLIS = 1_500;

    /** From a service that speaks first, and from one of which nothing is known: it may hang up at once. */
    private static final long GREETING_MILLIS = 2_500;

    private static final long HANGING_UP_MILLIS = 250;

    /** FTP, SSH, telnet, SMTP, POP3, NNTP, IMAP, submission, MySQL, VNC: the server has the first word. */
    private static final Set<Integer> GREETS =
            Set.of(21, 22, 23, 25, 110, 119, 143, 220, 465, 587, 2121, 2222, 2525, 3306, 5900);

    private final Probes round = new Probes();
    private final String word;
    private final List<Pending<TcpReport>> connections = new ArrayList<>();
    private final List<Pending<EchoReport>> echoes = new ArrayList<>();
    private final List<List<Pending<EchoReport>>> traces = new ArrayList<>();
    private final List<Pending<NeighbourReport>> neighbours = new ArrayList<>();

    /** About a target, in the user's words. */
    Asking(String word) {
        this.word = word;
    }

    void connect(IpAddress address, int port, Egress egress) {
        long greeting = GREETS.contains(port) ? GREETING_MILLIS : HANGING_UP_MILLIS;
        connections.add(round.add(new TcpAsk(address, port, egress, CONNECT_MILLIS, greeting)));
    }

    void echo(IpAddress address, int count, long waitMillis) {
        echoes.add(round.add(new EchoAsk(address, Egress.ANY, 0, count, 120, waitMillis)));
    }

    /** Asks who forwards: packets that may go so far and no further, of each length from the first to the last. */
    void hops(IpAddress address, int first, int last, int count) {
        List<Pending<EchoReport>> trace = new ArrayList<>();
        for (int hop = first; hop <= last; hop++) {
            trace.add(round.add(new EchoAsk(address, Egress.ANY, hop, count, 120, 500)));
        }
        traces.add(trace);
    }

    void neighbour(String dev, IpAddress address, @Nullable IpAddress own) {
        neighbours.add(round.add(new NeighbourAsk(dev, address, own, 3, 150, 300)));
    }

    /** An interface on which link-layer addresses are asked for. */
    static boolean resolves(@Nullable Link link) {
        return link != null
                && !link.isLoopback()
                && "ether".equals(link.linkType())
                && !link.flags().contains("NOARP")
                && Boolean.TRUE.equals(link.carrier());
    }

    /** Sends all of it and waits; then adds what came to the ledger. */
    Answers run(Ledger ledger) throws ErrnoException {
        round.run();
        List<TcpReport> tried = new ArrayList<>();
        Ledger.Block connects = ledger.block("connect");
        for (Pending<TcpReport> pending : connections) {
            TcpReport report = pending.report();
            ConnectAttempt fact = fact(report);
            if (fact == null) {
                ledger.gap(
                        Gap.What.PEER_ANSWER,
                        report.ask().address().toString(),
                        Gap.Why.FAILED,
                        report.errno() == null ? "" : report.errno().text());
                continue;
            }
            tried.add(report);
            connects.add(fact, words(report, fact));
        }
        List<Ping> pings = new ArrayList<>();
        Ledger.Block pinged = ledger.block("ping");
        for (Pending<EchoReport> pending : echoes) {
            EchoReport report = pending.report();
            Ping fact = report.fact(report.ask().address().toString());
            pings.add(fact);
            pinged.add(fact, words(fact));
        }
        for (List<Pending<EchoReport>> hops : traces) {
            Trace trace =
                    EchoReport.trace(word, hops.stream().map(Pending::report).toList());
            // where echoes come back nobody need be looked for, and routers may keep silent about the hops
            boolean lost = pings.stream().noneMatch(p -> Objects.equals(p.address(), trace.address()) && answered(p));
            if (lost) {
                ledger.block("traceroute").add(trace, words(trace));
            }
        }
        Ledger.Block asked = ledger.block("arping");
        List<NeighbourReport> answers = new ArrayList<>();
        for (Pending<NeighbourReport> pending : neighbours) {
            NeighbourReport report = pending.report();
            if (report.errno() != null) {
                if (report.errno().equals(Errno.EPERM)) {
                    ledger.refused(Gap.What.PEER_ANSWER, report.ask().address().toString(), report.errno());
                }
                continue;
            }
            answers.add(report);
            for (Frame frame : report.facts()) {
                asked.add(frame, words(frame));
            }
        }
        List<EchoReport> reports = echoes.stream().map(Pending::report).toList();
        return new Answers(tried, pings, reports, answers);
    }

    private static boolean answered(Ping ping) {
        return ping.received() != null && ping.received() > 0;
    }

    /** What came back. */
    record Answers(List<TcpReport> tried, List<Ping> pings, List<EchoReport> echoes, List<NeighbourReport> neighbours) {

        /** Whether any connection opened and was good for something. */
        boolean works() {
            for (TcpReport report : tried) {
                if (report.opened()) {
                    return true;
                }
            }
            return false;
        }

        /** Whether somebody said no to a connection, in the target's name. */
        boolean refused() {
            return tried.stream().anyMatch(t -> t.outcome() == ConnectAttempt.Outcome.REFUSED);
        }

        /** Whether an echo came back. */
        boolean echoed() {
            return pings.stream().anyMatch(Asking::answered);
        }

        /** Whether a packet that may go as far as any died of age on the way: it went in a circle. */
        boolean circled() {
            return echoes.stream().anyMatch(e -> e.ask().hops() == 0 && e.router() != null);
        }
    }

    /** A service that need not speak first has not failed by being silent. */
    private static @Nullable ConnectAttempt fact(TcpReport report, String word) {
        ConnectAttempt fact = report.fact(word);
        if (fact != null
                && fact.outcome() == ConnectAttempt.Outcome.SILENT
                && !GREETS.contains(report.ask().port())) {
            return new ConnectAttempt(
                    fact.tool(),
                    fact.target(),
                    fact.address(),
                    fact.port(),
                    ConnectAttempt.Outcome.CONNECTED,
                    fact.source(),
                    fact.banner(),
                    fact.errorFrom());
        }
        return fact;
    }

    private @Nullable ConnectAttempt fact(TcpReport report) {
        return fact(report, word);
    }

    private static String words(TcpReport report, ConnectAttempt fact) {
        StringBuilder text = new StringBuilder("connect to ")
                .append(report.ask().address())
                .append(" port ")
                .append(report.ask().port());
        if (report.ask().egress().source() != null) {
            text.append(" from ").append(report.ask().egress().source());
        }
        text.append(": ");
        text.append(
                switch (fact.outcome()) {
                    case CONNECTED -> fact.banner() == null ? "connected" : "connected, " + fact.banner();
                    case SILENT -> "connected, and then not a word";
                    case CLOSED -> "connected, and closed at once";
                    case RESET -> "connected, and reset";
                    case TIMED_OUT -> "no answer within " + CONNECT_MILLIS + " ms";
                    default ->
                        report.errno() == null
                                ? fact.outcome().name()
                                : report.errno().text();
                });
        if (fact.errorFrom() != null) {
            text.append(" (said by ").append(fact.errorFrom()).append(')');
        }
        return text.toString();
    }

    private static String words(Ping ping) {
        StringBuilder text = new StringBuilder("ping ").append(ping.target()).append(": ");
        text.append(ping.transmitted())
                .append(" packets transmitted, ")
                .append(ping.received())
                .append(" received");
        for (Ping.Complaint complaint : ping.errors()) {
            text.append("; ").append(complaint.from() == null ? "" : "From " + complaint.from() + " ");
            text.append(complaint.text());
        }
        return text.toString();
    }

    private static String words(Trace trace) {
        StringBuilder text = new StringBuilder("traceroute to ").append(trace.target());
        for (Hop hop : trace.hops()) {
            text.append('\n').append(hop.ttl()).append("  ");
            text.append(hop.answered() ? String.valueOf(hop.address()) : "*");
        }
        return text.toString();
    }

    private static String words(Frame frame) {
        if (!(frame.body() instanceof Frame.Resolution resolution)) {
            return "";
        }
        return resolution.reply()
                ? resolution.about().where() + " is-at " + resolution.lladdr() + " on " + frame.dev()
                : "who-has " + resolution.about().where() + " on " + frame.dev();
    }
}
