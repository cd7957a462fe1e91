package astray.transcript.path;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Ping;
import astray.facts.Ping.Complaint;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.connect.ErrnoWords;
import astray.transcript.connect.Literals;
import astray.transcript.connect.Operands;
import astray.transcript.connect.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a run of ping in the forms of iputils (old, new, Chinese), BSD, macOS and busybox, whole or cut. */
final class PingReader implements Reader {
    static final String TOOL = "ping";

    private static final String VALUED = "bcCdFGhiIklmMNopPQsStTwWzZ";
    private static final int MAX_COMPLAINTS = 20;
    private static final int QUOTED_REPLIES = 3;

    private final Sink sink;
    private final @Nullable Command command;
    private final Quote quote = new Quote();
    private final List<Complaint> complaints = new ArrayList<>();
    private @Nullable String target;
    private @Nullable IpAddress address;
    private @Nullable String answererName;
    private @Nullable IpAddress answerer;
    private @Nullable PingStatistics statistics;
    private boolean headed;
    private boolean ending;
    private int replies;
    private @Nullable IpAddress source;

    PingReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        this.command = command;
    }

    /** The target in the command's words: the last operand, since those before it are hops (ping -R). */
    static @Nullable String target(@Nullable Command command) {
        return new Operands(command, VALUED).last();
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text().strip();
        while (text.startsWith("^C")) {
            text = text.substring(2).strip();
        }
        if (text.isEmpty()) {
            return !line.isBlank() || (headed && !ending);
        }
        PingHeader header = PingHeader.parse(text);
        if (header != null) {
            end();
            headed = true;
            target = header.target();
            address = header.address();
            source = header.source();
            quote.add(line);
            return true;
        }
        String named = PingStatistics.title(text);
        if (named != null) {
            if (ending) {
                end();
            }
            ending = true;
            target = target == null ? named : target;
            quote.add(line);
            return true;
        }
        return ending ? statistics(line, text) : body(line, text);
    }

    private boolean statistics(Line line, String text) {
        PingStatistics more = PingStatistics.parse(text, statistics);
        if (more == null) {
            // "pipe 3" and "2 packets out of wait time" end a run that lost some
            return text.startsWith("pipe ") || text.endsWith(" packets out of wait time");
        }
        statistics = more;
        quote.add(line);
        return true;
    }

    private boolean body(Line line, String text) {
        PingReply reply = PingReply.parse(text);
        if (reply != null) {
            reply(line, reply);
            return true;
        }
        Complaint complaint = PingReply.complaint(text);
        if (complaint != null) {
            complain(line, complaint);
            return true;
        }
        if (text.startsWith("ping: ") || text.startsWith("ping6: ")) {
            own(line, text.substring(text.indexOf(' ') + 1));
            return true;
        }
        if (!headed && text.startsWith("connect: ") && ErrnoWords.outcome(text.substring(9)) != null) {
            own(line, text);
            return true;
        }
        return PingReply.noise(text, headed);
    }

    private void reply(Line line, PingReply reply) {
        if (replies == 0) {
            answererName = reply.name();
            answerer = reply.address();
        }
        if (replies++ < QUOTED_REPLIES) {
            quote.add(line);
        }
    }

    private void complain(Line line, Complaint complaint) {
        if (complaints.size() < MAX_COMPLAINTS && !complaints.contains(complaint)) {
            complaints.add(complaint);
            quote.add(line);
        }
    }

    /** What ping says in its own name: a name without an address, or an error of the own host. */
    private void own(Line line, String words) {
        String unresolved = unresolved(words);
        if (unresolved != null) {
            sink.fact(new ConnectAttempt(TOOL, unresolved, null, null, Outcome.NAME_UNRESOLVED), line);
        } else if (!words.startsWith("Warning") && !words.startsWith("WARNING")) {
            complain(line, new Complaint(null, words));
        }
    }

    private static @Nullable String unresolved(String words) {
        String[] openings = {"unknown host ", "bad address ", "cannot resolve "};
        for (String opening : openings) {
            if (words.startsWith(opening)) {
                String name = words.substring(opening.length()).replace("'", "").strip();
                int colon = name.indexOf(':');
                return colon < 0 ? name : name.substring(0, colon);
            }
        }
        int colon = words.lastIndexOf(": ");
        return colon > 0
                        && ErrnoWords.unresolved(words.substring(colon + 2))
                        && Literals.name(words.substring(0, colon))
                ? words.substring(0, colon)
                : null;
    }

    @Override
    public void end() {
        if (!quote.isEmpty()) {
            finish();
        }
        quote.clear();
        complaints.clear();
        target = null;
        address = null;
        source = null;
        answererName = null;
        answerer = null;
        statistics = null;
        headed = false;
        ending = false;
        replies = 0;
    }

    private void finish() {
        String asked = target != null ? target : target(command);
        if (asked == null && answerer != null) {
            asked = answererName != null ? answererName : answerer.toString();
        }
        if (asked == null && address != null) {
            asked = address.toString();
        }
        if (asked == null) {
            withoutTarget();
            return;
        }
        IpAddress to = address != null ? address : Literals.address(asked);
        if (to == null && !headed) {
            to = answerer;
        }
        PingStatistics end = statistics == null ? PingStatistics.NONE : statistics;
        quote.prove(
                new Ping(
                        asked,
                        to,
                        end.transmitted(),
                        end.received(),
                        end.lossPercent(),
                        end.averageMs(),
                        complaints,
                        source),
                sink);
        for (NameMapping mapping : ShownNames.of(asked, to, TOOL)) {
            quote.prove(mapping, sink);
        }
        if (answererName != null && !answererName.equals(asked)) {
            for (NameMapping mapping : ShownNames.of(answererName, answerer, TOOL)) {
                quote.prove(mapping, sink);
            }
        }
    }

    /** An error alone, without the command: the try is known, its target is not. */
    private void withoutTarget() {
        for (Complaint complaint : complaints) {
            int colon = complaint.text().lastIndexOf(": ");
            Outcome outcome = ErrnoWords.outcome(complaint.text().substring(colon < 0 ? 0 : colon + 2));
            if (complaint.from() == null && outcome != null) {
                quote.prove(new ConnectAttempt(TOOL, null, null, null, outcome), sink);
            }
        }
    }
}
