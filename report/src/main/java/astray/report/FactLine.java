package astray.report;

import astray.facts.Address;
import astray.facts.Attribution;
import astray.facts.BridgeFilter;
import astray.facts.BridgeVlan;
import astray.facts.Capture;
import astray.facts.ClockReading;
import astray.facts.ConnectAttempt;
import astray.facts.Counter;
import astray.facts.CounterChange;
import astray.facts.Coverage;
import astray.facts.DockerNetwork;
import astray.facts.DocumentDate;
import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.FilterPresence;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.facts.Frame;
import astray.facts.FrameCount;
import astray.facts.Hop;
import astray.facts.HostName;
import astray.facts.Link;
import astray.facts.LogEntry;
import astray.facts.Mention;
import astray.facts.Moment;
import astray.facts.NameMapping;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Ping;
import astray.facts.PublishedPort;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.facts.Sysctl;
import astray.facts.Trace;
import astray.facts.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact in one line, in the notation of the tools that people know it from; what the source did not show is left
 * out. The notation has no language: what sort of fact it is, {@link FactKind} says.
 */
final class FactLine {

    private final Words words = new Words();

    private FactLine() {}

    static String of(Fact fact) {
        FactLine line = new FactLine();
        line.add(fact);
        return line.words.toString();
    }

    private void add(Fact fact) {
        switch (fact) {
            case Address address -> address(address);
            case Attribution(String host, Attribution.Reason reason) ->
                words.add(host).in(Sentences.hyphened(reason));
            case Capture capture ->
                words.add(capture.dev(), "-")
                        .add(capture.linkType())
                        .named("captured", capture.captured())
                        .named("dropped", capture.dropped());
            case ClockReading(Moment at) -> words.add(text(at));
            case ConnectAttempt attempt ->
                words.add(attempt.tool())
                        .add(attempt.target())
                        .add(attempt.address())
                        .named("port", attempt.port())
                        .named("from", attempt.source())
                        .add(Sentences.hyphened(attempt.outcome()))
                        .named("told by", attempt.errorFrom())
                        .add(attempt.banner());
            case Counter(String name, long value) -> words.add(name).add(value);
            case CounterChange change ->
                words.add(change.name())
                        .add(change.before())
                        .add("->")
                        .add(change.after())
                        .add("in")
                        .add(change.millis() + " ms");
            case Coverage coverage ->
                words.add(Sentences.hyphened(coverage.topic()))
                        .add(coverage.family() == null ? null : Sentences.hyphened(coverage.family()))
                        .add(coverage.selector())
                        .in(coverage.whole() ? "whole" : "part");
            case DockerNetwork network -> dockerNetwork(network);
            case DocumentDate(Moment at) -> words.add(text(at));
            case FirewallChain chain ->
                words.add(chain.tool())
                        .add(chain.family())
                        .add(chain.table())
                        .add(chain.chain())
                        .named("hook", chain.hook())
                        .named("priority", chain.priority())
                        .named("policy", chain.policy());
            case FirewallRule rule ->
                words.add(rule.tool())
                        .add(rule.family())
                        .add(rule.table())
                        .add(rule.chain() + ":")
                        .add(rule.rule())
                        .named("packets", rule.packets());
            case Frame frame -> frame(frame);
            case FrameCount count -> {
                words.add(count.count() + "x");
                frame(count.like());
                words.named("last", count.last() == null ? null : text(count.last()));
            }
            case HostName(String name) -> words.add(name);
            case Link link -> link(link);
            case LogEntry entry ->
                words.add(entry.at() == null ? null : text(entry.at()))
                        .add(entry.host())
                        .add(entry.identifier())
                        .in(entry.pid())
                        .add(entry.message());
            case Mention mention ->
                words.add(Sentences.hyphened(mention.role()))
                        .add(mention.name())
                        .add(mention.address())
                        .named("port", mention.port());
            case NameMapping(String name, var address, String source) ->
                words.add(name).add("=").add(address).in(source);
            case astray.facts.BridgePort port ->
                words.add(port.dev()).named("master", port.bridge()).named("state", port.state());
            case BridgeFilter(String bridge, boolean vlanFiltering, var pvid) ->
                words.add(bridge).named("vlan_filtering", vlanFiltering ? 1 : 0).named("vlan_default_pvid", pvid);
            case BridgeVlan vlan ->
                words.add(vlan.dev())
                        .add(vlan.first() == vlan.last() ? vlan.first() : vlan.first() + "-" + vlan.last())
                        .add(vlan.pvid() ? "PVID" : null)
                        .add(vlan.untagged() ? "untagged" : null);
            case FilterPresence(var kind, var where, boolean present) ->
                words.add(Sentences.hyphened(kind)).named("on", where).add(present ? "present" : "none");
            case PublishedPort port ->
                words.add((port.address() == null ? "*" : port.address()) + ":" + port.port() + "/" + port.protocol())
                        .add("->")
                        .add(port.container())
                        .add((port.containerAddress() == null ? "?" : port.containerAddress()) + ":"
                                + port.containerPort());
            case Watch(Duration length) -> words.add(Times.seconds(length)).add("s");
            case Neighbour neighbour ->
                words.add(neighbour.address())
                        .named("dev", neighbour.dev())
                        .named("lladdr", neighbour.lladdr())
                        .add(neighbour.state())
                        .all(neighbour.flags());
            case Ping ping -> ping(ping);
            case Route route -> route(route);
            case RouteLookup lookup -> lookup(lookup);
            case Rule rule -> rule(rule);
            case Socket socket -> socket(socket);
            case Sysctl(String key, String value) -> words.add(key).add("=").add(value);
            case Trace trace -> trace(trace);
        }
    }

    private void address(Address address) {
        words.add(address.address() + "/" + address.length())
                .named("peer", address.peer())
                .named("brd", address.broadcast())
                .named("dev", address.dev())
                .named("scope", address.scope())
                .all(address.flags());
    }

    private void dockerNetwork(DockerNetwork network) {
        words.add(network.name())
                .named("driver", network.driver())
                .named("bridge", network.bridgeName())
                .all(network.subnets())
                .named("project", network.project());
        if (network.containers() != null) {
            words.add("containers:").all(network.containers());
        }
    }

    private void link(Link link) {
        words.add(link.index() == null ? null : link.index() + ":")
                .add(link.peer() == null ? link.name() : link.name() + "@" + link.peer())
                .add(link.kind())
                .add(link.flags().isEmpty() ? null : "<" + String.join(",", link.flags()) + ">")
                .named("mtu", link.mtu())
                .named("master", link.master())
                .named("state", link.state())
                .add(link.lladdr());
    }

    private void ping(Ping ping) {
        words.add(ping.target())
                .in(ping.address())
                .named("from", ping.source())
                .named("sent", ping.transmitted())
                .named("received", ping.received());
        if (ping.lossPercent() != null) {
            words.add("loss").add(ping.lossPercent() + "%");
        }
        if (ping.averageMs() != null) {
            words.add("avg").add(ping.averageMs() + " ms");
        }
        ping.errors().forEach(error -> words.add(error.from()).add(error.text()));
    }

    private void route(Route route) {
        words.add(route.type() == Route.Type.UNICAST ? null : route.type().word())
                .add(route.destination().length() == 0 ? "default" : route.destination());
        for (NextHop hop : route.nextHops()) {
            words.add(route.nextHops().size() > 1 ? "nexthop" : null)
                    .named("via", hop.via())
                    .named("dev", hop.dev())
                    .named("weight", hop.weight() == 1 ? null : hop.weight())
                    .all(hop.flags());
        }
        words.named("proto", route.protocol())
                .named("scope", route.scope())
                .named("src", route.source())
                .named("metric", route.metric() == 0 ? null : route.metric())
                .in("table " + route.table());
    }

    private void lookup(RouteLookup lookup) {
        words.add(lookup.destination())
                .named("from", lookup.from())
                .named("iif", lookup.iif())
                .add(":");
        if (lookup.route() != null) {
            route(lookup.route());
        }
        words.add(lookup.error());
    }

    private void rule(Rule rule) {
        words.add(rule.priority() + ":")
                .add(rule.not() ? "not" : null)
                .named("from", rule.from() == null ? "all" : rule.from())
                .named("to", rule.to())
                .named("fwmark", rule.mark())
                .named("iif", rule.iif())
                .named("oif", rule.oif())
                .named("tos", rule.tos())
                .named("ipproto", rule.protocol())
                .named("sport", rule.sourcePorts())
                .named("dport", rule.destinationPorts())
                .named("uidrange", rule.users())
                .add(rule.l3mdev() ? "l3mdev" : null)
                .add(rule.action().word())
                .add(rule.table())
                .add(rule.target())
                .named("suppress_prefixlength", rule.suppressPrefixLength());
    }

    private void socket(Socket socket) {
        words.add(socket.protocol())
                .add(socket.family() == null ? null : Sentences.hyphened(socket.family()))
                .add(socket.state())
                .named("recv-q", socket.receiveQueue())
                .named("send-q", socket.sendQueue())
                .add(text(socket.local()));
        if (socket.remote() != null) {
            words.add("<->").add(text(socket.remote()));
        }
        for (Socket.User user : socket.users()) {
            words.add(user.command()).in(user.pid());
        }
    }

    private void trace(Trace trace) {
        words.add(trace.tool())
                .add(trace.target())
                .in(trace.address())
                .named("pmtu", trace.pmtu())
                .add(":");
        for (Hop hop : trace.hops()) {
            words.add(hop.ttl());
            List<String> answers = new ArrayList<>();
            for (Hop.Probe probe : hop.probes()) {
                String who = probe.address() != null
                        ? probe.address().toString()
                        : probe.name() != null ? probe.name() : "*";
                String answer = probe.mark() == null ? who : who + " " + probe.mark();
                if (!answers.contains(answer)) {
                    answers.add(answer);
                }
            }
            words.all(answers);
        }
    }

    private void frame(Frame frame) {
        words.add(frame.at() == null ? null : text(frame.at())).add(frame.dev()).add(frame.direction());
        switch (frame.body()) {
            case Frame.Resolution resolution -> {
                words.add(resolution.reply() ? "is-at" : "who-has").add(text(resolution.about()));
                if (resolution.teller() != null) {
                    words.add("tell").add(text(resolution.teller()));
                }
                words.add(resolution.lladdr());
            }
            case Frame.Tcp tcp ->
                flow(tcp.source(), tcp.destination())
                        .add("tcp [" + tcp.flags() + "]")
                        .named("length", tcp.length());
            case Frame.Udp udp ->
                flow(udp.source(), udp.destination()).add("udp").add(udp.details());
            case Frame.Icmp icmp ->
                flow(icmp.source(), icmp.destination()).add("icmp").add(icmp.details());
            case Frame.Other other -> flow(other.source(), other.destination()).add(other.details());
        }
    }

    private Words flow(@Nullable Endpoint source, @Nullable Endpoint destination) {
        return source == null || destination == null
                ? words
                : words.add(text(source)).add(">").add(text(destination));
    }

    private static String text(Endpoint end) {
        StringBuilder out = new StringBuilder(end.where());
        boolean brackets = end.where().indexOf(':') >= 0;
        if (brackets) {
            out.insert(0, '[').append(']');
        }
        if (end.zone() != null) {
            out.append('%').append(end.zone());
        }
        Object port = end.port() != null ? end.port() : end.service();
        return port == null ? out.toString() : out.append(':').append(port).toString();
    }

    private static String text(Moment moment) {
        return switch (moment) {
            case Moment.Dated(var at, var offset) -> at + (offset == null ? "" : offset.getId());
            case Moment.Yearless(int month, int day, var time) -> Times.yearless(month, day) + " " + time;
            case Moment.OfDay(var time) -> time.toString();
            case Moment.SinceBoot(Duration elapsed) -> "[" + Times.seconds(elapsed) + "]";
            case Moment.Elapsed(Duration elapsed, boolean _) -> "+" + Times.seconds(elapsed);
        };
    }

    /** Words with blanks between them; what is {@code null} is left out. */
    private static final class Words {
        private final StringBuilder out = new StringBuilder();

        Words add(@Nullable Object word) {
            if (word != null) {
                out.append(out.isEmpty() ? "" : " ").append(word);
            }
            return this;
        }

        Words add(@Nullable Object word, String otherwise) {
            return add(word == null ? otherwise : word);
        }

        Words named(String name, @Nullable Object value) {
            return value == null ? this : add(name).add(value);
        }

        Words in(@Nullable Object remark) {
            return remark == null ? this : add("(" + remark + ")");
        }

        Words all(List<?> values) {
            values.forEach(this::add);
            return this;
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}
