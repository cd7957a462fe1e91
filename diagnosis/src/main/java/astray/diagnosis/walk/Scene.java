package astray.diagnosis.walk;

import astray.diagnosis.Direction;
import astray.diagnosis.Question;
import astray.diagnosis.ask.Situation;
import astray.diagnosis.ask.Symptoms;
import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Cast;
import astray.diagnosis.book.Host;
import astray.diagnosis.model.Flow;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.time.Calendar;
import astray.diagnosis.wire.Wire;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a cause may look at: the facts, the question, and the two legs of the packet's way. */
public final class Scene {
    private final Casebook book;
    private final Cast cast;
    private final Situation situation;
    private final Calendar calendar;
    private final @Nullable Leg request;
    private final @Nullable Leg reply;
    private final @Nullable HostModel targetModel;

    /** Walks both legs as far as their hosts were seen. */
    public Scene(Casebook book, Cast cast, Situation situation, Calendar calendar) {
        this.book = book;
        this.cast = cast;
        this.situation = situation;
        this.calendar = calendar;
        Question question = situation.question();
        request = leg(Direction.REQUEST, situation.asker(), question.peer(), question.address());
        reply = leg(Direction.REPLY, situation.target(), question.address(), question.peer());
        targetModel =
                reply != null ? reply.model() : situation.target() == null ? null : new HostModel(situation.target());
    }

    private @Nullable Leg leg(
            Direction direction, @Nullable Host host, @Nullable IpAddress source, @Nullable IpAddress destination) {
        if (host == null || destination == null) {
            return null;
        }
        HostModel model = new HostModel(host);
        Question question = situation.question();
        boolean asks = direction == Direction.REQUEST;
        return new Leg(
                direction,
                model,
                new Wire(book, host, model, source),
                new Flow(
                        source,
                        destination,
                        null,
                        question.protocol(),
                        asks ? null : question.port(),
                        asks ? question.port() : null));
    }

    /** All observations. */
    public Casebook book() {
        return book;
    }

    /** Who is who. */
    public Cast cast() {
        return cast;
    }

    /** The question. */
    public Question question() {
        return situation.question();
    }

    /** What the tries came to. */
    public Symptoms symptoms() {
        return situation.symptoms();
    }

    /** What turns printed times into dates. */
    public Calendar calendar() {
        return calendar;
    }

    /** The asking host. */
    public @Nullable Host asker() {
        return situation.asker();
    }

    /** The host that is asked. */
    public @Nullable Host target() {
        return situation.target();
    }

    /** The asker sending the request, where anything of it was seen. */
    public @Nullable Leg request() {
        return request;
    }

    /** The target sending the reply, where anything of it was seen. */
    public @Nullable Leg reply() {
        return reply;
    }

    /** The target as its facts show it, also where nobody is known to whom it should reply. */
    public @Nullable HostModel targetModel() {
        return targetModel;
    }

    /** The legs that can be walked, the reply first: that is where people do not look. */
    public List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        if (reply != null) {
            legs.add(reply);
        }
        if (request != null) {
            legs.add(request);
        }
        return legs;
    }

    /** The family of the question. */
    public Family family() {
        IpAddress address =
                question().address() != null ? question().address() : question().peer();
        return address == null ? Family.INET : address.family();
    }

    /** What a leg's host is called. */
    public String nameOf(Leg leg) {
        String name = leg.model().host().name();
        if (name != null) {
            return name;
        }
        IpAddress known = leg.direction() == Direction.REQUEST
                ? question().peer()
                : question().address();
        return known == null ? "localhost" : known.toString();
    }

    /** What the target is called. */
    public String targetName() {
        Host target = target();
        String name = target == null ? null : target.name();
        if (name != null) {
            return name;
        }
        if (question().name() != null) {
            return question().name();
        }
        return question().address() == null ? "?" : question().address().toString();
    }

    /** What the asker is called. */
    public String askerName() {
        if (question().peer() != null) {
            return question().peer().toString();
        }
        String name = asker() == null ? null : asker().name();
        return name == null ? "?" : name;
    }

    /** Whether nothing of a kind was seen of a host beyond what its clients printed. */
    public <F extends Fact> boolean sawNothing(@Nullable Host host, Class<F> kind) {
        return host == null || host.of(kind).isEmpty();
    }

    /** Whether requests of the peer were captured at the target. */
    public @Nullable Observation<astray.facts.Frame> requestSeenAtTarget() {
        return reply == null || question().peer() == null ? null : reply.arrival();
    }
}
