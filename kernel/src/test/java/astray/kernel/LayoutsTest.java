package astray.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.testkit.Commands;
import astray.testkit.NeedsTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded layouts against the C headers themselves. */
class LayoutsTest {

    @Test
    @NeedsTool("gcc")
    void recordedLayoutsAreThoseOfTheHeaders(@TempDir Path folder) throws IOException {
        Set<String> headers = new LinkedHashSet<>(List.of("stddef.h", "stdio.h", "sys/socket.h", "netinet/in.h"));
        StringBuilder body = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (Layouts.Row row : Layouts.rows()) {
            headers.add(row.header());
            String value = row.field().equals("-")
                    ? "sizeof(" + row.structure() + ")"
                    : "offsetof(" + row.structure() + ", " + row.field() + ")";
            body.append("printf(\"")
                    .append(row.structure())
                    .append(' ')
                    .append(row.field())
                    .append(" %zu\\n\", (size_t) ")
                    .append(value)
                    .append(");\n");
            expected.append(row.structure())
                    .append(' ')
                    .append(row.field())
                    .append(' ')
                    .append(row.bytes())
                    .append('\n');
        }
        StringBuilder program = new StringBuilder("#define _GNU_SOURCE\n");
        headers.forEach(h -> program.append("#include <").append(h).append(">\n"));
        program.append("int main(void) {\n").append(body).append("return 0;\n}\n");
        Path source = Files.writeString(folder.resolve("layouts.c"), program);
        Path binary = folder.resolve("layouts");
        Commands.must(List.of("gcc", "-o", binary.toString(), source.toString()));
        assertEquals(expected.toString(), Commands.must(List.of(binary.toString())));
    }
}
