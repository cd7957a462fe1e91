package astray.transcript.hosts;

import astray.transcript.text.HintedPattern;
import java.util.List;
import java.util.function.UnaryOperator;

/** Words that say on which host the next command ran: a table of patterns, each with a sample that a test runs. */
final class HostPhraseRows {
    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
    private static final String NAME = "(?<n>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?|[0-9a-fA-F:.]{3,45})";
    private static final String ASIDE = "(?:\\s?[(（][^)）]{0,80}[)）])?";
    private static final List<String> KINDS = List.of(
            "server",
            "box",
            "machine",
            "host",
            "laptop",
            "node",
            "router",
            "gateway",
            "firewall",
            "client",
            "vm",
            "pc",
            "desktop",
            "workstation",
            "notebook");
    private static final String KIND = "(?:" + String.join("|", KINDS) + ")";
    private static final String ZH_KIND = "(?:服务器|主机|机器|节点|电脑|路由器|网关|虚拟机|防火墙)";
    private static final List<String> ZH_ROLES = List.of("客户端", "客户机", "服务端", "服务器", "目标机", "主机", "机器", "节点");
    private static final String ZH_ROLE = "(?:" + String.join("|", ZH_ROLES) + ")";
    private static final List<String> ZH_HOSTS =
            List.of("服务器", "主机", "机器", "节点", "电脑", "路由器", "网关", "虚拟机", "防火墙", "客户端", "客户机", "服务端", "目标机", "本机", "本地");
    private static final String ZH_DESCRIPTION =
            "(?<d>[A-Za-z0-9][A-Za-z0-9_-]{0,20} ?" + ZH_KIND + "|客户端|客户机|服务端|服务器|目标机|我的电脑|我的机器|本机|本地)";

    /** How a pattern's find is meant. */
    enum Strength {
        SURE,
        IF_KNOWN,
        /** Sure for what looks like a host's name (gpu1, db-2, a.example.org), else only if known. */
        BY_LOOKS
    }

    /** One row of the table; the sample must yield the host. */
    record Row(HintedPattern pattern, Label.Form form, Strength strength, boolean alone, String sample, String host) {}

    static final List<Row> ROWS = List.of(
            row(
                    List.of(", "),
                    "^(?:and |then |now |next |finally )?(?:here )?(?:on|from|at) (?:the |my |our )?[a-z]+(?: [a-z]+)?, "
                            + NAME + ASIDE + "(?: itself)?[:.]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "On the asking side, web3:",
                    "web3"),
            row(
                    List.of("on ", "from ", "at ", "inside "),
                    "^(?:and |then |now |next |finally )?(?:on|from|at|inside) " + NAME + ASIDE + "(?: itself)?[:.,]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "And on db-2 itself:",
                    "db-2"),
            row(
                    KINDS,
                    "\\b(?:on|from|inside) (?:the |my |our |a )(?<d>(?:[A-Za-z0-9-]{1,20} )?" + KIND
                            + ")(?: itself)?(?::$|\\b)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "This is what I see on the backup server:",
                    "backup server"),
            row(
                    List.of(":"),
                    "\\b(?:on|inside) " + NAME + ASIDE + "(?: itself)?:$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "Eva started this for us on kiln:",
                    "kiln"),
            row(
                    List.of(":"),
                    "\\bfrom " + NAME + ASIDE + "(?: itself)?:$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "The same from edge-4:",
                    "edge-4"),
            row(
                    List.of(", w"),
                    "^on " + NAME + ASIDE + ", (?:where|which) .{1,80}:$",
                    Label.Form.RAN_THERE,
                    Strength.BY_LOOKS,
                    "On kiln-2, where the proxy runs:",
                    "kiln-2"),
            row(
                    List.of(", ", ": "),
                    "^(?:output of .{1,60} )?(?:on|from) " + NAME + "[,:] ",
                    Label.Form.RAN_THERE,
                    Strength.IF_KNOWN,
                    "On kiln, the table looks so",
                    "kiln"),
            row(
                    List.of("on ", "onto ", "into ", "inside ", "in to ", "switched to "),
                    "\\b(?:on|onto|into|inside|logged in to|log in to|logged into|switched to) " + NAME + "\\b",
                    Label.Form.RAN_THERE,
                    Strength.IF_KNOWN,
                    "Then I had a look on kiln and found",
                    "kiln"),
            row(List.of("'s "), "^" + NAME + "'s ", Label.Form.RAN_THERE, Strength.IF_KNOWN, "kiln's routes", "kiln"),
            row(
                    List.of(":"),
                    "^" + NAME + ASIDE + ":$",
                    Label.Form.NAMED,
                    Strength.BY_LOOKS,
                    "web3 (10.9.8.7):",
                    "web3"),
            alone(List.of(), "^" + NAME + ASIDE + "$", Label.Form.NAMED, Strength.IF_KNOWN, "kiln", "kiln"),
            alone(
                    KINDS,
                    "^(?:the |our )?(?<d>[A-Za-z0-9-]{1,20} " + KIND + ")" + ASIDE + ":?$",
                    Label.Form.NAMED,
                    Strength.SURE,
                    "Backup server:",
                    "Backup server"),
            row(
                    List.of("在", "登录", "进入"),
                    "(?:在|登录|登录到|进入)\\s?" + ZH_ROLE + "\\s?" + NAME + "\\s?" + ASIDE + "\\s?(?:上|里|中|，|：|:|$)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "在服务端 db-2 上：",
                    "db-2"),
            row(
                    List.of("在"),
                    "在\\s?" + NAME + "\\s?" + ASIDE + "\\s?(?:上|里)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "接着在 db-2 上看路由",
                    "db-2"),
            row(
                    List.of("上"),
                    "^" + NAME + "\\s?" + ASIDE + "\\s?上(?:的[^。，]{0,20}|执行|查看)?[：:]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "db-2 上",
                    "db-2"),
            row(
                    List.of("在"),
                    "在\\s?" + ZH_DESCRIPTION + "\\s?(?:上|里|中)",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "在 NAS 主机上抓包",
                    "NAS 主机"),
            row(
                    ZH_ROLES,
                    "^" + ZH_ROLE + "\\s?" + NAME + "\\s?" + ASIDE + "\\s?[：:]?$",
                    Label.Form.NAMED,
                    Strength.SURE,
                    "节点 db-2：",
                    "db-2"),
            row(ZH_HOSTS, "^" + ZH_DESCRIPTION + ASIDE + "[：:]?$", Label.Form.NAMED, Strength.SURE, "NAS主机：", "NAS主机"),
            row(
                    List.of("上"),
                    "^" + ZH_DESCRIPTION + "\\s?上[^。，]{0,20}[：:]?$",
                    Label.Form.RAN_THERE,
                    Strength.SURE,
                    "NAS 主机上的路由：",
                    "NAS 主机"));

    private HostPhraseRows() {}

    private static Row row(
            List<String> hints, String regex, Label.Form form, Strength strength, String sample, String host) {
        return new Row(new HintedPattern(hints, regex, AS_IT_IS), form, strength, false, sample, host);
    }

    private static Row alone(
            List<String> hints, String regex, Label.Form form, Strength strength, String sample, String host) {
        return new Row(new HintedPattern(hints, regex, AS_IT_IS), form, strength, true, sample, host);
    }
}
