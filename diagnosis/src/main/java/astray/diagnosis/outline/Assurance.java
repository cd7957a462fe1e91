package astray.diagnosis.outline;

import astray.diagnosis.model.Filters;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.model.Publication;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Ingress;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Socket;

/**
 * Whether a running target, of which all that decides was seen, is reachable as far as it is concerned although nobody
 * was seen to reach it: the walk passes, the service listens, no filter is in place, and nothing speaks against it. A
 * text proves no such thing: it may be old, or leave something out.
 */
public final class Assurance {
    /** What would have moved if something had come in and got lost here. */
    private static final String[] AGAINST = {
        "TcpExtIPReversePathFilter",
        "TcpExtListenOverflows",
        "TcpExtListenDrops",
        "TcpExtTCPSynRetrans",
        "IpInAddrErrors",
        "IpInDiscards",
        "IpOutNoRoutes",
        "IpExtInNoRoutes",
        "TcpRetransSegs"
    };

    private Assurance() {}

    /** Whether the target can be said to be reachable. */
    public static boolean holds(Scene scene) {
        Leg leg = scene.reply();
        if (leg == null || leg.model().watch() == null || scene.symptoms().fails()) {
            return false;
        }
        IpAddress own = scene.question().address();
        boolean called = own != null
                && (own.isLinkLocal() == leg.flow().destination().isLinkLocal() || own.family() == Family.INET);
        return called && passes(leg) && wasSeenWhole(leg) && listens(scene, leg) && nothingAgainst(leg);
    }

    private static boolean passes(Leg leg) {
        boolean leaves = leg.fate() instanceof Fate.Sent sent && sent.sure() && sent.leaves();
        boolean itself = leg.fate() instanceof Fate.ToItself
                && leg.flow().destination().equals(leg.flow().source());
        String arrival = leg.arrivalDev();
        boolean admitted = arrival != null && Ingress.at(leg, arrival).admission() == Ingress.Admission.ADMITTED;
        return itself || leaves && admitted;
    }

    private static boolean wasSeenWhole(Leg leg) {
        HostModel model = leg.model();
        return model.shown(Coverage.Topic.LINKS, null, null)
                && model.shown(Coverage.Topic.ADDRESSES, leg.family(), null)
                && model.shown(Coverage.Topic.RULES, leg.family(), null)
                && model.shown(Coverage.Topic.ROUTES, leg.family(), astray.facts.Route.MAIN)
                && Filters.on(model.host()) == Filters.NONE;
    }

    private static boolean listens(Scene scene, Leg leg) {
        Integer port = scene.question().port();
        IpAddress address = scene.question().address();
        if (port == null) {
            return true;
        }
        if (Publication.of(leg.model(), scene.question().protocol(), port) != null) {
            return false;
        }
        for (Observation<Socket> seen : leg.model().sockets()) {
            Socket socket = seen.fact();
            IpAddress bound = socket.local().address();
            boolean serves = bound == null
                    || bound.isAny() && (bound.family() == leg.family() || bound.family() == Family.INET6)
                    || bound.equals(address);
            if (socket.listening() && port.equals(socket.local().port()) && serves) {
                return true;
            }
        }
        return false;
    }

    /** Nothing came in that was not answered, and no counter of drops moved. */
    private static boolean nothingAgainst(Leg leg) {
        if (leg.arrival() != null && leg.wire().departure(leg.flow().destination()) == null) {
            return false;
        }
        for (String counter : AGAINST) {
            if (leg.model().moved(counter) != null) {
                return false;
            }
        }
        return true;
    }
}
