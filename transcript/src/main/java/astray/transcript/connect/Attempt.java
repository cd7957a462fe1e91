package astray.transcript.connect;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.transcript.Line;
import astray.transcript.Sink;
import org.jspecify.annotations.Nullable;

/** A try to connect of which the lines read so far tell a part. */
final class Attempt {
    final Quote quote = new Quote();

    @Nullable
    String target;

    @Nullable
    IpAddress address;

    @Nullable
    Integer port;

    @Nullable
    Outcome outcome;

    /** Says where it leads; what is already known stays. */
    Attempt to(@Nullable String host, @Nullable IpAddress shown, @Nullable Integer number) {
        if (target == null) {
            target = host;
        }
        if (address == null) {
            address = shown != null ? shown : Literals.address(target);
        }
        if (port == null) {
            port = number;
        }
        return this;
    }

    /** Says how it ended. */
    Attempt ended(Outcome how) {
        outcome = how;
        return this;
    }

    /** Adds a line that tells of it. */
    Attempt by(Line line) {
        quote.add(line);
        return this;
    }

    /** Hands it on, with the name's address where both were shown. Without an outcome there is nothing to tell. */
    void give(String tool, ConnectTarget fallback, Sink sink) {
        if (outcome == null) {
            return;
        }
        boolean shown = target != null;
        to(fallback.host(), null, fallback.port());
        quote.prove(new ConnectAttempt(tool, target, address, port, outcome), sink);
        if (shown && target != null && address != null && Literals.name(target)) {
            quote.prove(new NameMapping(target, address, tool), sink);
        }
    }
}
