package astray.instruments.lsof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.names.Services;
import astray.kernel.process.RawFiles;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class OptionReaderTest {
    private static final Services SERVICES = Services.of("smtp 25/tcp mail\ndomain 53/tcp\ndomain 53/udp\n");

    private record Reading(Options options, List<String> complaints) {}

    private static Reading read(String... words) {
        try (RawFiles files = new RawFiles()) {
            OptionReader reader = new OptionReader(List.of(words), files, SERVICES);
            Options options = reader.read();
            return new Reading(options, reader.complaints());
        }
    }

    private static Options good(String... words) {
        Reading reading = read(words);
        assertEquals(List.of(), reading.complaints);
        return reading.options;
    }

    private static String bad(String... words) {
        List<String> complaints = read(words).complaints;
        assertTrue(!complaints.isEmpty());
        return complaints.getFirst();
    }

    @Test
    void groupedOptionsAndTheirValueMayShareAWord() {
        Options options = good("-nPap7", "-d3-5,cwd");
        assertTrue(options.hostNumbers && options.portNumbers && options.and);
        assertEquals(7, options.processes.pids.getFirst().value);
        assertTrue(options.descriptors.includes("", 4) && options.descriptors.includes("cwd", -1));
        assertEquals(Select.PROCESS | Select.DESCRIPTOR, options.selected);
    }

    @Test
    void optionalValueDoesNotBeginWithAPrefix() {
        Options options = good("-i", "-g", "+L", "-s");
        assertTrue(options.internet.wantsAll() && options.groups && options.links);
        assertEquals(Options.Extent.SIZE, options.extent);
        assertEquals(Select.NETWORK, options.selected);
    }

    @Test
    void namesComeBehindTheFirstWordThatIsNoOption() {
        assertEquals(List.of("/a", "-n"), good("-w", "/a", "-n").operands);
        assertEquals(List.of("-n"), good("--", "-n").operands);
        assertEquals(List.of("x"), good("-o", "x").operands);
    }

    @Test
    void digitsOfAValueMayBeFollowedByOptions() {
        Options options = good("-oo3", "-r2c4mX", "-a", "-p1");
        assertEquals(3, options.offsetDigits);
        assertEquals(Options.Extent.OFFSET, options.extent);
        assertEquals(2, options.repeatSeconds);
        assertEquals(4, options.repeatCount);
        assertEquals("X", options.marker);
    }

    @Test
    void countWithoutMarkerIsReadAsACommandTooAsTheOriginalDoes() {
        Options options = good("-r", "1c2", "-p1");
        assertEquals(2, options.repeatCount);
        assertEquals("2", options.processes.commands.getFirst().text);
    }

    @Test
    void fieldOfTheOffsetAsksForOffsets() {
        assertEquals(Options.Extent.OFFSET, good("-Fpo").extent);
        assertEquals(Options.Extent.EITHER, good("-F").extent);
        assertTrue(good("-FT").showQueues);
        assertTrue(good("-F0").zeroEnds);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertEquals("illegal option character: Y", bad("-Y"));
        assertEquals("unknown protocol name (frog) in: -i frog:22", bad("-i", "frog:22"));
        assertEquals("unknown service nosuch in: -i :nosuch", bad("-i:nosuch"));
        assertEquals("unacceptable port specification in: -i :5-3", bad("-i", ":5-3"));
        assertEquals("IPv4 addresses are prohibited: -i 6@1.2.3.4", bad("-i6@1.2.3.4"));
        assertEquals("unknown TCP state name: FROG", bad("-sTCP:frog"));
        assertEquals("no UDP state names available: UDP:Idle", bad("-sUDP:Idle"));
        assertEquals("illegal process ID: 1,x", bad("-p", "1,x"));
        assertEquals("PID 1 has been included and excluded.", bad("-p1,^1"));
        assertEquals("-d FD range's low >= its high: 5-3", bad("-d", "5-3"));
        assertEquals("exclude in an include -d list: ^4", bad("-d", "3,^4"));
        assertEquals("-F and -t are mutually exclusive", bad("-F", "-t"));
        assertEquals("--json and -F are mutually exclusive", bad("--json", "-F"));
        assertEquals("--json and -t are mutually exclusive", bad("-t", "--json"));
        assertEquals("-o and -s are mutually exclusive", bad("-o", "-s"));
        assertEquals("no select options to AND via -a", bad("-a"));
        assertEquals("-x must accompany +d or +D", bad("-x"));
        assertEquals("+M is not supported: registrations with the portmapper are not asked for", bad("+M"));
        assertEquals("unknown field: x", bad("-Fx"));
        assertEquals("regexp doesn't end with '/': /a", bad("-c", "/a"));
    }

    @Test
    void servicesAreFoundInBothProtocols() {
        Options options = good("-i:domain", "-iTCP:1-mail");
        assertEquals(2, options.internet.words.size());
    }

    @Property(tries = 500)
    void anyWordsAreReadOrRefused(
            @ForAll @Size(max = 5) List<@StringLength(max = 12) @CharRange(from = ' ', to = '~') String> words) {
        // a host name would be asked for over the network, a large tree or a user would be looked up: not here
        if (words.stream().noneMatch(w -> w.indexOf('@') >= 0 || w.indexOf('u') >= 0)) {
            Reading reading = read(words.toArray(new String[0]));
            assertTrue(reading.options.operands.size() <= words.size());
        }
    }
}
