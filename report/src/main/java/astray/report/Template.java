package astray.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A sentence with places to fill. {@code {0}} is the first argument; {@code {0|request|requests}} is the first word
 * when the first argument is 1 (or a list of one), else the second.
 */
final class Template {

    private sealed interface Part {}

    private record Words(String text) implements Part {}

    private record Place(int index) implements Part {}

    private record Forms(int index, String one, String many) implements Part {}

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
            switch (part) {
                case Words _ -> {}
                case Place(int index) -> places.add(index);
                case Forms(int index, String _, String _) -> places.add(index);
            }
        }
        return places;
    }

    /** The sentence with its places filled; a place without an argument stays visible as it is. */
    String fill(List<?> arguments, Function<Object, String> wording) {
        Joint out = new Joint();
        for (Part part : parts) {
            out.add(
                    switch (part) {
                        case Words(String text) -> text;
                        case Place(int index) ->
                            index < arguments.size() ? wording.apply(arguments.get(index)) : "{" + index + "}";
                        case Forms(int index, String one, String many) ->
                            index < arguments.size() && isOne(arguments.get(index)) ? one : many;
                    });
        }
        return out.toString();
    }

    private static boolean isOne(Object argument) {
        return switch (argument) {
            case Number number -> number.doubleValue() == 1;
            case Collection<?> list -> list.size() == 1;
            default -> false;
        };
    }
}
