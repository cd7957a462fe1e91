package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The step of the image build that puts plain code in the place of what the compiler leaves to be made at run time: a
 * program must print the same before and after, and have none of it left after.
 */
class PlainTest {
    private static final Path ROOT =
            Path.of(System.getProperty("astray.root", "..")).toAbsolutePath().normalize();
    private static final String BIN = System.getProperty("java.home") + "/bin/";

    /** Every kind of component, equal and unequal, and switches with guards, null, records inside records. */
    private static final String SAMPLE = """
            import java.util.*;
            public class Sample {
                record Empty() {}
                record All(boolean z, byte b, char c, short s, int i, long l, float f, double d, String t, int[] a, List<String> v) {}
                record Deep(All all, Empty none) {}
                sealed interface Shape {}
                record Circle(double r) implements Shape {}
                record Square(double side) implements Shape {}
                record Pair(Shape one, Shape other) implements Shape {}
                static String said(Object o) {
                    return switch (o) {
                        case null -> "null";
                        case String s when s.length() > 3 -> "long " + s;
                        case String s -> "short " + s;
                        case Circle(double r) when r > 1 -> "big circle";
                        case Circle c -> "circle " + c;
                        case Pair(Circle(var r), Square(var side)) -> "circle and square " + r + side;
                        case Pair p -> "pair " + p;
                        case Integer i -> "int " + i;
                        case int[] a -> "array " + a.length;
                        default -> "other";
                    };
                }
                static int kind(Shape shape) {
                    return switch (shape) { case Circle _ -> 1; case Square _ -> 2; case Pair _ -> 3; };
                }
                public static void main(String[] args) {
                    int[] array = {1};
                    List<Object> all = new ArrayList<>();
                    for (double d : new double[] {0.0, -0.0, Double.NaN, 1.5}) {
                        for (String t : new String[] {null, "", "x"}) {
                            all.add(new All(d > 1, (byte) -1, 'c', (short) 7, 42, 1L << 40, (float) d, d, t, null, List.of("a")));
                        }
                    }
                    all.add(new All(true, (byte) -1, 'c', (short) 7, 42, 1L << 40, 1, 1, "x", null, null));
                    all.add(new Empty());
                    all.add(new Deep((All) all.getFirst(), new Empty()));
                    all.add(new Deep(null, null));
                    all.add(new Circle(1)); all.add(new Circle(2)); all.add(new Square(2));
                    all.add(new Pair(new Circle(1), new Square(3))); all.add(new Pair(new Square(3), null));
                    all.add("four"); all.add("two"); all.add(5); all.add(array); all.add('c');
                    for (Object one : all) {
                        System.out.println((one == array ? "" : one) + " " + (one == array ? 0 : one.hashCode()) + " " + said(one));
                        if (one instanceof Shape shape) System.out.println(kind(shape));
                        for (Object other : all) System.out.print(one.equals(other) ? 1 : 0);
                        System.out.println(one.equals(null));
                    }
                    System.out.println(said(null));
                    try { kind(null); } catch (NullPointerException e) { System.out.println("no null"); }
                }
            }
            """;

    @TempDir
    private Path temp;

    @Test
    void plainCodeDoesTheSame() throws IOException, InterruptedException {
        Files.writeString(temp.resolve("Sample.java"), SAMPLE);
        run(
                "javac",
                "-d",
                temp.resolve("classes").toString(),
                temp.resolve("Sample.java").toString());
        Path jar = temp.resolve("sample.jar");
        run(
                "jar",
                "--create",
                "--file",
                jar.toString(),
                "-C",
                temp.resolve("classes").toString(),
                ".");
        String before = run("java", "-cp", jar.toString(), "Sample");
        assertTrue(madeAtRunTime(jar) > 0);

        run(
                "java",
                "-cp",
                jar.toString(),
                ROOT.resolve("scripts/image/Plain.java").toString(),
                jar.toString());

        assertEquals(before, run("java", "-Xverify:all", "-cp", jar.toString(), "Sample"));
        assertEquals(0, madeAtRunTime(jar));
    }

    /** How many instructions leave a switch or a record's method to run time; the pool of constants may still name them. */
    private long madeAtRunTime(Path jar) throws IOException, InterruptedException {
        return run("javap", "-c", "-p", "-cp", jar.toString(), "Sample", "Sample$All", "Sample$Pair")
                .lines()
                .filter(line -> line.contains(": invokedynamic"))
                .filter(line -> line.contains(":typeSwitch:")
                        || line.contains(":equals:")
                        || line.contains(":hashCode:")
                        || line.contains(":toString:"))
                .count();
    }

    private String run(String tool, String... arguments) throws IOException, InterruptedException {
        Path said = temp.resolve("said");
        List<String> command = new java.util.ArrayList<>(List.of(BIN + tool));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "did not end: " + command);
        String text = Files.readString(said);
        assertEquals(0, process.exitValue(), text);
        return text;
    }
}
