package astray.packet.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names for the numbers, or the bits, of a field. A table is written as a text: a line for each name, the number
 * (decimal, or hexadecimal after {@code 0x}) in front of it and a blank between.
 */
final class Table {
    /** In the order of the rows. */
    private final long[] numbers;

    private final String[] names;

    /** Sorted, so that a name is found without an object for its number. */
    private final long[] sorted;

    private final String[] sortedNames;

    private Table(Map<Long, String> rows) {
        numbers = new long[rows.size()];
        names = rows.values().toArray(new String[0]);
        int count = 0;
        for (long number : rows.keySet()) {
            numbers[count++] = number;
        }
        sorted = numbers.clone();
        Arrays.sort(sorted);
        sortedNames = new String[sorted.length];
        for (int i = 0; i < numbers.length; i++) {
            sortedNames[Arrays.binarySearch(sorted, numbers[i])] = names[i];
        }
    }

    /** Reads a table; the first name counts where a number has several. */
    static Table of(String rows) {
        Map<Long, String> read = new LinkedHashMap<>();
        for (String row : rows.split("\n", -1)) {
            if (!row.isEmpty()) {
                int blank = row.indexOf(' ');
                Long number = Long.decode(blank < 0 ? row : row.substring(0, blank));
                read.putIfAbsent(number, blank < 0 ? "" : row.substring(blank + 1));
            }
        }
        return new Table(read);
    }

    /** The name of a number; {@code null} for one without. */
    @Nullable
    String name(long number) {
        int at = Arrays.binarySearch(sorted, number);
        return at < 0 ? null : sortedNames[at];
    }

    /** The name of a number, or another text. */
    String name(long number, String otherwise) {
        String name = name(number);
        return name == null ? otherwise : name;
    }

    /** The name of a number, or a text with the number in decimal behind it. */
    String orNumber(long number, String otherwise) {
        String name = name(number);
        return name == null ? otherwise + number : name;
    }

    /** The name of a number, or the number in hexadecimal digits between two texts. */
    String orHex(long number, String before, int digits, String after) {
        String name = name(number);
        return name == null
                ? new Line().text(before).hex(number, digits).text(after).toString()
                : name;
    }

    /** The names of the bits that are set, in the table's order, with a text between; another text where none is. */
    String bits(long value, String between, String otherwise) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0 && (value & numbers[i]) == numbers[i]) {
                text.append(text.isEmpty() ? "" : between).append(names[i]);
            }
        }
        return text.isEmpty() ? otherwise : text.toString();
    }
}
