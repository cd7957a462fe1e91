package astray.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WidthTest {

    @Test
    void eastAsianTakesTwoColumnsAndMarksTakeNone() {
        assertEquals(3, Width.of("abc"));
        assertEquals(8, Width.of("网桥，（"));
        assertEquals(1, Width.of("e\u0301"));
        assertEquals(2, Width.of("\ud83d\ude00"));
        assertEquals(2, Width.of("\ud840\udc00"));
        assertEquals(2, Width.of("ﾊﾝ"));
        assertEquals(2, Width.of("한"));
        assertEquals(2, Width.of("\u1112\u1161\u11ab"));
        assertEquals(3, Width.of("──→"));
        assertEquals(3, Width.of("…✗└"));
    }

    @Test
    void rangesAscend() {
        int previous = -1;
        for (int codePoint = 0; codePoint < 0x110000; codePoint++) {
            assertTrue(Width.of(codePoint) >= 0);
            if (Width.wide(codePoint)) {
                assertTrue(codePoint > previous);
                previous = codePoint;
            }
        }
        assertEquals(0x3fffd, previous);
    }

    @Test
    void linesBreakAtBlanks() {
        assertEquals(List.of("one two", "three"), Wrap.lines("one two three", 9));
        assertEquals(List.of("one two", "three"), Wrap.lines("one two three", 7));
        assertEquals(List.of("abcde", "fgh"), Wrap.lines("abcdefgh", 5));
        assertEquals(List.of(""), Wrap.lines("", 5));
    }

    @Test
    void chineseLinesDoNotBeginWithClosingMarks() {
        assertEquals(List.of("回包走", "错了，", "路。"), Wrap.lines("回包走错了，路。", 6));
        assertEquals(List.of("回包", "走，错"), Wrap.lines("回包走，错", 6));
        assertEquals(List.of("回包", "（走）"), Wrap.lines("回包（走）", 6));
        assertEquals(List.of("从 eth0", "出去"), Wrap.lines("从 eth0 出去", 8));
    }

    @Test
    void quotationsLoseTheirMiddle() {
        assertEquals("short", Wrap.shorten("short", 10, "…"));
        String shortened =
                Wrap.shorten("inet 192.168.64.1/20 brd 192.168.79.255 scope global br-b1a37228308c", 50, "…");
        assertTrue(shortened.startsWith("inet 192.168.64.1/20"), shortened);
        assertTrue(shortened.endsWith("br-b1a37228308c"), shortened);
        assertTrue(Width.of(shortened) <= 50, shortened);
    }

    @Test
    void excerptsKeepWhatTheyAreQuotedFor() {
        String line = "11:59:17.123725 ARP, Request who-has 192.168.73.2 tell gpu1, length 28";
        assertEquals(
                "11:59:17.123725 … who-has 192.168.73.2 tell …",
                Excerpt.of(line, 46, "…", Focus.on(List.of("192.168.73.2"))));
        assertEquals(line, Excerpt.of(line, 80, "…", Focus.NONE));
    }

    @Test
    void onlyWhatActsIsEscaped() {
        assertEquals("\\x1b[31mred\\x07", Printable.of("\u001b[31mred\u0007"));
        assertEquals("a b\\x0ac", Printable.of("a\tb\nc"));
        assertEquals(
                "\\u202egnp.exe\\u2066\\u200b\\u2028\\ufeff", Printable.of("\u202egnp.exe\u2066\u200b\u2028\ufeff"));
        assertEquals("\\x9b\\xad\\ud800\\U000e0041", Printable.of("\u009b\u00ad\ud800\udb40\udc41"));
        assertEquals("网桥 é … ✗ \ud83d\ude00", Printable.of("网桥 é … ✗ \ud83d\ude00"));
    }

    @Test
    void blanksGoWhereChineseMeetsChinese() {
        Template template = Template.parse("从 {0} 出去，不走 {1}。");
        assertEquals("从 eth0 出去，不走默认路由。", template.fill(List.of("eth0", "默认路由"), Object::toString));
        assertEquals("从网桥出去，不走 eth1。", template.fill(List.of("网桥", "eth1"), Object::toString));
    }
}
