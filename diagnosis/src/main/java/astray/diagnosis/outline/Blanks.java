package astray.diagnosis.outline;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import astray.diagnosis.book.Host;
import astray.diagnosis.cause.Shell;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Coverage;
import astray.facts.DockerNetwork;
import astray.facts.IpAddress;
import astray.facts.Route;
import astray.facts.Watch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was not shown, why that matters, and the commands that would show it. */
public final class Blanks {
    private final Scene scene;
    private final List<Verdict.Unknown> unknown = new ArrayList<>();
    private final List<Verdict.NextStep> next = new ArrayList<>();

    /** Looks for them. */
    public Blanks(Scene scene, List<Finding> findings) {
        this.scene = scene;
        Question question = scene.question();
        if (question.address() == null && question.name() == null && question.peer() == null) {
            unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_QUESTION), Phrase.of(Say.BECAUSE_NOT_SAID)));
            next.add(new Verdict.NextStep(
                    "localhost", "astray case PATH --peer ADDRESS --to HOST:PORT", Phrase.of(Say.NEXT_SAY)));
            return;
        }
        Leg reply = scene.reply();
        if (reply != null) {
            ofTarget(reply, findings);
        } else if (scene.target() == null || findings.isEmpty()) {
            unknown.add(new Verdict.Unknown(
                    Phrase.of(Say.BLANK_TARGET, scene.targetName()), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
            IpAddress peer = question.peer();
            next.add(new Verdict.NextStep(
                    scene.targetName(),
                    isLive(scene.asker()) && peer != null
                            ? "astray from " + peer + (question.port() == null ? "" : " --port " + question.port())
                            : (peer == null ? "" : "ip route get " + peer + "; ")
                                    + "ip addr; ip rule; ip route show table all; ss -ltn",
                    Phrase.of(Say.NEXT_ASK_TARGET)));
        }
        if (scene.request() == null || scene.request().model().routes().isEmpty()) {
            ofAsker(findings);
        }
    }

    private void ofTarget(Leg reply, List<Finding> findings) {
        HostModel model = reply.model();
        String host = scene.nameOf(reply);
        IpAddress peer = reply.flow().destination();
        boolean tableShown = model.shown(Coverage.Topic.ROUTES, reply.family(), Route.MAIN);
        if (!tableShown || !model.rulesShown()) {
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
        for (Finding finding : findings) {
            Object dev = finding.subject().get("interface");
            if (finding.id() == CauseId.ROUTE_CAPTURED
                    && dev instanceof String name
                    && name.startsWith("br-")
                    && model.host().of(DockerNetwork.class).stream()
                            .noneMatch(n -> n.fact().bridgeName().equals(name))) {
                unknown.add(
                        new Verdict.Unknown(Phrase.of(Say.BLANK_DOCKER_OWNER, name), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
                next.add(new Verdict.NextStep(
                        host,
                        "docker network inspect " + Shell.word(name.substring(3)),
                        Phrase.of(Say.NEXT_DOCKER_OWNER, name)));
            }
        }
        if (findings.isEmpty()) {
            ofTargetUndecided(model, host);
        }
        if (!filterShown(model)) {
            unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_FIREWALL, host), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
            if (findings.isEmpty()) {
                next.add(new Verdict.NextStep(host, "nft list ruleset; iptables-save", Phrase.of(Say.NEXT_FIREWALL)));
            }
        } else if (findings.isEmpty()) {
            unknown.add(new Verdict.Unknown(
                    Phrase.of(Say.BLANK_FIREWALL_MEANING, host), Phrase.of(Say.BECAUSE_NOT_REASONED)));
        }
    }

    private static boolean filterShown(HostModel model) {
        return !model.coverageOf(Coverage.Topic.FIREWALL_IPTABLES).isEmpty()
                || !model.coverageOf(Coverage.Topic.FIREWALL_NFT).isEmpty();
    }

    private void ofTargetUndecided(HostModel model, String host) {
        Integer port = scene.question().port();
        if (model.sockets().isEmpty()) {
            unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_LISTENERS, host), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
            next.add(new Verdict.NextStep(host, "ss -ltnp", Phrase.of(Say.NEXT_LISTENERS)));
        }
        if (scene.requestSeenAtTarget() == null) {
            unknown.add(new Verdict.Unknown(Phrase.of(Say.BLANK_ARRIVAL, host), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
            IpAddress peer = scene.question().peer();
            next.add(new Verdict.NextStep(
                    host,
                    "tcpdump -ni any host " + (peer == null ? "PEER" : peer)
                            + (port == null ? "" : " and port " + port),
                    Phrase.of(Say.NEXT_CAPTURE)));
        }
    }

    private void ofAsker(List<Finding> findings) {
        unknown.add(
                new Verdict.Unknown(Phrase.of(Say.BLANK_ASKER, scene.askerName()), Phrase.of(Say.BECAUSE_NOT_SHOWN)));
        if (findings.isEmpty()) {
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
