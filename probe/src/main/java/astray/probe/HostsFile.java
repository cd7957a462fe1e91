package astray.probe;

import astray.facts.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The hosts file (hosts(5)).
 *
 * @param lines those that give names to an address, in the order of the file
 */
public record HostsFile(List<Line> lines) {
    private static final int MOST_LINES = 100_000;

    /**
     * A line.
     *
     * @param number counted from 1
     * @param address the address
     * @param names its names, at least one
     * @param text the whole line as it stands there
     */
    public record Line(int number, IpAddress address, List<String> names, String text) {
        /** Copies the list. */
        public Line {
            names = List.copyOf(names);
        }
    }

    /** Copies the list. */
    public HostsFile {
        lines = List.copyOf(lines);
    }

    /** Reads its text. What is no address with a name is passed over, as the C library does. */
    static HostsFile parse(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int start = 0; start < text.length() && lines.size() < MOST_LINES; number++) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            start = end + 1;
            List<String> words = Words.of(line);
            // an address may have a zone, which is of no use here
            String first = words.isEmpty() ? "" : words.getFirst();
            int zone = first.indexOf('%');
            IpAddress address = IpAddress.parse(zone < 0 ? first : first.substring(0, zone));
            if (address != null && words.size() > 1) {
                lines.add(new Line(number + 1, address, words.subList(1, words.size()), line.strip()));
            }
        }
        return new HostsFile(lines);
    }

    /** The lines that name a host, in any case of letters; a dot at the end of the name does not count. */
    public List<Line> naming(String name) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        List<Line> found = new ArrayList<>();
        for (Line line : lines) {
            for (String known : line.names()) {
                if (known.equalsIgnoreCase(plain)) {
                    found.add(line);
                    break;
                }
            }
        }
        return found;
    }
}
