package astray.instruments.netstat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static String cell(int pid, String line) {
        return Programs.cell(pid, line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aProgramIsNamedByItsFirstWordWithoutFoldersAndCutToNineteenCharacters() {
        assertEquals("12/sshd", cell(12, "/usr/sbin/sshd\0-D\0"));
        assertEquals("686/wire daemon", cell(686, "wire daemon\0x\0"));
        assertEquals("1234/sshd: user [pr", cell(1234, "sshd: user [priv]/x\0"));
        assertEquals("7/bin/relative/path", cell(7, "bin/relative/path/x\0"));
        assertEquals("3/", cell(3, ""));
        assertEquals("3/a?b", cell(3, "a\u001bb\0"));
    }
}
