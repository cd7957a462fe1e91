package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.route.Families;
import astray.kernel.route.Rule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which rules {@code ip rule show} prints: its selectors, read from the command line. */
final class RuleSelection {
    private static final long U32 = 0xffffffffL;

    private final int family;
    private long preference = -1;
    private boolean not;
    private int tos = -1;
    private long mark;
    private long mask;
    private @Nullable String iif;
    private @Nullable String oif;
    private boolean l3mdev;
    private Rule.@Nullable Range users;
    private long tunnel;
    private long table;
    private int ipProtocol;
    private Rule.@Nullable Range sourcePorts;
    private Rule.@Nullable Range destinationPorts;
    private @Nullable InetPrefix source;
    private @Nullable InetPrefix destination;

    private RuleSelection(int family) {
        this.family = family;
    }

    /** Everything, as a monitor prints it. */
    static RuleSelection everything() {
        return new RuleSelection(Families.UNSPEC);
    }

    /** Reads the selectors. */
    static RuleSelection of(Session session, Words words) throws IOException {
        RuleSelection selection = new RuleSelection(session.settings().familyOr(Families.INET));
        while (words.hasNext()) {
            String word = words.next();
            if (!selection.takePacket(session, word, words) && !selection.takeRule(session, word, words)) {
                selection.takeAddress(word, words);
            }
        }
        return selection;
    }

    private boolean takeRule(Session session, String word, Words words) throws Failure {
        if (Words.matches(word, "preference") || Words.matches(word, "order") || Words.matches(word, "priority")) {
            preference = Words.number(words.next(), U32, "preference value is invalid\n");
        } else if (word.equals("not")) {
            not = true;
        } else if (Words.matches(word, "lookup") || Words.matches(word, "table")) {
            String name = words.next();
            table = session.names().tableNumber(name);
            if (table < 0) {
                throw Failure.invalid("table id value is invalid\n", name);
            }
        } else if (Words.matches(word, "protocol")) {
            // the original reads it and lists rules of every protocol
            String name = words.next();
            if (session.names().protocolNumber(name) < 0 && !name.equals("all")) {
                throw Failure.invalid("invalid \"protocol\"\n", name);
            }
        } else {
            return false;
        }
        return true;
    }

    private boolean takePacket(Session session, String word, Words words) throws Failure {
        switch (word) {
            case "tos" -> {
                String field = words.next();
                tos = session.names().dsfieldNumber(field);
                if (tos < 0) {
                    throw Failure.invalid("TOS value is invalid\n", field);
                }
            }
            case "fwmark" -> takeMark(words.next());
            case "dev", "iif" -> iif = interfaceName(words.next(), "\"iif\"/\"dev\" not a valid ifname");
            case "oif" -> oif = interfaceName(words.next(), "\"oif\" not a valid ifname");
            case "l3mdev" -> l3mdev = true;
            case "uidrange" -> {
                String range = words.next();
                users = range(range, U32);
                if (users == null || range.indexOf('-') < 0) {
                    throw Failure.invalid("invalid UID range\n", range);
                }
            }
            case "ipproto" -> {
                String name = words.next();
                ipProtocol = IpProtocols.number(name);
                if (ipProtocol < 0) {
                    throw Failure.invalid("Invalid \"ipproto\" value\n", name);
                }
            }
            case "sport" -> sourcePorts = ports(words.next(), "invalid port range\n");
            case "dport" -> destinationPorts = ports(words.next(), "invalid dport range\n");
            default -> {
                if (!Words.matches(word, "tun_id")) {
                    return false;
                }
                String id = words.next();
                tunnel = Words.number(id);
                if (tunnel < 0) {
                    throw Failure.invalid("\"tun_id\" value is invalid\n", id);
                }
            }
        }
        return true;
    }

    private void takeMark(String word) throws Failure {
        int slash = word.indexOf('/');
        mark = Words.number(slash < 0 ? word : word.substring(0, slash), U32, "fwmark value is invalid\n");
        if (slash >= 0) {
            mask = Words.number(word.substring(slash + 1), U32, "fwmask value is invalid\n");
        }
    }

    private static String interfaceName(String word, String why) throws Failure {
        boolean blank = word.chars().anyMatch(c -> c <= ' ' || c == '/');
        if (word.isEmpty() || word.length() >= 16 || blank) {
            throw Failure.invalid(why, word);
        }
        return word;
    }

    private static Rule.Range ports(String word, String why) throws Failure {
        Rule.Range range = range(word, 0xffff);
        if (range == null) {
            throw Failure.invalid(why, word);
        }
        return range;
    }

    /** A number, or two with a hyphen between them; {@code null} for what is neither. */
    private static Rule.@Nullable Range range(String word, long most) {
        int hyphen = word.indexOf('-');
        long first = Words.number(hyphen < 0 ? word : word.substring(0, hyphen), 10);
        long last = hyphen < 0 ? first : Words.number(word.substring(hyphen + 1), 10);
        return first < 0 || last < 0 || first > most || last > most ? null : new Rule.Range(first, last);
    }

    private void takeAddress(String word, Words words) throws Failure {
        if (Words.matches(word, "from") || Words.matches(word, "src")) {
            source = InetPrefix.prefix(words.next(), family);
        } else {
            boolean named = Words.matches(word, "dst") || Words.matches(word, "to");
            destination = InetPrefix.prefix(named ? words.next() : word, family);
        }
    }

    /** The family whose rules the kernel is asked for. */
    int family() {
        return family;
    }

    /** Whether a rule is one of those. */
    boolean takes(Rule rule) {
        return (preference < 0 || rule.priority() == preference)
                && (!not || (rule.flags() & Rule.INVERT) != 0)
                && within(source, rule, rule.source(), rule.sourceLength())
                && within(destination, rule, rule.destination(), rule.destinationLength())
                && (tos < 0 || rule.tos() == tos)
                && (mark == 0 || mark == or0(rule.mark()))
                && (mask == 0 || mask == or0(rule.markMask()))
                && (iif == null || iif.equals(rule.iif()))
                && (oif == null || oif.equals(rule.oif()))
                && (!l3mdev || rule.l3mdev())
                && (users == null || users.equals(rule.users()))
                && (ipProtocol == 0 || rule.ipProtocol() == ipProtocol)
                && (sourcePorts == null || sourcePorts.first() == 0 || sourcePorts.equals(rule.sourcePorts()))
                && (destinationPorts == null
                        || destinationPorts.first() == 0
                        || destinationPorts.equals(rule.destinationPorts()))
                && (tunnel == 0 || tunnel == or0(rule.tunnelId()))
                && (table == 0 || rule.table() == table);
    }

    private static long or0(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static boolean within(@Nullable InetPrefix prefix, Rule rule, @Nullable IpAddress address, int length) {
        return prefix == null
                || prefix.family() == Families.UNSPEC
                || prefix.family() == rule.family()
                        && prefix.length() <= length
                        && (prefix.address() == null || prefix.covers(address, prefix.length()));
    }
}
