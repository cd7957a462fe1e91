package astray.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON, strictly read. What is not there is a value too: an absent one, of which all is absent.
 *
 * @param plain a map, a list, a string, a number, a boolean; {@code null} when absent
 */
record Value(@Nullable Object plain) {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static Value read(String text) throws IOException {
        try (JsonParser parser = STRICT.createParser(text)) {
            Object value = parser.nextToken() == null ? null : value(parser);
            if (value == null || parser.nextToken() != null) {
                throw new IOException("not one JSON value");
            }
            return new Value(value);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Value> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, new Value(value(parser)));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Value> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(new Value(value(parser)));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected " + parser.currentToken());
        };
    }

    boolean absent() {
        return plain == null;
    }

    /** An object's members; none of what is no object. */
    @SuppressWarnings("unchecked")
    Map<String, Value> members() {
        return plain instanceof Map<?, ?> ? (Map<String, Value>) plain : Map.of();
    }

    /** A list's elements; none of what is no list. */
    @SuppressWarnings("unchecked")
    List<Value> list() {
        return plain instanceof List<?> ? (List<Value>) plain : List.of();
    }

    /** A member of a member, and so on. */
    Value get(String... names) {
        Value at = this;
        for (String name : names) {
            at = at.members().getOrDefault(name, new Value(null));
        }
        return at;
    }

    /** The first element. */
    Value first() {
        return list().isEmpty() ? new Value(null) : list().getFirst();
    }

    /** The only element for which a member has this text. */
    Value with(String name, String text) {
        List<Value> found =
                list().stream().filter(v -> v.get(name).text().equals(text)).toList();
        return found.size() == 1 ? found.getFirst() : new Value(null);
    }

    /** A member of each element. */
    List<String> each(String name) {
        return list().stream().map(v -> v.get(name).text()).toList();
    }

    /** A string, a number's digits, {@code true} or {@code false}; empty when absent or none of these. */
    String text() {
        return plain == null || plain instanceof Map<?, ?> || plain instanceof List<?> ? "" : plain.toString();
    }

    double number() {
        return plain instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    List<String> texts() {
        return list().stream().map(Value::text).toList();
    }

    /** All strings in it, one a line. */
    String words() {
        StringBuilder words = new StringBuilder();
        members().values().forEach(member -> words.append(member.words()));
        list().forEach(element -> words.append(element.words()));
        return words.isEmpty() && !text().isEmpty() ? text() + '\n' : words.toString();
    }
}
