package astray.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places to fill. {@code {0}} is the first argument; {@code {0|request|requests}} is the first word
 * when the first argument is 1 (or a list of one), else the second.
 */
final class Template {

    /** A piece of the sentence, which fills itself. */
    private sealed interface Part {
        String fill(List<?> arguments, Function<Object, String> wording);

        /** The number of its place; {@code null} for plain words. */
        default @Nullable Integer place() {
            return null;
        }
    }

    private record Words(String text) implements Part {
        @Override
        public String fill(List<?> arguments, Function<Object, String> wording) {
            return text;
        }
    }

    private record Place(int index) implements Part {
        @Override
        public String fill(List<?> arguments, Function<Object, String> wording) {
            return index < arguments.size() ? wording.apply(arguments.get(index)) : "{" + index + "}";
        }

        @Override
        public Integer place() {
            return index;
        }
    }

    private record Forms(int index, String one, String many) implements Part {
        @Override
        public String fill(List<?> arguments, Function<Object, String> wording) {
            return index < arguments.size() && isOne(arguments.get(index)) ? one : many;
        }

        @Override
        public Integer place() {
            return index;
        }
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when a brace is left open or holds no number
     */
    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("open brace: " + text);
            }
            if (open > from) {
                parts.add(new Words(text.substring(from, open)));
            }
            parts.add(place(text.substring(open + 1, close)));
            from = close + 1;
        }
        if (from < text.length()) {
            parts.add(new Words(text.substring(from)));
        }
        return new Template(List.copyOf(parts));
    }

    private static Part place(String inside) {
        int bar = inside.indexOf('|');
        if (bar < 0) {
            return new Place(Integer.parseInt(inside));
        }
        int second = inside.indexOf('|', bar + 1);
        if (second < 0) {
            throw new IllegalArgumentException("one form only: " + inside);
        }
        return new Forms(
                Integer.parseInt(inside.substring(0, bar)),
                inside.substring(bar + 1, second),
                inside.substring(second + 1));
    }

    /** The numbers of its places. */
    Set<Integer> places() {
        Set<Integer> places = new TreeSet<>();
        for (Part part : parts) {
            Integer place = part.place();
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    /** The sentence with its places filled; a place without an argument stays visible as it is. */
    String fill(List<?> arguments, Function<Object, String> wording) {
        Joint out = new Joint();
        for (Part part : parts) {
            out.add(part.fill(arguments, wording));
        }
        return out.toString();
    }

    private static boolean isOne(Object argument) {
        if (argument instanceof Number number) {
            return number.doubleValue() == 1;
        }
        return argument instanceof Collection<?> list && list.size() == 1;
    }
}
