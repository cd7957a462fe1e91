package astray.transcript.connect;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads curl's words. Each address tried becomes one fact, with the host that only the last line may name. */
final class CurlReader implements Reader {
    static final String TOOL = "curl";

    private static final int MAX_TRIES = 16;

    private final Sink sink;
    private final ConnectTarget fallback;
    private final List<Attempt> tries = new ArrayList<>();
    private @Nullable String name;

    CurlReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        fallback = ConnectTarget.of(command);
    }

    /** The line without a progress meter that was written before it on the same line. */
    static String withoutMeter(String text) {
        if (text.startsWith("* ") || text.startsWith("curl: ")) {
            return text;
        }
        int error = text.indexOf("curl: (");
        int star = text.indexOf("* ");
        int cut = error > 0 ? error : star;
        return cut > 0 && CurlVerbose.transfer(text.substring(0, cut) + " ") ? text.substring(cut) : text;
    }

    @Override
    public boolean accept(Line line) {
        String text = withoutMeter(line.text());
        CurlVerbose verbose = CurlVerbose.parse(text);
        if (verbose != null) {
            verbose(line, verbose);
            return true;
        }
        CurlError error = CurlError.parse(text.strip());
        if (error != null) {
            error(line, error);
            end();
            return true;
        }
        return CurlVerbose.transfer(text);
    }

    private void verbose(Line line, CurlVerbose told) {
        switch (told.kind()) {
            case OTHER -> {}
            case RESOLVED -> name = told.host();
            case TRYING -> begin().to(name, told.address(), told.port()).by(line);
            case FAILED -> of(told).ended(outcome(told)).by(line);
            case CONNECTED -> {
                Attempt attempt = of(told).ended(Outcome.CONNECTED).by(line);
                attempt.to(told.host(), told.address(), told.port());
                // the addresses that did not open before were the same host's
                for (Attempt before : tries) {
                    if (told.port() != null && told.port().equals(before.port)) {
                        before.to(told.host(), null, null);
                    }
                }
            }
        }
    }

    private static Outcome outcome(CurlVerbose told) {
        return told.outcome() == null ? Outcome.CONNECTED : told.outcome();
    }

    /** The try of this address. */
    private Attempt of(CurlVerbose told) {
        for (Attempt attempt : tries.reversed()) {
            IpAddress address = attempt.address;
            if (attempt.outcome == null && address != null && address.equals(told.address())) {
                return attempt.to(null, null, told.port());
            }
        }
        return begin().to(null, told.address(), told.port());
    }

    private Attempt begin() {
        if (tries.size() == MAX_TRIES) {
            tries.removeFirst().give(TOOL, fallback, sink);
        }
        Attempt attempt = new Attempt();
        tries.add(attempt);
        return attempt;
    }

    private void error(Line line, CurlError error) {
        if (tries.isEmpty()) {
            begin();
        }
        for (Attempt attempt : tries) {
            attempt.to(error.host(), null, error.port());
            // without -v's reason the last line's counts; a reason of the address's own says more
            boolean opened = attempt.outcome == Outcome.CONNECTED;
            if (error.outcome() != null && (attempt.outcome == null || opened)) {
                attempt.ended(error.outcome());
            }
            attempt.by(line);
        }
    }

    @Override
    public void end() {
        for (Attempt attempt : tries) {
            attempt.give(TOOL, fallback, sink);
        }
        tries.clear();
    }
}
