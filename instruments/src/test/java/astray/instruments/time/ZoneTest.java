package astray.instruments.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones as the C library has them; the JDK's, which know the same offsets, are the judge. */
class ZoneTest {
    private static final String[] NAMES = {
        "Europe/Berlin", "Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"
    };

    @Property(tries = 500)
    void offsetsAreThoseOfTheZoneDatabase(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second, @ForAll int which) {
        String name = NAMES[Math.floorMod(which, NAMES.length)];
        ZonedDateTime there = Instant.ofEpochSecond(second).atZone(ZoneId.of(name));
        Zone zone = Zone.of(name);
        assertEquals(there.getOffset().getTotalSeconds(), zone.offset(second), name);
        Civil civil = zone.civil(second);
        assertEquals(
                there.toLocalDateTime(),
                LocalDateTime.of(
                        civil.year(), civil.month(), civil.day(), civil.hour(), civil.minute(), civil.second()));
        assertEquals(there.getDayOfWeek().getValue() % 7, civil.weekday());
        ZonedDateTime back = there.toLocalDateTime().atZone(ZoneId.of(name));
        assertEquals(back.toEpochSecond(), zone.seconds(civil), name);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai,1700000000,CST",
        "Asia/Kathmandu,1700000000,+0545",
        "Europe/Berlin,1700000000,CET",
        "Europe/Berlin,1690000000,CEST",
        "America/New_York,4000000000,EDT",
        "UTC,0,UTC",
        "'EST5EDT,M3.2.0,M11.1.0',1690000000,EDT",
        "<+0330>-3:30,1690000000,+0330",
        "Nowhere/Atall,1690000000,UTC"
    })
    void abbreviationsAreThoseOfTheZonesFile(String variable, long second, String name) {
        assertEquals(name, Zone.of(variable).name(second));
    }

    @Tag("fuzz")
    @FuzzTest
    void anyBytesAreAZoneOrNone(byte[] bytes) {
        try {
            Zone zone = Zone.parse(ByteBuffer.wrap(bytes));
            if (zone != null) {
                assertNotNull(zone.name(1_700_000_000));
                assertNotNull(zone.civil(1_700_000_000));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException refused) {
            // Whoever reads a zone's file takes these for "no zone".
            assertNotNull(refused);
        }
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertNotNull(Zone.of(text).name(1_700_000_000));
    }
}
