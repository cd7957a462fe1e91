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
import astray.facts.Fact;
import astray.facts.FilterPresence;
import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.facts.Frame;
import astray.facts.FrameCount;
import astray.facts.HostName;
import astray.facts.Link;
import astray.facts.LogEntry;
import astray.facts.Mention;
import astray.facts.NameMapping;
import astray.facts.Neighbour;
import astray.facts.Ping;
import astray.facts.PublishedPort;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.facts.Sysctl;
import astray.facts.Trace;
import astray.facts.Watch;

/** What sort of fact something is, in a word. */
record FactKind(String english, String chinese) {

    String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
    }

    static FactKind of(Fact fact) {
        return switch (fact) {
            case Address _ -> new FactKind("address", "地址");
            case Attribution _ -> new FactKind("of host", "归属主机");
            case Capture _ -> new FactKind("capture", "抓包");
            case ClockReading _ -> new FactKind("clock", "时钟");
            case ConnectAttempt _ -> new FactKind("connect", "连接尝试");
            case Counter _ -> new FactKind("counter", "计数器");
            case CounterChange _ -> new FactKind("counter moved", "计数器变化");
            case Coverage _ -> new FactKind("shown", "列出范围");
            case DockerNetwork _ -> new FactKind("docker network", "Docker 网络");
            case DocumentDate _ -> new FactKind("written", "成文时间");
            case FirewallChain _ -> new FactKind("firewall chain", "防火墙链");
            case FirewallRule _ -> new FactKind("firewall rule", "防火墙规则");
            case Frame _ -> new FactKind("frame", "报文");
            case FrameCount _ -> new FactKind("frames alike", "同类报文");
            case HostName _ -> new FactKind("host name", "主机名");
            case Link _ -> new FactKind("link", "网卡");
            case LogEntry _ -> new FactKind("log", "日志");
            case Mention _ -> new FactKind("mention", "文中提到");
            case NameMapping _ -> new FactKind("name", "域名解析");
            case astray.facts.BridgePort _ -> new FactKind("bridge port", "网桥端口");
            case BridgeFilter _ -> new FactKind("bridge filter", "网桥过滤");
            case BridgeVlan _ -> new FactKind("bridge vlan", "网桥 VLAN");
            case FilterPresence _ -> new FactKind("filter", "过滤机制");
            case PublishedPort _ -> new FactKind("published port", "发布端口");
            case Watch _ -> new FactKind("watched", "观察");
            case Neighbour _ -> new FactKind("neighbour", "邻居");
            case Ping _ -> new FactKind("ping", "ping");
            case Route _ -> new FactKind("route", "路由");
            case RouteLookup _ -> new FactKind("route lookup", "路由查询");
            case Rule _ -> new FactKind("rule", "策略路由");
            case Socket _ -> new FactKind("socket", "套接字");
            case Sysctl _ -> new FactKind("setting", "内核参数");
            case Trace _ -> new FactKind("trace", "路由追踪");
        };
    }
}
