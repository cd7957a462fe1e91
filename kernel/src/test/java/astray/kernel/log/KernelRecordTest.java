package astray.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records of /dev/kmsg. */
class KernelRecordTest {
    private final KernelRecord record = new KernelRecord();

    private String read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] roomy = Arrays.copyOf(bytes, bytes.length + 1);
        record.read(roomy, bytes.length);
        return new String(roomy, record.from(), record.to() - record.from(), StandardCharsets.UTF_8);
    }

    @Test
    void tagsAreLeftOutAndEscapesUndone() {
        String text = "30,339,5140900,-,caller=T1;device \\xe7\\xbd\\x91 \\x5cx is up\n SUBSYSTEM=net\n DEVICE=n3\n";
        assertEquals("device 网 \\x is up", read(text));
        assertEquals(5_140_900, record.micros());
        assertEquals(6, record.level());
        assertEquals(3, record.facility());
    }

    @Property
    void whatTheKernelWritesIsReadBack(
            @ForAll @IntRange(max = 191) int priority, @ForAll @LongRange(max = 999_999_999_999_999L) long micros) {
        assertEquals("a;b", read(priority + ",18446744073709551615," + micros + ",c;a;b\n"));
        assertEquals(priority, record.priority());
        assertEquals(micros, record.micros());
    }

    @Tag("fuzz")
    @FuzzTest
    void anyBytesAreTaken(byte[] bytes) {
        byte[] roomy = Arrays.copyOf(bytes, bytes.length + 1);
        record.read(roomy, bytes.length);
        assertTrue(record.from() <= record.to() && record.to() <= bytes.length);
        assertTrue(record.priority() >= 0 && record.micros() >= 0);
    }
}
