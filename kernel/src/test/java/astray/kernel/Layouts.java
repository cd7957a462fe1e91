package astray.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the C headers say of structures: {@code layouts.tsv}. Tests of views compare their constants with it. */
public final class Layouts {
    /**
     * A row.
     *
     * @param header the header that declares the structure
     * @param structure the structure, as C names it
     * @param field the field, {@code -} for the whole
     * @param bytes the field's offset, or the size of the whole
     */
    record Row(String header, String structure, String field, int bytes) {}

    private static final List<Row> ROWS = read();

    private Layouts() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** The offset of a field in bytes. */
    public static int offset(String structure, String field) {
        for (Row row : ROWS) {
            if (row.structure.equals(structure) && row.field.equals(field)) {
                return row.bytes;
            }
        }
        throw new AssertionError("layouts.tsv has no row for " + structure + " " + field);
    }

    /** The size of a structure in bytes. */
    public static int size(String structure) {
        return offset(structure, "-");
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = Layouts.class.getResourceAsStream("layouts.tsv")) {
            if (in == null) {
                throw new AssertionError("layouts.tsv is missing");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] cells = line.split("\t", -1);
                    rows.add(new Row(cells[0], cells[1], cells[2], Integer.parseInt(cells[3])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
