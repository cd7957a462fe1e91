package astray.diagnosis.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ShellTest {

    @Test
    void plainNamesStayAsTheyAre() {
        assertEquals("br-b1a37228308c", Shell.word("br-b1a37228308c"));
        assertEquals("eth0.100@if7", Shell.word("eth0.100@if7"));
        assertFalse(Shell.isPlain("-oProxyCommand=x"));
    }

    /** The judge is a shell itself. */
    @Property(tries = 60)
    void aRealShellReadsTheNameBack(
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(min = 1, max = 30) String name)
            throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + Shell.word(name))
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        assertEquals(name, said);
    }
}
