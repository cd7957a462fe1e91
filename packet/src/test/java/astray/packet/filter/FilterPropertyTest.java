package astray.packet.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.ErrnoException;
import astray.kernel.packet.FilterTrial;
import astray.packet.LinkType;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Random expressions on random packets: the program made short, the program as written, and the kernel say the same. */
class FilterPropertyTest {
    private static final int PACKETS = 40;

    private static @Nullable Program compiled(String expression, boolean optimised) {
        try {
            return Filter.compile(expression, Settings.of(LinkType.ETHERNET).optimised(optimised));
        } catch (FilterException e) {
            return null;
        }
    }

    /**
     * Whether a program loads from before what X says, as that of {@code geneve and ether src host} does: the kernel does
     * that, but libpcap's interpreter refuses such a packet, and so does this one.
     */
    private static boolean looksBack(Program program) {
        for (int i = 0; i < program.length(); i++) {
            boolean load = (program.code(i) & 7) == Bpf.LD && (program.code(i) & 0xe0) == Bpf.IND;
            if (load && program.constant(i) < 0) {
                return true;
            }
        }
        return false;
    }

    @org.junit.jupiter.api.Test
    void whatLooksBackIsRefusedHereAndNotByTheKernel() throws ErrnoException {
        Program program = new Program(
                new int[] {Bpf.LDX | Bpf.IMM, Bpf.LD | Bpf.IND | Bpf.B, Bpf.RET}, new int[3], new int[3], new int[] {
                    4, -2, 1
                });
        assertTrue(looksBack(program));
        assertFalse(program.matches(new byte[60]));
        try (FilterTrial kernel = trial(program)) {
            assertTrue(kernel.takes(new byte[60]));
        }
    }

    @org.junit.jupiter.api.Test
    void whatXHeldIsLoadedAgainWhenComputingTheOtherSideTookX() {
        // tcp[13] is loaded by way of X, which held ip[8] from the comparison before
        String expression = "not (ip[8] > ip[8]) and tcp[13] > ip[8]";
        byte[] packet = Packets.tcp4(0x0a000001, 0x0a000002, 1024, 22);
        packet[14 + 8] = 10;
        packet[14 + 20 + 13] = 18;
        for (boolean optimised : new boolean[] {true, false}) {
            Program program = compiled(expression, optimised);
            assertTrue(program != null && program.matches(packet), () -> String.valueOf(program));
        }
    }

    @Property(tries = 1000)
    void makingAProgramShortDoesNotChangeItsAnswers(@ForAll long seed) {
        Random random = new Random(seed);
        String expression = Expressions.random(random, 3);
        Program quick = compiled(expression, true);
        Program plain = compiled(expression, false);
        if (plain == null) {
            assertEquals(null, quick, expression);
            return;
        }
        if (looksBack(plain)) {
            return;
        }
        for (int i = 0; i < PACKETS; i++) {
            byte[] packet = Packets.random(random);
            boolean expected = plain.matches(packet);
            if (quick == null) {
                assertFalse(expected, expression);
                continue;
            }
            assertEquals(expected, quick.matches(packet), () -> expression + "\n" + quick + "\n" + plain);
            // On a packet that is cut, loads that were spared may only turn a refusal into a match.
            byte[] cut = Arrays.copyOf(packet, random.nextInt(80));
            assertTrue(!plain.matches(cut) || quick.matches(cut), () -> expression + "\n" + quick + "\n" + plain);
        }
    }

    @Property(tries = 500)
    void theKernelSaysTheSameAsTheInterpreter(@ForAll long seed) throws ErrnoException {
        Random random = new Random(seed);
        String expression = Expressions.random(random, 3);
        Program program = compiled(expression, random.nextBoolean());
        if (program == null || !program.fitsKernel() || looksBack(program)) {
            return;
        }
        try (FilterTrial kernel = trial(program)) {
            for (int i = 0; i < PACKETS; i++) {
                byte[] whole = Packets.random(random);
                byte[] packet = random.nextBoolean() ? whole : Arrays.copyOf(whole, 1 + random.nextInt(120));
                assertEquals(kernel.takes(packet), program.matches(packet), () -> expression + "\n" + program);
            }
        }
    }

    private static FilterTrial trial(Program program) throws ErrnoException {
        int length = program.length();
        int[][] columns = new int[4][length];
        for (int i = 0; i < length; i++) {
            columns[0][i] = program.code(i);
            columns[1][i] = program.jumpTrue(i);
            columns[2][i] = program.jumpFalse(i);
            columns[3][i] = program.constant(i);
        }
        return FilterTrial.of(columns[0], columns[1], columns[2], columns[3]);
    }
}
