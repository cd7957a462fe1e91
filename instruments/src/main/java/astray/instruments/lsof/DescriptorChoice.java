package astray.instruments.lsof;

import java.util.ArrayList;
import java.util.List;

/** Which descriptors are asked for ({@code -d}): all of a list are excluded, or all are included. */
final class DescriptorChoice {
    /** A descriptor, or a range of numbers: {@code name} is "" for numbers. */
    private record Item(String name, int low, int high) {}

    private final List<Item> items = new ArrayList<>();
    private boolean excluding;

    /** Adds the items of a set such as {@code cwd,0-7} or {@code ^3}. */
    void add(String set) throws Usage {
        for (String item : set.split(",", -1)) {
            if (!item.isEmpty()) {
                one(item);
            }
        }
    }

    private void one(String item) throws Usage {
        boolean exclude = item.startsWith("^");
        if (!items.isEmpty() && exclude != excluding) {
            throw new Usage((exclude ? "exclude in an include" : "include in an exclude") + " -d list: " + item);
        }
        String text = exclude ? item.substring(1) : item;
        if (text.isEmpty()) {
            throw new Usage("empty -d entry: " + item);
        }
        int dash = text.indexOf('-');
        Item added;
        if (text.equals("fd")) {
            added = new Item("", 0, Integer.MAX_VALUE);
        } else if (dash < 0) {
            int number = number(text);
            added = number >= 0 ? new Item("", number, number) : new Item(text, 0, -1);
        } else {
            int low = number(text.substring(0, dash));
            int high = number(text.substring(dash + 1));
            if (low < 0 || high <= low) {
                throw new Usage("-d FD range's low >= its high: " + item);
            }
            added = new Item("", low, high);
        }
        excluding = exclude;
        items.add(added);
    }

    static int number(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    private boolean holds(String name, int number) {
        for (Item item : items) {
            if (number >= 0 ? item.low <= number && number <= item.high : item.name.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a descriptor is not to be looked at at all. */
    boolean excludes(String name, int number) {
        return excluding && holds(name, number);
    }

    /** Whether one that is not excluded is asked for. */
    boolean includes(String name, int number) {
        return excluding || holds(name, number);
    }
}
