package astray.report;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Evidence;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.PathView;
import astray.diagnosis.PathView.Kind;
import astray.diagnosis.PathView.State;
import astray.diagnosis.PathView.Step;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.Say;
import astray.diagnosis.TimelineEntry;
import astray.diagnosis.Verdict;
import astray.diagnosis.When;
import astray.facts.IpAddress;
import astray.facts.Prefix;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Verdicts made by hand, whose phrases are their own text: they test the page, not the wording of diagnosis. */
final class SampleVerdicts {

    /** The one sentence of these verdicts; which constant bears it does not matter. */
    private static final Say VERBATIM = Say.REASON_WORDS;

    static final String BRIDGE = "br-b1a37228308c";

    private final Language language;

    SampleVerdicts(Language language) {
        this.language = language;
    }

    /** Sentences under which each phrase is its own text. */
    Sentences sentences() {
        Properties templates = new Properties();
        templates.setProperty(VERBATIM.name(), "{0}");
        return new Sentences(language, templates);
    }

    Phrase say(String english, String chinese) {
        return Phrase.of(VERBATIM, language == Language.ZH ? chinese : english);
    }

    static TextSummary text() {
        return new TextSummary(
                10,
                235,
                List.of(new TextSummary.Block("incident.md", 77, 79, "netstat -tuln\n\u001b[31mred\u001b[0m\nend")));
    }

    /** The founding incident: the replies to a laptop are captured by a container network. */
    Verdict incident() {
        Question question = new Question(
                "from",
                IpAddress.of("192.168.73.2"),
                null,
                IpAddress.of("172.16.33.66"),
                "gpu1",
                "tcp",
                22,
                List.of(
                        new Question.Inference(
                                "peer",
                                say(
                                        "192.168.73.2, because the text says so and ARP asked for it in vain",
                                        "192.168.73.2，依据是文中写明、有 ARP 请求在找它而无人应答"),
                                List.of(evidence(
                                        "tcpdump",
                                        116,
                                        "11:59:17.123725 ARP, Request who-has 192.168.73.2 tell gpu1, length 28",
                                        null))),
                        new Question.Inference(
                                "address",
                                say("172.16.33.66, because a path to it was traced", "172.16.33.66，依据是有到它的路由追踪"),
                                List.of())));
        return new Verdict(
                question,
                Outcome.UNREACHABLE,
                List.of(captured()),
                List.of(
                        new Verdict.RuledOut(
                                CauseId.SERVICE_NOT_LISTENING,
                                say("sshd listens on *:22", "sshd 在 *:22 上监听"),
                                List.of(evidence(
                                        "lsof",
                                        86,
                                        "sshd 1936495 root 3u IPv4 1037646169 0t0 TCP *:ssh (LISTEN)",
                                        null))),
                        new Verdict.RuledOut(CauseId.LINK_ADMIN_DOWN, say("the bridge is up", "网桥处于启用状态"), List.of())),
                List.of(
                        new Verdict.NextStep(
                                "gpu1",
                                "ip route get 192.168.73.2",
                                say("shows which way the replies go now", "查看现在回包走哪条路由")),
                        new Verdict.NextStep(
                                "gpu1",
                                "docker network ls",
                                say("names the network behind the bridge", "查出网桥属于哪个 Docker 网络"))),
                incidentPath(),
                List.of(
                        new TimelineEntry(
                                when("2023-11-20T14:25:24"),
                                "gpu1",
                                "kernel",
                                BRIDGE + ": port 2(veth80039d3) entered disabled state",
                                3,
                                null),
                        new TimelineEntry(
                                when("2023-11-20T15:23:56"),
                                "gpu1",
                                "systemd-networkd",
                                BRIDGE + ": Link UP",
                                1,
                                say(
                                        "a new process of systemd-networkd: the host was restarted",
                                        "systemd-networkd 换了进程，说明主机重启过"))),
                List.of(
                        new Verdict.Unknown(
                                say("the routes of gpu1", "gpu1 的路由表"),
                                say("ip route was not shown", "材料中没有 ip route 的输出")),
                        new Verdict.Unknown(
                                say("the firewall of gpu1", "gpu1 的防火墙规则"),
                                say("no iptables or nft listing was shown", "材料中没有 iptables 或 nft 的输出"))),
                List.of(new Verdict.Contradiction(
                        say(
                                "The capture on any names the server gpu2, all other text names it gpu1.",
                                "在 any 上的抓包里服务器叫 gpu2，其余材料里都叫 gpu1。"),
                        List.of(evidence(
                                "tcpdump", 51, "14:59:21.757214 IP gpu2.ssh > cpu1.60682: Flags [P.]", null)))));
    }

    private Finding captured() {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("destination", IpAddress.of("192.168.73.2"));
        subject.put("prefix", Prefix.of("192.168.64.0/20"));
        subject.put("interface", BRIDGE);
        subject.put("owner", "docker");
        return new Finding(
                CauseId.ROUTE_CAPTURED,
                Direction.REPLY,
                "gpu1",
                0.97,
                subject,
                say(
                        "Replies to 192.168.73.2 leave through " + BRIDGE
                                + " (Docker) instead of the way out, because 192.168.64.0/20 holds that address.",
                        "发往 192.168.73.2 的回包从 " + BRIDGE + "（Docker 网桥）出去了，没有走上行口，因为该地址落在 192.168.64.0/20 里。"),
                List.of(
                        evidence(
                                "ip addr",
                                98,
                                "inet 192.168.64.1/20 brd 192.168.79.255 scope global " + BRIDGE,
                                say("192.168.73.2 lies in 192.168.64.0/20", "192.168.73.2 落在 192.168.64.0/20 里")),
                        evidence(
                                "tcpdump",
                                112,
                                "11:59:17.123725 ARP, Request who-has 192.168.73.2 tell gpu1, length 28\n11:59:18.131063 ARP, Request who-has 192.168.73.2 tell gpu1, length 28\n11:59:19.155067 ARP, Request who-has 192.168.73.2 tell gpu1, length 28",
                                say("gpu1 looks for the peer on the bridge; nobody answers", "gpu1 在网桥上找对端，无人应答")),
                        evidence("traceroute", 21, "10  * * *", say("gpu1 never answered", "gpu1 始终没有应答")),
                        evidence(
                                "traceroute",
                                40,
                                " 4  cpu1 (172.16.33.157)  8.619 ms  4.205 ms  4.982 ms",
                                say("cpu1, in the same network, did", "同网段的 cpu1 有应答")),
                        evidence("text", 119, "**通过变更登录无线设备解决了这个问题，我的 IP 变更为：172.16.122.222**", null)),
                new Finding.Counterfactual(
                        List.of("without 192.168.64.0/20 dev " + BRIDGE),
                        Outcome.REACHABLE,
                        say("the reply would leave by the default route", "回包会走默认路由")),
                List.of(
                        new Finding.Remedy(
                                say("Send this peer's replies out by the gateway", "为该对端单独加一条经网关的主机路由"),
                                List.of("ip route add 192.168.73.2/32 via 172.16.33.1 dev eno1"),
                                List.of("ip route del 192.168.73.2/32 via 172.16.33.1 dev eno1"),
                                List.of(say(
                                        "other peers in 192.168.64.0/20 stay cut off", "192.168.64.0/20 里的其他对端仍然不通")),
                                false,
                                true),
                        new Finding.Remedy(
                                say("Move the Docker network to a free range", "把 Docker 网络换到没有占用的网段"),
                                List.of(
                                        "docker compose down",
                                        "sed -i 's#192.168.64.0/20#10.213.0.0/24#' docker-compose.yml && docker network rm lnsoft_default",
                                        "docker compose up -d"),
                                List.of(),
                                List.of(say("its three containers restart", "其上的 3 个容器会重启")),
                                true,
                                true)),
                List.of(Prefix.of("192.168.64.0/20")),
                List.of(new Finding.Unaffected(
                        "172.16.33.157", say("it is outside 192.168.64.0/20", "不在 192.168.64.0/20 里"))),
                new Finding.Since(
                        when("2023-11-20T14:25:24"),
                        Finding.Bound.AT_OR_BEFORE,
                        BRIDGE + ": port 2(veth80039d3) entered disabled state"),
                List.of(say("192.168.64.0/20 is one of Docker's default ranges", "192.168.64.0/20 在 Docker 默认地址池里")));
    }

    private PathView incidentPath() {
        return new PathView(
                List.of(
                        new Step(Kind.HOST, "192.168.73.2", State.PASSES, null),
                        new Step(Kind.SILENT, "*", State.PASSES, null),
                        new Step(Kind.HOP, "172.16.136.2", State.PASSES, null),
                        new Step(Kind.SILENT, "*", State.PASSES, null),
                        new Step(Kind.HOST, "gpu1", State.PASSES, null)),
                List.of(
                        new Step(Kind.HOST, "gpu1", State.PASSES, null),
                        new Step(
                                Kind.INTERFACE,
                                BRIDGE,
                                State.STOPS,
                                say(
                                        "ARP: who has 192.168.73.2? No answer (3 requests)",
                                        "ARP：谁有 192.168.73.2？无人应答（3 次）")),
                        new Step(Kind.HOST, "192.168.73.2", State.NOT_REACHED, null)));
    }

    /** All is well. */
    Verdict reachable() {
        return new Verdict(
                new Question(
                        "to",
                        IpAddress.of("10.1.0.2"),
                        "web1",
                        IpAddress.of("2001:db8::5"),
                        "db.example.net",
                        "tcp",
                        5432,
                        List.of()),
                Outcome.REACHABLE,
                List.of(),
                List.of(
                        new Verdict.RuledOut(
                                CauseId.SERVICE_NOT_LISTENING,
                                say("postgres listens on [::]:5432", "postgres 在 [::]:5432 上监听"),
                                List.of()),
                        new Verdict.RuledOut(
                                CauseId.MTU_BLACKHOLE,
                                say("packets of 1500 bytes came through", "1500 字节的报文可以通过"),
                                List.of())),
                List.of(),
                new PathView(
                        List.of(
                                new Step(Kind.HOST, "web1", State.PASSES, null),
                                new Step(Kind.INTERFACE, "eth0", State.PASSES, null),
                                new Step(Kind.HOP, "2001:db8:0:1::1", State.PASSES, null),
                                new Step(Kind.HOP, "2001:db8:0:ffff:1234:5678:9abc:def0", State.PASSES, null),
                                new Step(Kind.HOST, "db.example.net", State.PASSES, null),
                                new Step(Kind.SERVICE, "postgres", State.PASSES, null)),
                        List.of()),
                List.of(),
                List.of(new Verdict.Unknown(
                        say("the firewall's rules", "防火墙规则"),
                        say("listing them needs CAP_NET_ADMIN", "列出规则需要 CAP_NET_ADMIN"))),
                List.of());
    }

    /** What could be seen decides nothing. */
    Verdict unknown() {
        return new Verdict(
                new Question("from", null, null, IpAddress.of("10.18.5.2"), "proxy-2", "tcp", null, List.of()),
                Outcome.UNKNOWN,
                List.of(),
                List.of(new Verdict.RuledOut(
                        CauseId.ROUTE_MISSING, say("there is a default route", "有默认路由"), List.of())),
                List.of(
                        new Verdict.NextStep(
                                "proxy-2",
                                "astray from PEER --port 3128",
                                say("only there the way back can be seen", "只有在这台机器上才能看到回程")),
                        new Verdict.NextStep(
                                "path",
                                "traceroute -T -p 3128 10.18.5.2 --first=1 --max-hops=30 --sport=40001 --queries=3 --wait=5,3,10",
                                say("shows how far a connection comes", "看连接能走到哪一跳"))),
                new PathView(
                        List.of(
                                new Step(Kind.HOST, "?", State.PASSES, null),
                                new Step(Kind.SILENT, "*", State.UNKNOWN, say("nothing was traced", "没有路由追踪")),
                                new Step(Kind.HOST, "proxy-2", State.UNKNOWN, null)),
                        List.of()),
                List.of(),
                List.of(
                        new Verdict.Unknown(say("who asks", "谁在访问"), say("no text names an asker", "材料没有提到访问方")),
                        new Verdict.Unknown(
                                say("whether anything listens on proxy-2", "proxy-2 上是否有服务监听"),
                                say("no listing of sockets was shown", "材料中没有套接字列表"))),
                List.of());
    }

    /** Two faults that have nothing to do with each other. */
    Verdict twoCauses() {
        Verdict incident = incident();
        Finding closed = new Finding(
                CauseId.FIREWALL_DROP,
                Direction.REQUEST,
                "path",
                1,
                Map.of("hook", "input", "chain", "INPUT", "rule", 3),
                say("Rule 3 of INPUT drops new connections to port 22.", "INPUT 链第 3 条规则丢弃到 22 端口的新连接。"),
                List.of(evidence("iptables", 7, "DROP tcp -- 0.0.0.0/0 0.0.0.0/0 tcp dpt:22", null)),
                null,
                List.of(new Finding.Remedy(
                        say("Accept the peer before that rule", "在该规则之前放行对端"),
                        List.of("iptables -I INPUT 3 -s 192.168.73.2 -p tcp --dport 22 -j ACCEPT"),
                        List.of("iptables -D INPUT -s 192.168.73.2 -p tcp --dport 22 -j ACCEPT"),
                        List.of(),
                        false,
                        true)),
                List.of(Prefix.of("0.0.0.0/0")),
                List.of(),
                null,
                List.of());
        return new Verdict(
                incident.question(),
                Outcome.UNREACHABLE,
                List.of(captured(), closed),
                List.of(),
                List.of(),
                incident.path(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Evidence evidence(String source, int line, String text, @Nullable Phrase note) {
        return new Evidence(source, "gpu1", null, "incident.md", line, text, note);
    }

    private When when(String at) {
        return new When(
                LocalDateTime.parse(at),
                null,
                true,
                say("the year follows from 2023-11-19, a date in the text", "年份依据文中的日期 2023-11-19"));
    }
}
