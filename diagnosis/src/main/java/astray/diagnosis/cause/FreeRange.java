package astray.diagnosis.cause;

import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.DockerNetwork;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds a range that nothing in the case uses. */
final class FreeRange {
    private static final int LENGTH = 24;

    private FreeRange() {}

    /** The prefixes in use anywhere in the case: on links, in routes that are no default, of Docker networks. */
    static Set<Prefix> used(Scene scene) {
        Set<Prefix> used = new LinkedHashSet<>();
        for (Observation<Address> seen : scene.book().of(Address.class)) {
            used.add(seen.fact().prefix());
        }
        for (Observation<Route> seen : scene.book().of(Route.class)) {
            if (seen.fact().destination().length() >= 8) {
                used.add(seen.fact().destination());
            }
        }
        for (Observation<DockerNetwork> seen : scene.book().of(DockerNetwork.class)) {
            used.addAll(seen.fact().subnets());
        }
        return used;
    }

    /** A free /24 of private IPv4 space, away from Docker's own ranges and from the question's two ends. */
    static Prefix pick(Scene scene) {
        Set<Prefix> used = used(scene);
        for (int second = 213; second > 100; second--) {
            Prefix candidate = new Prefix(IpAddress.v4(10 << 24 | second << 16), LENGTH);
            boolean free = used.stream().noneMatch(candidate::overlaps);
            if (free && !holdsAnEnd(scene, new Prefix(candidate.address(), 16))) {
                return candidate;
            }
        }
        return new Prefix(IpAddress.v4(100 << 24 | 64 << 16), LENGTH);
    }

    private static boolean holdsAnEnd(Scene scene, Prefix candidate) {
        IpAddress peer = scene.question().peer();
        IpAddress address = scene.question().address();
        return peer != null && peer.family() == Family.INET && candidate.contains(peer)
                || address != null && candidate.contains(address);
    }
}
