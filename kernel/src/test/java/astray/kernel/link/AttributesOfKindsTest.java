package astray.kernel.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of attributes against those of the C headers, recorded in {@code attributes.tsv}. */
class AttributesOfKindsTest {
    @Test
    void everyAttributeHasTheNumberOfTheHeader() throws IOException, ReflectiveOperationException {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        try (InputStream in = AttributesOfKindsTest.class.getResourceAsStream("attributes.tsv")) {
            assertNotNull(in);
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                int number = Class.forName("astray.kernel.link." + cells[0])
                        .getField(cells[1])
                        .getInt(null);
                if (number != Integer.parseInt(cells[3])) {
                    wrong.add(line + ": " + number);
                }
                rows++;
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(true, rows > 200, "rows: " + rows);
    }
}
