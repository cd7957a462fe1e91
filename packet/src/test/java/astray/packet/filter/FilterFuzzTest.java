package astray.packet.filter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
class FilterFuzzTest {
    private static final int[] LINKS = {0, 1, 9, 101, 105, 113, 123, 127, 140, 192, 228, 276, 281, 147};

    @FuzzTest
    void anyTextIsCompiledOrRefusedInOneLine(FuzzedDataProvider data) {
        LinkType link = new LinkType(data.pickValue(LINKS));
        byte[] packet = data.consumeBytes(100);
        String expression = data.consumeRemainingAsString();
        for (boolean optimised : new boolean[] {true, false}) {
            try {
                Program program = Filter.compile(
                        expression, Settings.of(link).live(true).vlanAside(true).optimised(optimised));
                program.matches(packet);
                assertTrue(Listing.readable(program).endsWith("\n"));
            } catch (FilterException e) {
                String message = e.getMessage();
                assertTrue(message != null && message.indexOf('\n') < 0 && e.position() <= expression.length());
            }
        }
    }
}
