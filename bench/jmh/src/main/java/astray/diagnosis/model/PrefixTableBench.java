package astray.diagnosis.model;

import astray.facts.IpAddress;
import astray.facts.Prefix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Longest match in a table as full as the Internet's, its prefix lengths in about the same shares. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class PrefixTableBench {
    private static final int ASKED = 1 << 16;

    @Param({"1000", "1000000"})
    int routes;

    private Prefix[] prefixes;
    private IpAddress[] addresses;
    private PrefixTable<Integer> table;
    private int next;

    @Setup
    public void fill() {
        var random = new SplittableRandom(1);
        prefixes = new Prefix[routes];
        for (int i = 0; i < routes; i++) {
            int length = random.nextInt(100) < 60 ? 24 : 16 + random.nextInt(8);
            prefixes[i] = new Prefix(IpAddress.v4(random.nextInt()), length);
        }
        addresses = new IpAddress[ASKED];
        for (int i = 0; i < ASKED; i++) {
            addresses[i] = IpAddress.v4(random.nextInt());
        }
        table = build();
    }

    @Benchmark
    public List<Integer> holding() {
        return table.holding(addresses[next++ & (ASKED - 1)]);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public PrefixTable<Integer> build() {
        var built = new PrefixTable<Integer>();
        for (int i = 0; i < routes; i++) {
            built.add(prefixes[i], i);
        }
        return built;
    }
}
