package astray.transcript.path;

import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.transcript.connect.Literals;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of mtr's report.
 *
 * @param ttl the hop's number; {@code null} for a further answerer of the hop before
 * @param probe who answered
 * @param statistics its columns; {@code null} where a needed one is not shown
 */
record MtrRow(@Nullable Integer ttl, Hop.Probe probe, Hop.@Nullable Statistics statistics) {
    /** The columns of a report unless {@code -o} chooses others. */
    static final List<String> USUAL = List.of("loss", "snt", "last", "avg", "best", "wrst", "stdev");

    private static final int MAX_TTL = 255;
    private static final int MAX_WORDS = 40;

    /** The columns that a header line names, in lower case and without a percent sign. */
    static List<String> columns(Words header) {
        List<String> columns = new ArrayList<>();
        for (String word = header.next(); word != null && columns.size() < MAX_WORDS; word = header.next()) {
            columns.add(word.replace("%", "").toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    /** Reads {@code 1.|-- 10.1.0.1  0.0%  3  0.1 …}, {@code 1. 10.1.0.1 …}, or {@code |  `|-- 10.0.0.3}. */
    static @Nullable MtrRow parse(String line, List<String> columns) {
        Words words = new Words(line);
        String first = words.next();
        if (first == null) {
            return null;
        }
        if (first.equals("|") || first.equals("|--") || first.equals("`|--")) {
            return further(first, words);
        }
        int dot = first.indexOf('.');
        Integer ttl = dot < 0 ? null : Numbers.parseInt(first.substring(0, dot));
        if (ttl == null || ttl < 1 || ttl > MAX_TTL || !(first.endsWith(".") || first.endsWith(".|--"))) {
            return null;
        }
        List<String> rest = new ArrayList<>();
        for (String word = words.next(); word != null; word = words.next()) {
            if (rest.size() == MAX_WORDS) {
                return null;
            }
            rest.add(word);
        }
        return row(ttl, rest, columns);
    }

    private static @Nullable MtrRow row(int ttl, List<String> words, List<String> columns) {
        int at = words.size() - columns.size();
        // "-z" puts the AS before the answerer, "-b" the address after its name
        int who = at > 1 && words.getFirst().startsWith("AS") ? 1 : 0;
        if (at <= who || at - who > 2) {
            return null;
        }
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String word = words.get(at + i);
            Double value = Numbers.parseDecimal(word.endsWith("%") ? word.substring(0, word.length() - 1) : word);
            if (value == null) {
                return null;
            }
            values.put(columns.get(i), value);
        }
        Hop.Probe probe = probe(words.get(who), at - who == 2 ? words.get(who + 1) : null);
        return probe == null ? null : new MtrRow(ttl, probe, statistics(values));
    }

    private static @Nullable MtrRow further(String first, Words words) {
        String word = first;
        while (word != null && !word.endsWith("|--")) {
            word = words.next();
        }
        String who = words.next();
        Hop.Probe probe = word == null || who == null ? null : probe(who, words.next());
        return probe == null ? null : new MtrRow(null, probe, null);
    }

    private static Hop.@Nullable Probe probe(String who, @Nullable String inParentheses) {
        IpAddress address = Literals.address(who);
        if (who.equals("???") || who.equals("(waiting")) {
            return Hop.Probe.SILENT;
        }
        if (inParentheses == null) {
            return address == null && !Literals.name(who)
                    ? null
                    : new Hop.Probe(address, address == null ? who : null, null, null);
        }
        IpAddress inside = Literals.inParentheses(inParentheses);
        return inside == null ? null : new Hop.Probe(inside, address == null ? who : null, null, null);
    }

    private static Hop.@Nullable Statistics statistics(Map<String, Double> values) {
        Double loss = values.get("loss");
        Double sent = values.get("snt");
        Double last = values.get("last");
        Double average = values.get("avg");
        Double best = values.get("best");
        Double worst = values.get("wrst");
        Double deviation = values.get("stdev");
        return loss == null
                        || sent == null
                        || last == null
                        || average == null
                        || best == null
                        || worst == null
                        || deviation == null
                ? null
                : new Hop.Statistics(loss, sent.intValue(), last, average, best, worst, deviation);
    }
}
