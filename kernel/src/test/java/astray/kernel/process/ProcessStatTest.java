package astray.kernel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProcessStatTest {
    private static ProcessStat stat(String line) {
        return new ProcessStat(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String command(ProcessStat stat) {
        return new String(stat.command(), StandardCharsets.UTF_8);
    }

    @Test
    void nameIsBetweenTheFirstAndTheLastBracket() {
        ProcessStat stat = stat("4711 ((bu) sd)) S 1 4700 4701 0 -1 4194560\n");
        assertEquals("(bu) sd)", command(stat));
        assertEquals(1, stat.parent());
        assertEquals(4700, stat.group());
        assertEquals(4701, stat.session());
    }

    @Test
    void cutLineHasNoFields() {
        assertEquals("", command(stat("4711 (webd")));
        assertEquals(0, stat("4711 (webd) S").parent());
        assertEquals(0, stat("").session());
    }

    @FuzzTest
    @Tag("fuzz")
    void anyBytesAreRead(byte[] line) {
        ProcessStat stat = new ProcessStat(line);
        assertEquals(true, stat.command().length <= line.length);
        assertEquals(stat.parent(), stat.parent());
        assertEquals(stat.session(), stat.session());
    }
}
