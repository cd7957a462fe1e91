package astray.transcript.iproute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as ip(8) writes them without {@code -p}: no blanks. Also quotes one object out of a long line. */
final class JsonText {
    private JsonText() {}

    /** An object as text. */
    static String of(Map<String, ? extends @Nullable Object> object) {
        StringBuilder text = new StringBuilder();
        try {
            append(object, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Appends a value of the kinds that {@link astray.transcript.text.Json} makes. */
    static void append(@Nullable Object value, Appendable out) throws IOException {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(text, out);
            case Map<?, ?> map -> {
                char before = '{';
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    out.append(before);
                    string(String.valueOf(member.getKey()), out);
                    out.append(':');
                    append(member.getValue(), out);
                    before = ',';
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                char before = '[';
                for (Object element : list) {
                    out.append(before);
                    append(element, out);
                    before = ',';
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            default -> out.append(value.toString());
        }
    }

    private static void string(String text, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
