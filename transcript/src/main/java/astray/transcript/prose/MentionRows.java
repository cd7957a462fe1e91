package astray.transcript.prose;

import astray.transcript.text.HintedPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences in which people say who cannot reach whom: a table of patterns, each with a sample that a test runs.
 * {@code <A>} stands for the asker, {@code <T>} for the target; each is a name, an address, or both together.
 */
final class MentionRows {
    /**
     * One row.
     *
     * @param pattern groups {@code an}, {@code aa} for the asker's name and address, {@code tn}, {@code ta},
     *     {@code tb} and {@code tf} for the target's, the last for its full name
     * @param sample a sentence that it must find
     * @param asker the sample's asker, as {@code name|address}, empty where it names none
     * @param target the sample's target, likewise
     */
    record Row(HintedPattern pattern, String sample, String asker, String target) {
        boolean couldBeIn(String lower) {
            return pattern.couldBeIn(lower);
        }

        /** Whether it finds who asks. */
        boolean namesAsker() {
            return pattern.has("<A>");
        }
    }

    // begins at a word's start and never gives back what it took: a sentence is walked over once per row
    private static final String START = "(?<![A-Za-z0-9_.:-])";
    private static final String WORD = START
            + "(?>[0-9a-fA-F]{1,4}:(?=[0-9a-fA-F]{0,4}:)[0-9a-fA-F:.]*+|[A-Za-z0-9_](?:[A-Za-z0-9_-]|\\.(?=[A-Za-z0-9_])|:(?=\\d))*+)";
    private static final String ZH_KIND = "(?:服务器|主机|机器|节点|电脑|网关)";
    private static final String NAME = "(?:" + START + "[A-Za-z0-9_-]{1,20} ?" + ZH_KIND + "|" + WORD + ")";
    private static final String ADDRESS = "[0-9a-fA-F:.]{3,45}";
    private static final String ASKER =
            "(?:(?:the|my|our|a) )?(?<an>" + NAME + ")(?:\\s?[(（]\\s?(?<aa>" + ADDRESS + ")[^)）]{0,80}[)）])?";
    private static final String TARGET = "(?:(?:the|my|our|a) )?(?<tn>" + NAME + ")(?:"
            + "(?:,|，)\\s?(?:地址是\\s?|at )?(?:(?<ta>" + ADDRESS
            + ")(?![A-Za-z0-9.-])|(?<tf>[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}))|"
            + "\\s?[(（]\\s?(?<tb>" + ADDRESS + ")[^)）]{0,80}[)）])?";

    private static final List<String> FAILS = List.of(
            "cannot",
            "can't",
            "can not",
            "can no longer",
            "could not",
            "couldn't",
            "is unable to",
            "does not",
            "doesn't",
            "fails to",
            "failed to",
            "no longer");
    private static final List<String> IS_DOWN = List.of(
            "unreachable", "not reachable", "is down", "is gone", "is dead", "not available", "times out", "timed out");
    private static final List<String> ZH_NO = List.of("不", "无法");
    private static final String CANNOT = "(?:" + String.join("|", FAILS) + ")";
    private static final String REACH =
            "(?:reach(?:es)?|connect(?:s)? to|get(?:s)? to|get(?:s)? into|access(?:es)?|open (?:\\w+ )?(?:ssh|a connection|connections|http|https) to|"
                    + "ssh (?:to|into)|log in to|log into|ping|talk to|see)";
    private static final String ZH_FAIL =
            "(?:访问不了|连不上|连接不上|连接不了|不能访问|无法访问|无法连接|" + "不能连接|(?:ssh|ping|telnet|curl) ?不(?:上|通|了)|登录不了|登录不上)";
    private static final String ZH_DOWN = "(?:连不上|突然不能访问|不能访问|无法访问|无法连接|访问不了|不通|连接不上)";

    static final List<Row> ROWS = List.of(
            row(
                    FAILS,
                    "\\bfrom <A>,? (?:I|we|one|people|users|nobody) (?:suddenly )?" + CANNOT + " " + REACH + " <T>",
                    "From kiosk (10.9.1.7) we cannot connect to mill, 10.9.2.8 port 443.",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    FAILS,
                    "<A>,? (?:suddenly |still )?" + CANNOT + " (?:any longer )?" + REACH + " <T>",
                    "Since noon kiosk (10.9.1.7) can't reach mill, 10.9.2.8 port 443.",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    List.of("from "),
                    "<T> (?:" + CANNOT
                            + " (?:answer|respond|reply)|is (?:not reachable|unreachable|not available|down|gone|dead)|times out|timed out|refuses)\\b"
                            + ".{0,60}?(?:when asked |seen |as seen )?\\bfrom <A>",
                    "mill (10.9.2.8) does not respond on port 443 when asked from kiosk (10.9.1.7)",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    List.of("from "),
                    "<T>: .{0,40}?\\b(?:unreachable|not reachable|no answer|refused|timeout|times out) from <A>",
                    "mill: 10.9.2.8 port 443 not reachable from kiosk",
                    "kiosk|",
                    "mill|10.9.2.8"),
            row(
                    List.of("between "),
                    "\\bbetween <A> and <T>",
                    "There is some trouble between kiosk (10.9.1.7) and 10.9.2.8 port 443",
                    "kiosk|10.9.1.7",
                    "|10.9.2.8"),
            row(
                    List.of("from "),
                    "\\b(?:is|are|can) <T>(?: port \\d+)? (?:be )?(?:reachable|reached|visible|accessible|up)\\b.{0,20}?\\bfrom <A>",
                    "Is 10.9.2.8 port 443 reachable from kiosk (10.9.1.7)?",
                    "kiosk|10.9.1.7",
                    "|10.9.2.8"),
            row(
                    FAILS,
                    "\\b" + CANNOT + " " + REACH + " (?:\\w+ )?from <A> to <T>",
                    "We cannot get to anything from kiosk to mill",
                    "kiosk|",
                    "mill|"),
            row(
                    FAILS,
                    "\\b" + CANNOT + " connect from <A> to <T>",
                    "Cannot connect from kiosk to the mill",
                    "kiosk|",
                    "mill|"),
            row(
                    List.of("from "),
                    "\\bfrom <A> to <T>.{0,30}?\\b(?:fails?|failed|times? out|timed out|refused|does not work|is broken)",
                    "ssh from kiosk to mill times out",
                    "kiosk|",
                    "mill|"),
            row(
                    List.of("no "),
                    "\\bno (?:connection|route|answer|reply|access) (?:from|to|at) <T>",
                    "No connection to mill since Friday",
                    "",
                    "mill|"),
            row(
                    FAILS,
                    "\\b(?:I|we|users|people|nobody|they)(?: suddenly)? " + CANNOT + " (?:even )?" + REACH + " <T>",
                    "I can no longer reach mill (10.9.2.8)",
                    "",
                    "mill|10.9.2.8"),
            row(
                    List.of("on "),
                    "\\bon <T> (?:it (?:is|was) |is |was )?(?:refused|refuses|fails?|failed|times? out|timed out|down|dead|broken)\\b",
                    "nginx on mill-b (10.9.2.9) was refused",
                    "",
                    "mill-b|10.9.2.9"),
            row(
                    both(FAILS, IS_DOWN),
                    "<T> (?:" + CANNOT
                            + " (?:answer|respond|reply)|is (?:unreachable|not reachable|down|gone|dead|not available)|times out|timed out)\\b",
                    "mill (10.9.2.8) is gone, but only for me",
                    "",
                    "mill|10.9.2.8"),
            row(
                    List.of("从"),
                    "从\\s?<A>\\s?(?:" + ZH_FAIL + ")\\s?<T>",
                    "中午从 kiosk (10.9.1.7) 连接不上 mill（10.9.2.8）的 443 端口",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    List.of("从"),
                    "从\\s?<A>\\s?访问\\s?<T>\\s?(?:的[^。]{0,20})?(?:超时|失败|不通|有问题|被拒绝)",
                    "有人报告从 kiosk (10.9.1.7) 访问 10.9.2.8 的 443 端口失败",
                    "kiosk|10.9.1.7",
                    "|10.9.2.8"),
            row(
                    ZH_NO,
                    "<A>\\s?" + ZH_FAIL + "\\s?<T>",
                    "kiosk (10.9.1.7) 访问不了 mill，地址是 10.9.2.8，端口 443",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    List.of("从"),
                    "<T>\\s?(?:的[^。，]{0,20})?，\\s?(?:我|我们)?从\\s?<A>\\s?" + ZH_FAIL,
                    "磨坊主机 mill（10.9.2.8）的 443 端口，我从 kiosk (10.9.1.7) 连不上",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(List.of("检查", "不", "无法"), "(?:检查|访问不了|连不上|无法访问)\\s?<T>", "检查 mill 的 443 端口", "", "mill|"),
            row(ZH_NO, "<T>\\s?(?:突然)?" + ZH_DOWN, "NAS 主机突然连不上了", "", "NAS 主机|"));

    /** "My address is ...". */
    static final List<Row> OWN = List.of(
            row(
                    List.of("my "),
                    "\\bmy (?:own )?(?:computer's |laptop's |machine's )?(?:ip|address|ip address) (?:is|was)[: ]\\s?<A>",
                    "My IP address is 10.9.1.7",
                    "|10.9.1.7",
                    ""),
            row(
                    List.of("my "),
                    "\\bmy (?!ip\\b|address\\b)(?<an>[A-Za-z0-9_-]{2,30}) ?[(](?<aa>" + ADDRESS + ")",
                    "my ThinkPad (10.9.1.7, at home)",
                    "ThinkPad|10.9.1.7",
                    ""),
            row(
                    List.of("i "),
                    "\\bI (?:sit|am|work) [^.,;]{2,40}, (?:at )?<A>",
                    "I sit in the mill, 10.9.1.7, and see nothing",
                    "|10.9.1.7",
                    ""),
            row(
                    List.of("我"),
                    "我的?\\s?(?:电脑|机器|笔记本)?的?\\s?(?:IP|地址|IP 地址)\\s?(?:是|为)?[：:]?\\s?<A>",
                    "我的地址是：10.9.1.7",
                    "|10.9.1.7",
                    ""));

    /** "My address is now ...". */
    static final List<Row> CHANGED = List.of(
            row(
                    List.of("my "),
                    "\\bmy (?:ip|address|ip address) (?:is now|changed to|has changed to|became)[: ]\\s?<A>",
                    "my IP changed to 10.9.8.7",
                    "|10.9.8.7",
                    ""),
            row(
                    List.of("new "),
                    "\\b(?:got|have) (?:a |the )?new (?:ip|address|ip address),?[: ]\\s?<A>",
                    "After that I got a new address, 10.9.8.7",
                    "|10.9.8.7",
                    ""),
            row(
                    List.of("变", "改", "换"),
                    "(?:IP|地址)\\s?(?:地址)?(?:变更为|变为|变成|改为|改成|换成)了?[：:]?\\s?<A>",
                    "我的地址改成了 10.9.8.7",
                    "|10.9.8.7",
                    ""));

    private MentionRows() {}

    private static Row row(List<String> hints, String regex, String sample, String asker, String target) {
        return new Row(new HintedPattern(hints, regex, MentionRows::spelledOut), sample, asker, target);
    }

    private static String spelledOut(String regex) {
        return regex.replace("<A>", ASKER).replace("<T>", TARGET);
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
