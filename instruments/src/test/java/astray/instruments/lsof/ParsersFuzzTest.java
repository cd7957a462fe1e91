package astray.instruments.lsof;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/** Whatever the kernel's texts and names hold: nothing fails, and no control character comes out. */
@Tag("fuzz")
class ParsersFuzzTest {

    @FuzzTest
    void anyMapsAreRead(byte[] bytes) {
        for (Mapping mapping : Mapping.all(bytes)) {
            assertTrue(mapping.inode() != 0);
            assertFalse(mapping.path().isEmpty());
        }
    }

    @FuzzTest
    void anyLocksAreRead(byte[] bytes) {
        Locks locks = new Locks(Latin.of(bytes));
        assertTrue(" rRwW".indexOf(locks.of(1, 0, 0)) >= 0);
    }

    @FuzzTest
    void anyFdInfoIsRead(byte[] bytes) {
        FdInfo info = new FdInfo(Latin.of(bytes));
        assertTrue(info.position() == OpenFile.UNKNOWN || info.position() >= 0);
        assertTrue(info.watched().length() < bytes.length + 4);
        assertTrue(info.flags() == OpenFile.UNKNOWN || info.flags() >= 0);
    }

    @FuzzTest
    void anyNameIsPrintable(byte[] bytes) {
        for (boolean wide : new boolean[] {false, true}) {
            String name = new Text(wide).name(bytes);
            assertTrue(name.codePoints().noneMatch(Character::isISOControl), name);
            String command = new Text(wide).command(bytes, 9);
            assertTrue(command.length() <= 9 && command.indexOf(' ') < 0, command);
        }
    }

    @FuzzTest
    void anyMountIsPlain(byte[] bytes) {
        String escaped = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(Mounts.plain(escaped).length() <= escaped.length());
    }

    @FuzzTest
    void anyExpressionIsCompiledOrRefused(byte[] bytes) {
        String text = "/" + new String(bytes, StandardCharsets.UTF_8) + "/";
        try {
            assertTrue(RegularExpression.compile(text).pattern().length() < 8 * text.length());
        } catch (Usage refused) {
            assertFalse(String.valueOf(refused.getMessage()).isEmpty());
        }
    }
}
