package astray.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.IpAddress;
import astray.kernel.inet.Bytes;
import astray.probe.DnsReport.Outcome;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions and answers as they go over the wire. */
class DnsMessageTest {
    private static final int ID = 0x1234;

    /** The question for an A record of {@code www.example.com}, as in an answer with one record behind it. */
    private static final String WWW = "03777777076578616d706c6503636f6d00" + "00010001";

    private static final String ONE_ANSWER = "1234" + "8180" + "0001" + "0001" + "0000" + "0000" + WWW;

    /** The name of the question, by a pointer. */
    private static final String POINTER = "c00c";

    private static DnsMessage.Answer read(String hex) {
        return DnsMessage.read(Bytes.of(HexFormat.of().parseHex(hex)), ID, "www.example.com", DnsType.A);
    }

    @Test
    void questionIsLaidOutAsRfc1035Says() {
        assertArrayEquals(
                HexFormat.of().parseHex("1234" + "0100" + "0001" + "0000" + "0000" + "0000" + WWW),
                DnsMessage.question(ID, "www.example.com", DnsType.A));
        assertArrayEquals(
                DnsMessage.question(ID, "www.example.com", DnsType.A),
                DnsMessage.question(ID, "www.example.com.", DnsType.A));
    }

    @Test
    void namesThatCannotBeAskedForAreNone() {
        assertNull(DnsMessage.question(ID, "", DnsType.A));
        assertNull(DnsMessage.question(ID, ".", DnsType.A));
        assertNull(DnsMessage.question(ID, "a..b", DnsType.A));
        assertNull(DnsMessage.question(ID, "x".repeat(64), DnsType.A));
        assertNull(DnsMessage.question(ID, "ab.".repeat(85), DnsType.A));
    }

    @Test
    void anAddressIsRead() {
        DnsMessage.Answer answer = read(ONE_ANSWER + POINTER + "00010001" + "00000e10" + "0004" + "c0000207");
        assertEquals(Outcome.ADDRESSES, answer.outcome());
        assertEquals(List.of(IpAddress.of("192.0.2.7")), answer.addresses());
        assertNull(answer.canonical());
    }

    @Test
    void anAliasLeadsToTheAddressesOfItsName() {
        String alias = "03637" + "46e" + "c010";
        DnsMessage.Answer answer = read("1234" + "8180" + "0001" + "0003" + "0000" + "0000" + WWW
                + POINTER + "00050001" + "00000e10" + "0006" + alias
                // of another name: not ours
                + "c010" + "00010001" + "00000e10" + "0004" + "c00002ff"
                + "c02d" + "00010001" + "00000e10" + "0004" + "c0000207");
        assertEquals(List.of(IpAddress.of("192.0.2.7")), answer.addresses());
        assertEquals("ctn.example.com", answer.canonical());
    }

    @Test
    void aLongAddressIsRead() {
        String question = "03777777076578616d706c6503636f6d00" + "001c0001";
        DnsMessage.Answer answer = DnsMessage.read(
                Bytes.of(HexFormat.of()
                        .parseHex("1234" + "8180" + "0001" + "0001" + "0000" + "0000" + question + POINTER + "001c0001"
                                + "00000e10" + "0010" + "20010db8000000000000000000000007")),
                ID,
                "WWW.Example.com.",
                DnsType.AAAA);
        assertNotNull(answer);
        assertEquals(List.of(IpAddress.of("2001:db8::7")), answer.addresses());
    }

    @Test
    void noSuchNameAndNoAddressAndFailureAreToldApart() {
        assertEquals(
                Outcome.NO_SUCH_NAME,
                read("1234" + "8183" + "0001" + "0000" + "0000" + "0000" + WWW).outcome());
        assertEquals(
                Outcome.NO_ADDRESS,
                read("1234" + "8180" + "0001" + "0000" + "0000" + "0000" + WWW).outcome());
        DnsMessage.Answer refused = read("1234" + "8185" + "0000" + "0000" + "0000" + "0000");
        assertEquals(Outcome.SERVER_FAILED, refused.outcome());
        assertEquals(5, refused.code());
    }

    @Test
    void answersToOtherQuestionsAreNone() {
        String record = POINTER + "00010001" + "00000e10" + "0004" + "c0000207";
        assertNull(read(ONE_ANSWER.replaceFirst("1234", "1235") + record), "another id");
        assertNull(read(ONE_ANSWER.replaceFirst("8180", "0100") + record), "a question");
        assertNull(read(ONE_ANSWER.replaceFirst("03777777", "03777778") + record), "another name");
        assertNull(read(ONE_ANSWER.replaceFirst("00010001$", "001c0001") + record), "another type");
        assertNull(read("1234"), "no header");
    }

    @Test
    void pointersThatGoInCirclesAreMalformed() {
        assertEquals(
                Outcome.MALFORMED,
                read(ONE_ANSWER + "c021" + "00010001" + "00000e10" + "0004" + "c0000207")
                        .outcome());
        assertEquals(
                Outcome.MALFORMED,
                read("1234" + "8180" + "0001" + "0001" + "0000" + "0000" + "c00c" + "00010001")
                        .outcome());
    }

    @Test
    void answersThatEndTooSoonAreMalformedUnlessTheySaySo() {
        String record = POINTER + "00010001" + "00000e10" + "0004" + "c00002";
        assertEquals(Outcome.MALFORMED, read(ONE_ANSWER + record).outcome());
        assertTrue(read(ONE_ANSWER.replaceFirst("8180", "8380") + record).truncated());
    }

    @Property(tries = 200)
    void whatIsAskedIsReadBackFromItsOwnAnswer(
            @ForAll @Size(min = 1, max = 6) List<@AlphaChars @StringLength(min = 1, max = 40) String> labels,
            @ForAll @IntRange(max = 0xffff) int id,
            @ForAll DnsType type) {
        String name = String.join(".", labels);
        byte[] message = DnsMessage.question(id, name, type);
        if (name.length() > 253) {
            assertNull(message);
            return;
        }
        assertNotNull(message);
        message[2] = (byte) 0x81;
        DnsMessage.Answer answer = DnsMessage.read(Bytes.of(message), id, name, type);
        assertNotNull(answer);
        assertEquals(Outcome.NO_ADDRESS, answer.outcome());
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "30s")
    void anyAnswerIsReadInPeace(byte[] data) {
        for (DnsType type : DnsType.values()) {
            DnsMessage.Answer answer =
                    DnsMessage.read(Bytes.of(data), Bytes.of(data).u16(0), "www.example.com", type);
            if (answer != null) {
                assertTrue(answer.addresses().size() <= 256);
            }
        }
    }
}
