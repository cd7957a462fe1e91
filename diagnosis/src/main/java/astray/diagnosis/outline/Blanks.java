package astray.diagnosis.outline;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import astray.diagnosis.book.Host;
import astray.diagnosis.cause.Shell;
import astray.diagnosis.model.Filters;
import astray.diagnosis.model.Grounds;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Coverage;
import astray.facts.DockerNetwork;
import astray.facts.FilterPresence;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Route;
import astray.facts.Rule;
import astray.facts.Watch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was not shown, why that matters, and the commands that would show it. Of a running machine all was looked at, or
 * its gaps are told beside this with their reasons; what is not known there is of the other machines.
 */
public final class Blanks {
    private final Scene scene;
    private final boolean open;
    private final List<Verdict.Unknown> unknown = new ArrayList<>();
    private final List<Verdict.NextStep> next = new ArrayList<>();

    /** Looks for them. */
    public Blanks(Scene scene, List<Finding> findings) {
        this.scene = scene;
        // once it was seen to work, there is nothing to look for
        open = findings.isEmpty() && !scene.symptoms().works();
        Question question = scene.question();
        if (question.address() == null && question.name() == null && question.peer() == null) {
            unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_QUESTION), Phrase.of(Say.BECAUSE_NOT_SAID)));
            next.add(new Verdict.NextStep(
                    "localhost", "astray case PATH --peer ADDRESS --to HOST:PORT", Phrase.of(Say.NEXT_SAY)));
            return;
        }
        if (question.address() == null && isLive(scene.asker())) {
            // a name that leads nowhere: there is no other machine to look at
            return;
        }
        IpAddress peer = question.peer();
        Leg reply = scene.reply();
        if (reply != null) {
            ofTarget(reply, findings);
        } else if (scene.target() == null || findings.isEmpty()) {
            boolean live = isLive(scene.asker());
            unknown.add(new Verdict.Unknown(
                    Phrase.of(Say.BLANK_TARGET, scene.targetName()),
                    Phrase.of(live ? Say.BECAUSE_ELSEWHERE : Say.BECAUSE_NOT_SHOWN)));
            if (!scene.symptoms().works()) {
                next.add(new Verdict.NextStep(
                        scene.targetName(),
                        live && peer != null
                                ? "astray from " + peer + (question.port() == null ? "" : " --port " + question.port())
                                : (peer == null ? "" : "ip route get " + peer + "; ")
                                        + "ip addr; ip rule; ip route show table all; ss -ltn",
                        Phrase.of(Say.NEXT_ASK_TARGET)));
            }
        }
        Leg request = scene.request();
        for (Leg leg : scene.legs()) {
            if (leg.vrf() != null) {
                unknown.add(new Verdict.Unknown(
                        Phrase.of(Say.BLANK_VRF, leg.vrf(), scene.nameOf(leg)), Phrase.of(Say.BECAUSE_NOT_READ)));
            }
            for (Grounds<Rule> rule : leg.routing().depending(leg.flow())) {
                unknown.add(new Verdict.Unknown(
                        Phrase.of(Say.BLANK_RULE, rule.fact().priority(), scene.nameOf(leg)),
                        Phrase.of(Say.BECAUSE_DEPENDS)));
            }
        }
        boolean itself =
                peer != null && (peer.isLoopback() || peer.equals(question.address())) && isLive(scene.target());
        if (request == null || request.model().routes().isEmpty()) {
            if (!itself) {
                ofAsker();
            }
        } else if (isLive(request.model().host()) && !filterShown(request.model())) {
            ofFiltersInPlace(request.model(), scene.nameOf(request));
            if (open && Filters.mayTurnUnseen(request.model().host())) {
                next.addFirst(firewall(scene.nameOf(request)));
            }
        }
    }

    private void ofTarget(Leg reply, List<Finding> findings) {
        HostModel model = reply.model();
        String host = scene.nameOf(reply);
        IpAddress peer = reply.flow().destination();
        boolean tableShown = model.shown(Coverage.Topic.ROUTES, reply.family(), Route.MAIN);
        boolean live = isLive(model.host());
        if (!live && (!tableShown || !model.rulesShown())) {
            unknown.add(new Verdict.Unknown(
                    Phrase.of(
                            tableShown
                                    ? Say.BLANK_RULES
                                    : model.rulesShown() ? Say.BLANK_ROUTES : Say.BLANK_ROUTES_RULES,
                            host),
                    Phrase.of(Say.BECAUSE_NOT_SHOWN)));
            next.add(new Verdict.NextStep(host, "ip route get " + peer, Phrase.of(Say.NEXT_KERNELS_CHOICE)));
            next.add(new Verdict.NextStep(host, "ip rule; ip route show table all", Phrase.of(Say.NEXT_TABLES)));
        }
        if (model.addresses().isEmpty()
                && model.host().of(Frame.class).stream().anyMatch(f -> f.fact().dev() == null)) {
            next.add(new Verdict.NextStep(host, "ip addr", Phrase.of(Say.NEXT_CAPTURE_NAMES)));
        }
        for (Finding finding : findings) {
            Object dev = finding.subject().get("interface");
            if (finding.id() == CauseId.ROUTE_CAPTURED
                    && dev instanceof String name
                    && name.startsWith("br-")
                    && model.host().of(DockerNetwork.class).stream()
                            .noneMatch(n -> n.fact().bridgeName().equals(name))) {
                unknown.add(new Verdict.Unknown(
                        Phrase.of(Say.BLANK_DOCKER_OWNER, name),
                        Phrase.of(live ? Say.BECAUSE_DOCKER_SILENT : Say.BECAUSE_NOT_SHOWN)));
                next.add(new Verdict.NextStep(
                        host,
                        "docker network inspect " + Shell.word(name.substring(3)),
                        Phrase.of(Say.NEXT_DOCKER_OWNER, name)));
            }
        }
        if (open) {
            ofTargetUndecided(model, host);
        }
        if (filterShown(model)) {
            if (findings.isEmpty()) {
                unknown.add(new Verdict.Unknown(
                        Phrase.of(Say.BLANK_FIREWALL_MEANING, host), Phrase.of(Say.BECAUSE_NOT_REASONED)));
            }
        } else if (live) {
            ofFiltersInPlace(model, host);
        } else {
            unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_FIREWALL, host), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
        }
        if (open && !filterShown(model) && Filters.on(model.host()) != Filters.NONE) {
            next.add(firewall(host));
        }
    }

    private static Verdict.NextStep firewall(String host) {
        return new Verdict.NextStep(host, "nft list ruleset; iptables-save", Phrase.of(Say.NEXT_FIREWALL));
    }

    private static boolean filterShown(HostModel model) {
        return !model.coverageOf(Coverage.Topic.FIREWALL_IPTABLES).isEmpty()
                || !model.coverageOf(Coverage.Topic.FIREWALL_NFT).isEmpty();
    }

    /** What is in place on a running machine and may stop packets, though nobody read what it does. */
    private void ofFiltersInPlace(HostModel model, String host) {
        for (FilterPresence.Kind kind : FilterPresence.Kind.values()) {
            if (model.host().of(FilterPresence.class).stream()
                    .anyMatch(f -> f.fact().kind() == kind && f.fact().present())) {
                Phrase what = switch (kind) {
                    case NFTABLES, XTABLES -> Phrase.of(Say.BLANK_FIREWALL, host);
                    case TC -> Phrase.of(Say.GAP_TRAFFIC_CONTROL);
                    case XDP -> Phrase.of(Say.BLANK_XDP, host);
                    case CGROUP_BPF -> Phrase.of(Say.GAP_CGROUP_PROGRAMS);
                    case XFRM -> Phrase.of(Say.GAP_IPSEC);
                };
                Verdict.Unknown told = new Verdict.Unknown(what, Phrase.of(Say.BECAUSE_IN_PLACE));
                if (!unknown.contains(told)) {
                    unknown.add(told);
                }
            }
        }
    }

    private void ofTargetUndecided(HostModel model, String host) {
        Integer port = scene.question().port();
        boolean live = isLive(model.host());
        if (model.sockets().isEmpty() && !live) {
            unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_LISTENERS, host), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
            next.add(new Verdict.NextStep(host, "ss -ltnp", Phrase.of(Say.NEXT_LISTENERS)));
        }
        if (scene.requestSeenAtTarget() == null) {
            if (!live) {
                unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_ARRIVAL, host), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
            } else if (!model.coverageOf(Coverage.Topic.CAPTURE).isEmpty()) {
                unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_ARRIVAL, host), Phrase.of(Say.BECAUSE_NONE_CAME)));
            }
            IpAddress peer = scene.question().peer();
            next.add(new Verdict.NextStep(
                    host,
                    "tcpdump -ni any host " + (peer == null ? "PEER" : peer)
                            + (port == null ? "" : " and port " + port),
                    Phrase.of(Say.NEXT_CAPTURE)));
        }
    }

    private void ofAsker() {
        unknown.add(new Verdict.Unknown(
                Phrase.of(Say.BLANK_ASKER, scene.askerName()),
                Phrase.of(isLive(scene.target()) ? Say.BECAUSE_ELSEWHERE : Say.BECAUSE_NOT_SHOWN)));
        if (open) {
            String target = scene.question().address() == null
                    ? scene.targetName()
                    : scene.question().address().toString();
            next.add(new Verdict.NextStep(
                    scene.askerName(),
                    isLive(scene.target())
                            ? "astray to " + withPort(target, scene.question().port())
                            : "ip route get " + Shell.word(target) + "; ip neigh; traceroute -n " + Shell.word(target),
                    Phrase.of(Say.NEXT_ASK_ASKER)));
        }
    }

    private static String withPort(String target, @Nullable Integer port) {
        if (port == null) {
            return Shell.word(target);
        }
        return Shell.word((target.indexOf(':') < 0 ? target : "[" + target + "]") + ":" + port);
    }

    /** Whether Astray runs on the host: then it can run on the other too. */
    private static boolean isLive(@Nullable Host host) {
        return host != null && !host.of(Watch.class).isEmpty();
    }

    /** What was not shown. */
    public List<Verdict.Unknown> unknown() {
        return unknown;
    }

    /** What to type to see it. */
    public List<Verdict.NextStep> next() {
        return next;
    }
}
