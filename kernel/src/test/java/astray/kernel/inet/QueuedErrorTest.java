package astray.kernel.inet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.IpAddress;
import astray.kernel.Errno;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On what Linux 6.18 handed out. */
class QueuedErrorTest {
    private static final String PROHIBITED = "1400000000000000000000000200000040000000000000003000000000000000"
            + "000000000b0000007100000002030d000000000000000000020000000a0000020000000000000000";
    private static final String PROHIBITED_DESTINATION = "020000630a0908010000000000000000";
    private static final String NO_ROUTE_6 = "1400000000000000290000003400000040000000000000003c00000000000000"
            + "29000000190000000d0000000301010000000000000000000a00000000000000fd000000000000000000000000000002"
            + "0000000000000000";
    private static final String NO_ROUTE_6_DESTINATION = "0a00006300000000fd99000000000000000000000000000100000000";

    private static MemorySegment hex(String digits) {
        return MemorySegment.ofArray(HexFormat.of().parseHex(digits));
    }

    @Test
    void routerThatProhibitsIsNamedWithTypeAndCode() {
        byte[] packet = {1, 2};
        QueuedError error = QueuedError.parse(hex(PROHIBITED), hex(PROHIBITED_DESTINATION), packet);
        assertNotNull(error);
        assertEquals(Errno.EHOSTUNREACH, error.errno());
        assertEquals(QueuedError.Origin.ICMP, error.origin());
        assertEquals(3, error.type());
        assertEquals(13, error.code());
        assertEquals(IpAddress.of("10.0.0.2"), error.offender());
        assertEquals(IpAddress.of("10.9.8.1"), error.destination());
        assertEquals(99, error.port());
        assertEquals(Bytes.of(packet), error.packet());
    }

    @Test
    void routerOfTheOtherFamilyIsNamedToo() {
        QueuedError error = QueuedError.parse(hex(NO_ROUTE_6), hex(NO_ROUTE_6_DESTINATION), new byte[0]);
        assertNotNull(error);
        assertEquals(Errno.EACCES, error.errno());
        assertEquals(QueuedError.Origin.ICMP6, error.origin());
        assertEquals(1, error.type());
        assertEquals(1, error.code());
        assertEquals(IpAddress.of("fd00::2"), error.offender());
        assertEquals(IpAddress.of("fd99::1"), error.destination());
    }

    @Test
    void whatIsCutShortIsNoErrorAndThrowsNothing() {
        byte[] whole = HexFormat.of().parseHex(NO_ROUTE_6);
        for (int length = 0; length < 24 + 16 + QueuedError.EE_SIZE; length++) {
            MemorySegment cut = MemorySegment.ofArray(Arrays.copyOf(whole, length));
            assertNull(QueuedError.parse(cut, MemorySegment.NULL, new byte[0]), "at " + length);
        }
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "30s")
    void anyBytesAreReadInPeace(byte[] data) {
        MemorySegment bytes = MemorySegment.ofArray(data);
        QueuedError error = QueuedError.parse(bytes, bytes, data);
        if (error != null) {
            assertNotNull(error.toString());
        }
    }
}
