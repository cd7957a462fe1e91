package astray.packet.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.file.CaptureFile.Mixture;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
class CaptureFuzzTest {

    @FuzzTest
    void anyBytesAreReadOrRefusedInOneLine(byte[] bytes) {
        for (Mixture mixture : Mixture.values()) {
            try (CaptureFile file = CaptureFile.read(new ByteArrayInputStream(bytes), "fuzz", mixture)) {
                while (file.next()) {
                    assertTrue(file.captured() >= 0);
                    assertTrue(file.offset() >= 0);
                    assertTrue(file.offset() + file.captured() <= file.bytes().limit());
                    assertTrue(file.nanos() >= 0);
                }
            } catch (CaptureException e) {
                assertTrue(e.getMessage().indexOf('\n') < 0);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
