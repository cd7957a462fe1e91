package astray.transcript.prose;

import java.util.List;
import java.util.regex.Pattern;

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
    record Row(Pattern pattern, String sample, String asker, String target) {}

    // begins at a word's start and never gives back what it took: a sentence is walked over once per row
    private static final String START = "(?<![A-Za-z0-9_.:-])";
    private static final String WORD = START
            + "(?>[0-9a-fA-F]{1,4}:(?=[0-9a-fA-F]{0,4}:)[0-9a-fA-F:.]*+|[A-Za-z0-9_](?:[A-Za-z0-9_-]|\\.(?=[A-Za-z0-9_])|:(?=\\d))*+)";
    private static final String ZH_KIND =
            "(?:\u670d\u52a1\u5668|\u4e3b\u673a|\u673a\u5668|\u8282\u70b9|\u7535\u8111|\u7f51\u5173)";
    private static final String NAME = "(?:" + START + "[A-Za-z0-9_-]{1,20} ?" + ZH_KIND + "|" + WORD + ")";
    private static final String ADDRESS = "[0-9a-fA-F:.]{3,45}";
    private static final String ASIDE = "(?:\\s?[(\uff08]\\s?%s[^)\uff09]{0,80}[)\uff09])?";
    private static final String ASKER =
            "(?:(?:the|my|our|a) )?(?<an>" + NAME + ")" + ASIDE.formatted("(?<aa>" + ADDRESS + ")");
    private static final String TARGET = "(?:(?:the|my|our|a) )?(?<tn>" + NAME + ")(?:"
            + "(?:,|\uff0c)\\s?(?:\u5730\u5740\u662f\\s?|at )?(?:(?<ta>" + ADDRESS
            + ")(?![A-Za-z0-9.-])|(?<tf>[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}))|"
            + "\\s?[(\uff08]\\s?(?<tb>" + ADDRESS + ")[^)\uff09]{0,80}[)\uff09])?";

    private static final String CANNOT =
            "(?:can(?:no|')t|can not|can no longer|could not|couldn't|is unable to|does not|doesn't|fails to|failed to|no longer)";
    private static final String REACH =
            "(?:reach(?:es)?|connect(?:s)? to|get(?:s)? to|get(?:s)? into|access(?:es)?|open (?:\\w+ )?(?:ssh|a connection|connections|http|https) to|"
                    + "ssh (?:to|into)|log in to|log into|ping|talk to|see)";
    private static final String ZH_FAIL =
            "(?:\u8bbf\u95ee\u4e0d\u4e86|\u8fde\u4e0d\u4e0a|\u8fde\u63a5\u4e0d\u4e0a|\u8fde\u63a5\u4e0d\u4e86|\u4e0d\u80fd\u8bbf\u95ee|\u65e0\u6cd5\u8bbf\u95ee|\u65e0\u6cd5\u8fde\u63a5|"
                    + "\u4e0d\u80fd\u8fde\u63a5|ping \u4e0d\u901a|ping\u4e0d\u901a|\u767b\u5f55\u4e0d\u4e86|\u767b\u5f55\u4e0d\u4e0a)";
    private static final String ZH_DOWN =
            "(?:\u8fde\u4e0d\u4e0a|\u7a81\u7136\u4e0d\u80fd\u8bbf\u95ee|\u4e0d\u80fd\u8bbf\u95ee|\u65e0\u6cd5\u8bbf\u95ee|\u65e0\u6cd5\u8fde\u63a5|\u8bbf\u95ee\u4e0d\u4e86|\u4e0d\u901a|\u8fde\u63a5\u4e0d\u4e0a)";

    static final List<Row> ROWS = List.of(
            row(
                    "\\bfrom <A>,? (?:I|we|one|people|users|nobody) (?:suddenly )?" + CANNOT + " " + REACH + " <T>",
                    "From kiosk (10.9.1.7) we cannot connect to mill, 10.9.2.8 port 443.",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    "<A>,? (?:suddenly |still )?" + CANNOT + " (?:any longer )?" + REACH + " <T>",
                    "Since noon kiosk (10.9.1.7) can't reach mill, 10.9.2.8 port 443.",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    "<T> (?:" + CANNOT
                            + " (?:answer|respond|reply)|is (?:not reachable|unreachable|not available|down|gone|dead)|times out|timed out|refuses)\\b"
                            + ".{0,60}?(?:when asked |seen |as seen )?\\bfrom <A>",
                    "mill (10.9.2.8) does not respond on port 443 when asked from kiosk (10.9.1.7)",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    "<T>: .{0,40}?\\b(?:unreachable|not reachable|no answer|refused|timeout|times out) from <A>",
                    "mill: 10.9.2.8 port 443 not reachable from kiosk",
                    "kiosk|",
                    "mill|10.9.2.8"),
            row(
                    "\\bbetween <A> and <T>",
                    "There is some trouble between kiosk (10.9.1.7) and 10.9.2.8 port 443",
                    "kiosk|10.9.1.7",
                    "|10.9.2.8"),
            row(
                    "\\b(?:is|are|can) <T>(?: port \\d+)? (?:be )?(?:reachable|reached|visible|accessible|up)\\b.{0,20}?\\bfrom <A>",
                    "Is 10.9.2.8 port 443 reachable from kiosk (10.9.1.7)?",
                    "kiosk|10.9.1.7",
                    "|10.9.2.8"),
            row(
                    "\\b" + CANNOT + " " + REACH + " (?:\\w+ )?from <A> to <T>",
                    "We cannot get to anything from kiosk to mill",
                    "kiosk|",
                    "mill|"),
            row(
                    "\\b" + CANNOT + " connect from <A> to <T>",
                    "Cannot connect from kiosk to the mill",
                    "kiosk|",
                    "mill|"),
            row(
                    "\\bfrom <A> to <T>.{0,30}?\\b(?:fails?|failed|times? out|timed out|refused|does not work|is broken)",
                    "ssh from kiosk to mill times out",
                    "kiosk|",
                    "mill|"),
            row(
                    "\\bno (?:connection|route|answer|reply|access) (?:from|to|at) <T>",
                    "No connection to mill since Friday",
                    "",
                    "mill|"),
            row(
                    "\\b(?:I|we|users|people|nobody|they)(?: suddenly)? " + CANNOT + " (?:even )?" + REACH + " <T>",
                    "I can no longer reach mill (10.9.2.8)",
                    "",
                    "mill|10.9.2.8"),
            row(
                    "\\bon <T> (?:it (?:is|was) |is |was )?(?:refused|refuses|fails?|failed|times? out|timed out|down|dead|broken)\\b",
                    "nginx on mill-b (10.9.2.9) was refused",
                    "",
                    "mill-b|10.9.2.9"),
            row(
                    "<T> (?:" + CANNOT
                            + " (?:answer|respond|reply)|is (?:unreachable|not reachable|down|gone|dead|not available)|times out|timed out)\\b",
                    "mill (10.9.2.8) is gone, but only for me",
                    "",
                    "mill|10.9.2.8"),
            row(
                    "\u4ece\\s?<A>\\s?(?:" + ZH_FAIL + ")\\s?<T>",
                    "\u4e2d\u5348\u4ece kiosk (10.9.1.7) \u8fde\u63a5\u4e0d\u4e0a mill\uff0810.9.2.8\uff09\u7684 443 \u7aef\u53e3",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    "\u4ece\\s?<A>\\s?\u8bbf\u95ee\\s?<T>\\s?(?:\u7684[^\u3002]{0,20})?(?:\u8d85\u65f6|\u5931\u8d25|\u4e0d\u901a|\u6709\u95ee\u9898|\u88ab\u62d2\u7edd)",
                    "\u6709\u4eba\u62a5\u544a\u4ece kiosk (10.9.1.7) \u8bbf\u95ee 10.9.2.8 \u7684 443 \u7aef\u53e3\u5931\u8d25",
                    "kiosk|10.9.1.7",
                    "|10.9.2.8"),
            row(
                    "<A>\\s?" + ZH_FAIL + "\\s?<T>",
                    "kiosk (10.9.1.7) \u8bbf\u95ee\u4e0d\u4e86 mill\uff0c\u5730\u5740\u662f 10.9.2.8\uff0c\u7aef\u53e3 443",
                    "kiosk|10.9.1.7",
                    "mill|10.9.2.8"),
            row(
                    "(?:\u68c0\u67e5|\u8bbf\u95ee\u4e0d\u4e86|\u8fde\u4e0d\u4e0a|\u65e0\u6cd5\u8bbf\u95ee)\\s?<T>",
                    "\u68c0\u67e5 mill \u7684 443 \u7aef\u53e3",
                    "",
                    "mill|"),
            row(
                    "<T>\\s?(?:\u7a81\u7136)?" + ZH_DOWN,
                    "NAS \u4e3b\u673a\u7a81\u7136\u8fde\u4e0d\u4e0a\u4e86",
                    "",
                    "NAS \u4e3b\u673a|"));

    /** "My address is ...". */
    static final List<Row> OWN = List.of(
            row(
                    "\\bmy (?:own )?(?:computer's |laptop's |machine's )?(?:ip|address|ip address) (?:is|was)[: ]\\s?<A>",
                    "My IP address is 10.9.1.7",
                    "|10.9.1.7",
                    ""),
            row(
                    "\\bmy (?!ip\\b|address\\b)(?<an>[A-Za-z0-9_-]{2,30}) ?[(](?<aa>" + ADDRESS + ")",
                    "my ThinkPad (10.9.1.7, at home)",
                    "ThinkPad|10.9.1.7",
                    ""),
            row(
                    "\u6211\u7684?\\s?(?:\u7535\u8111|\u673a\u5668|\u7b14\u8bb0\u672c)?\u7684?\\s?(?:IP|\u5730\u5740|IP \u5730\u5740)\\s?(?:\u662f|\u4e3a)?[\uff1a:]?\\s?<A>",
                    "\u6211\u7684\u5730\u5740\u662f\uff1a10.9.1.7",
                    "|10.9.1.7",
                    ""));

    /** "My address is now ...". */
    static final List<Row> CHANGED = List.of(
            row(
                    "\\bmy (?:ip|address|ip address) (?:is now|changed to|has changed to|became)[: ]\\s?<A>",
                    "my IP changed to 10.9.8.7",
                    "|10.9.8.7",
                    ""),
            row(
                    "\\b(?:got|have) (?:a |the )?new (?:ip|address|ip address),?[: ]\\s?<A>",
                    "After that I got a new address, 10.9.8.7",
                    "|10.9.8.7",
                    ""),
            row(
                    "(?:IP|\u5730\u5740)\\s?(?:\u5730\u5740)?(?:\u53d8\u66f4\u4e3a|\u53d8\u4e3a|\u53d8\u6210|\u6539\u4e3a|\u6539\u6210|\u6362\u6210)\u4e86?[\uff1a:]?\\s?<A>",
                    "\u6211\u7684\u5730\u5740\u6539\u6210\u4e86 10.9.8.7",
                    "|10.9.8.7",
                    ""));

    private MentionRows() {}

    private static Row row(String pattern, String sample, String asker, String target) {
        String whole = pattern.replace("<A>", ASKER).replace("<T>", TARGET);
        return new Row(Pattern.compile(whole, Pattern.CASE_INSENSITIVE), sample, asker, target);
    }
}
