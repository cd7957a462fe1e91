package astray.report;

/** The words of the page itself: heads of its rows, and the sentences that are about the report. */
enum Label {
    // the answer
    REACHABLE("{0} reaches {1}.", "{0} 可以访问 {1}。"),
    DEGRADED("{0} reaches {1}, but badly.", "{0} 可以访问 {1}，但质量很差。"),
    UNREACHABLE("{0} cannot reach {1}.", "{0} 无法访问 {1}。"),
    UNREACHABLE_REQUEST("{0} cannot reach {1}: requests fail.", "{0} 无法访问 {1}：去程不通。"),
    UNREACHABLE_REPLY("{0} cannot reach {1}: replies go astray.", "{0} 无法访问 {1}：回程不通。"),
    UNREACHABLE_CAUSES("{0} cannot reach {1}: {2} separate faults.", "{0} 无法访问 {1}：有 {2} 处互不相干的故障。"),
    UNKNOWN_OUTCOME("Nothing seen so far tells whether {0} reaches {1}.", "目前看到的证据不足以判断 {0} 能否访问 {1}。"),
    ASKER("the asker", "访问方"),
    TARGET("the target", "目标"),
    HOST_NAMED("{0} ({1})", "{0}（{1}）"),
    HOST_NAMED_ON_PORT("{0}:{2} ({1})", "{0}（{1}）的 {2} 端口"),
    ON_PORT("{0}:{1}", "{0} 的 {1} 端口"),

    // heads of rows
    CAUSE("Cause", "原因"),
    CAUSE_NUMBERED("Cause {0}", "原因 {0}"),
    PROOF("Proof", "验证"),
    REQUEST("Request", "去程"),
    REPLY("Reply", "回程"),
    EVIDENCE("Evidence", "证据"),
    MEND("Mend", "修复"),
    MEND_OR("or", "或者"),
    UNDO("Undo", "撤销"),
    SINCE("Since", "始于"),
    AFFECTED("Affects", "波及"),
    UNAFFECTED("Spared", "未波及"),
    NOTE("Note", "附注"),
    CONFLICT("Conflict", "矛盾"),
    UNKNOWN("Unknown", "未知"),
    NEXT("Next", "下一步"),
    TIMELINE("Timeline", "时间线"),
    EXCLUDED("Excluded", "已排除"),
    ASSUMED("Inferred", "推断"),
    READ("Read", "读入"),
    MORE("More", "更多"),

    // rows
    CAUSE_LINE("{1}: {0} ({2}, {3} %)", "{1}：{0}（{2}，{3}%）"),
    CAUSE_LINE_PATH("on the way: {0} ({1}, {2} %)", "途中：{0}（{1}，{2}%）"),
    WITHOUT("Without {0}: {1}", "若去掉 {0}：{1}"),
    WITH("With {0}: {1}", "若加上 {0}：{1}"),
    REMEDY_LASTS("{0} (lasting)", "{0}（重启仍有效）"),
    REMEDY_TEMPORARY("{0} (until the next reboot)", "{0}（重启后失效）"),
    UNPROVEN("not tried on the model", "未经模型验证"),
    SIDE_EFFECT("But: {0}", "副作用：{0}"),
    SINCE_EXACTLY("exactly {0}", "{0}"),
    SINCE_AT_OR_BEFORE("at or before {0}", "不晚于 {0}"),
    SINCE_AFTER("after {0}", "晚于 {0}"),
    INFERRED_TIME("{0} (inferred)", "{0}（推断）"),
    INFERRED_FROM("{0} ({1})", "{0}（{1}）"),
    SPARED("{0}: {1}", "{0}：{1}"),
    NOT_SEEN("{0}: {1}", "{0}：{1}"),
    ON_HOST("on {0}: {1}", "在 {0} 上：{1}"),
    TITLED("{0}: {1}", "{0}：{1}"),
    MORE_LINES("{0} (+{1} {1|line|lines})", "{0}（另有 {1} 行）"),
    WAS_READ("{0} {0|block|blocks} of output in {1} {1|line|lines}", "{1} 行文本，{0} 段输出"),
    READ_PARTLY("{0}; {1} not understood: {2}", "{0}；{1} 段未能识别：{2}"),

    // what was left out
    SHOW_MORE("{0}: see --verbose", "还有 {0}，见 --verbose"),
    MORE_EVIDENCE("{0} {0|piece|pieces} of evidence", "{0} 条证据"),
    MORE_REMEDIES("{0} {0|remedy|remedies}", "{0} 种修复办法"),
    MORE_CONFLICTS("{0} {0|conflict|conflicts}", "{0} 处矛盾"),
    MORE_EVENTS("{0} {0|event|events}", "{0} 个事件"),
    MORE_NOTES("{0} {0|note|notes}", "{0} 条说明"),

    // values
    AND("{0} and {1}", "{0} 和 {1}"),
    NONE("none", "无"),
    PEER("asker: {0}", "访问方：{0}"),
    ADDRESS("target: {0}", "目标：{0}"),
    PORT("port: {0}", "端口：{0}"),

    // the list of facts
    FACTS_READ(
            "{0} {0|fact|facts} in {1} {1|document|documents}; line, host, source, fact",
            "{1} 份材料，{0} 条事实；各列为行号、主机、来源、事实"),
    BLOCK_NOT_UNDERSTOOD("not understood", "未能识别");

    private final String english;
    private final String chinese;

    Label(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** Its template in a language. */
    String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
    }
}
