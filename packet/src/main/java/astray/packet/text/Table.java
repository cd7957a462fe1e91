package astray.packet.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names for the numbers, or the bits, of a field. A table is written as a text: a line for each name, the number
 * (decimal, or hexadecimal after {@code 0x}) in front of it and a blank between.
 */
final class Table {
    private final Map<Long, String> names = new HashMap<>();
    private final List<Long> numbers = new ArrayList<>();

    private Table() {}

    /** Reads a table; the first name counts where a number has several. */
    static Table of(String rows) {
        Table table = new Table();
        for (String row : rows.split("\n", -1)) {
            if (row.isEmpty()) {
                continue;
            }
            int blank = row.indexOf(' ');
            Long number = Long.decode(blank < 0 ? row : row.substring(0, blank));
            if (table.names.putIfAbsent(number, blank < 0 ? "" : row.substring(blank + 1)) == null) {
                table.numbers.add(number);
            }
        }
        return table;
    }

    /** The name of a number; {@code null} for one without. */
    @Nullable
    String name(long number) {
        return names.get(number);
    }

    /** The name of a number, or another text. */
    String name(long number, String otherwise) {
        String name = names.get(number);
        return name == null ? otherwise : name;
    }

    /** The name of a number, or a text with the number in decimal behind it. */
    String orNumber(long number, String otherwise) {
        String name = names.get(number);
        return name == null ? otherwise + number : name;
    }

    /** The name of a number, or the number in hexadecimal digits between two texts. */
    String orHex(long number, String before, int digits, String after) {
        String name = names.get(number);
        return name == null
                ? new Line().text(before).hex(number, digits).text(after).toString()
                : name;
    }

    /** The names of the bits that are set, in the table's order, with a text between; another text where none is. */
    String bits(long value, String between, String otherwise) {
        StringBuilder text = new StringBuilder();
        for (long bit : numbers) {
            if (bit != 0 && (value & bit) == bit) {
                text.append(text.isEmpty() ? "" : between).append(names.get(bit));
            }
        }
        return text.isEmpty() ? otherwise : text.toString();
    }
}
