package astray.transcript.firewall;

import astray.facts.FirewallChain;
import astray.facts.FirewallRule;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads nft's blocks: tables hold chains, chains hold rules; sets, maps and other objects are passed over. */
final class NftReader implements Reader {
    private final Sink sink;
    private @Nullable Table table;
    private @Nullable String chain;
    /** A chain whose hook, in its first line, is not read yet. */
    private @Nullable Line chainLine;
    /** Open braces of an object that is passed over. */
    private int skipped;

    /** A table's family and name. */
    record Table(String family, String name) {}

    NftReader(Sink sink) {
        this.sink = sink;
    }

    /** Reads the line that opens a table, family before name; old versions leave the family {@code ip} out. */
    static @Nullable Table table(String text) {
        Words words = new Words(text);
        if (!words.skip("table")) {
            return null;
        }
        String first = words.next();
        String second = words.next();
        if (first == null || second == null) {
            return null;
        }
        if (second.equals("{")) {
            return words.more() ? null : new Table("ip", first);
        }
        String family = switch (first) {
            case "ip", "ip6", "inet", "arp", "bridge", "netdev" -> first;
            default -> null;
        };
        return family != null
                        && words.skip("{")
                        && (!words.more() || words.rest().equals("}"))
                ? new Table(family, second)
                : null;
    }

    /** A line without the {@code # handle 5} of nft -a. */
    static String withoutHandle(String text) {
        int at = text.lastIndexOf("# handle ");
        return at >= 0 && Numbers.parseLong(text.substring(at + 9)) != null
                ? text.substring(0, at).strip()
                : text;
    }

    @Override
    public boolean accept(Line line) {
        String text = withoutHandle(line.text().strip());
        if (text.isEmpty()) {
            return table != null;
        }
        if (skipped > 0) {
            skipped += braces(text);
            return true;
        }
        if (table == null) {
            table = table(text);
            if (table != null && text.endsWith("}")) {
                table = null;
                return true;
            }
            return table != null || Warnings.isWarning(text);
        }
        if (chain == null) {
            return inTable(line, text);
        }
        return inChain(line, text, table, chain);
    }

    private boolean inTable(Line line, String text) {
        if (text.equals("}")) {
            table = null;
            return true;
        }
        if (text.startsWith("chain ") && text.endsWith("{")) {
            chain = new Words(text.substring(6)).next();
            chainLine = line;
            return true;
        }
        if (text.startsWith("table ")) {
            // the paste lost the end of the table before
            table = null;
            return false;
        }
        skipped = Math.max(0, braces(text));
        return skipped > 0
                || text.endsWith("}")
                || text.startsWith("comment ")
                || text.startsWith("flags ")
                || text.startsWith("#");
    }

    private boolean inChain(Line line, String text, Table of, String name) {
        if (text.equals("}")) {
            flush(of, name);
            chain = null;
            return true;
        }
        if (text.startsWith("type ") && text.contains(" hook ") && chainLine != null) {
            sink.fact(
                    base(text, of, name),
                    line,
                    chainLine.text().strip() + "\n" + line.text().strip());
            chainLine = null;
            return true;
        }
        flush(of, name);
        if (text.startsWith("comment ") || text.startsWith("policy ") || text.startsWith("devices ")) {
            return true;
        }
        if (text.startsWith("chain ") || text.startsWith("table ")) {
            chain = null;
            table = text.startsWith("table ") ? null : of;
            return table != null && accept(line);
        }
        sink.fact(new FirewallRule("nft", of.family(), of.name(), name, text, packets(text)), line);
        skipped = Math.max(0, braces(text));
        return true;
    }

    /** {@code type filter hook input device "eth0" priority filter - 5; policy drop;}. */
    private static FirewallChain base(String text, Table of, String name) {
        return new FirewallChain(
                "nft",
                of.family(),
                of.name(),
                name,
                between(text, " hook ", ' '),
                between(text, " priority ", ';'),
                between(text, " policy ", ';'));
    }

    private static @Nullable String between(String text, String before, char end) {
        int from = text.indexOf(before);
        if (from < 0) {
            return null;
        }
        int to = text.indexOf(end, from + before.length());
        String part = text.substring(from + before.length(), to < 0 ? text.length() : to)
                .strip();
        return part.isEmpty() ? null : part;
    }

    private static @Nullable Long packets(String rule) {
        int at = rule.indexOf("counter packets ");
        return at < 0 ? null : Numbers.parseLong(new Words(rule.substring(at + 16)).next());
    }

    /** How many more braces a line opens than it closes, outside quotation marks. */
    private static int braces(String text) {
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
        }
        return open;
    }

    private void flush(Table of, String name) {
        if (chainLine != null) {
            sink.fact(new FirewallChain("nft", of.family(), of.name(), name, null, null, null), chainLine);
            chainLine = null;
        }
    }

    @Override
    public void end() {
        if (table != null && chain != null) {
            flush(table, chain);
        }
    }
}
