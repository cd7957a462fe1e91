package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.route.Families;
import astray.kernel.route.Route;
import astray.kernel.route.RouteFilter;
import astray.kernel.route.Via;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which routes {@code ip route show} prints: its selectors, read from the command line. */
final class RouteSelection {
    private static final int ALL_TYPES = 0;

    private final int family;
    private long table = Route.TABLE_MAIN;
    private boolean cache;
    private boolean cacheOrNot;
    private int types = ALL_TYPES;
    private int tos = -1;
    private int protocol = -1;
    private int scope = -1;
    private long metric = -1;
    private @Nullable Long mark;
    private int iif = -1;
    private int oif = -1;
    private int realms;
    private int realmMask;
    private boolean byAddress;
    private @Nullable InetPrefix destinationRoot;
    private @Nullable InetPrefix destinationMatch;
    private @Nullable InetPrefix sourceRoot;
    private @Nullable InetPrefix sourceMatch;
    private @Nullable InetPrefix via;
    private @Nullable InetPrefix preferredSource;

    /** Whether a table of IPv6 other than main was met: kernels without policy routing mark local routes only. */
    private boolean manyInet6Tables;

    private RouteSelection(int family) {
        this.family = family;
    }

    /** Everything, as a monitor prints it. */
    static RouteSelection everything() {
        RouteSelection all = new RouteSelection(Families.UNSPEC);
        all.table = 0;
        return all;
    }

    /** Everything that leaves by this interface, as a monitor of it prints it. */
    static RouteSelection by(int device) {
        RouteSelection all = everything();
        all.oif = device;
        return all;
    }

    /** The answer to a question, from a table or from the cache. */
    static RouteSelection lookup() {
        RouteSelection any = everything();
        any.cacheOrNot = true;
        return any;
    }

    /** Reads the selectors. */
    static RouteSelection of(Session session, Words words) throws IOException {
        RouteSelection selection = new RouteSelection(session.settings().family());
        String in = null;
        String out = null;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev") || word.equals("oif")) {
                out = words.next();
            } else if (word.equals("iif")) {
                in = words.next();
            } else if (!selection.takeKind(session, word, words) && !selection.takeNumber(session, word, words)) {
                selection.takeAddress(word, words);
            }
        }
        selection.iif = in == null ? -1 : index(session, in);
        selection.oif = out == null ? -1 : index(session, out);
        return selection;
    }

    private static int index(Session session, String name) throws IOException {
        int index = session.links().find(name);
        if (index == 0) {
            throw new Failure(Failure.FAILED, "Cannot find device \"" + name + "\"");
        }
        return index;
    }

    private boolean takeKind(Session session, String word, Words words) throws IOException {
        Names names = session.names();
        if (Words.matches(word, "table")) {
            takeTable(names, words.next());
        } else if (Words.matches(word, "vrf")) {
            String name = words.next();
            table = Vrf.table(session, name);
            if (table == 0) {
                throw Failure.invalid("Invalid VRF\n", name);
            }
            types = ~(1 << Route.LOCAL | 1 << Route.BROADCAST);
        } else if (Words.matches(word, "cached") || Words.matches(word, "cloned")) {
            cache = true;
        } else if (word.equals("tos") || Words.matches(word, "dsfield")) {
            tos = known(names.dsfieldNumber(words.peek()), "TOS value is invalid\n", words.next());
        } else if (Words.matches(word, "protocol")) {
            String name = words.next();
            protocol = names.protocolNumber(name);
            if (protocol < 0 && !name.equals("all")) {
                throw Failure.invalid("invalid \"protocol\"\n", name);
            }
        } else if (Words.matches(word, "scope")) {
            String name = words.next();
            scope = names.scopeNumber(name);
            if (scope < 0 && !name.equals("all")) {
                throw Failure.invalid("invalid \"scope\"\n", name);
            }
        } else if (Words.matches(word, "type")) {
            int type = known(RouteTypes.number(words.peek()), "node type value is invalid\n", words.next());
            types = 1 << type;
        } else {
            return false;
        }
        return true;
    }

    private static int known(int number, String why, String word) throws Failure {
        if (number < 0) {
            throw Failure.invalid(why, word);
        }
        return number;
    }

    private void takeTable(Names names, String word) throws Failure {
        long number = names.tableNumber(word);
        if (number >= 0) {
            table = number;
        } else if (word.equals("all")) {
            table = 0;
        } else if (word.equals("cache")) {
            cache = true;
        } else if (word.equals("help")) {
            throw Routes.usage();
        } else {
            throw Failure.invalid("table id value is invalid\n", word);
        }
    }

    private boolean takeNumber(Session session, String word, Words words) throws Failure {
        if (word.equals("mark")) {
            mark = Words.number(words.next(), 0xffffffffL, "invalid mark value");
        } else if (Words.matches(word, "metric") || Words.matches(word, "priority") || word.equals("preference")) {
            metric = Words.number(words.next(), 0xffffffffL, "\"metric\" value is invalid\n");
        } else if (Words.matches(word, "realms")) {
            takeRealms(session, words.next());
        } else {
            return false;
        }
        return true;
    }

    private void takeRealms(Session session, String word) throws Failure {
        long value = Realms.parse(session.names(), word);
        if (value < 0) {
            throw Failure.invalid("invalid realms\n", word);
        }
        realms = (int) value;
        realmMask = -1;
        if ((realms & 0xffff) == 0 && word.endsWith("/")) {
            realmMask &= ~0xffff;
        }
        if ((realms & 0xffff0000) == 0 && (word.indexOf('/') < 0 || word.startsWith("/"))) {
            realmMask &= 0xffff;
        }
    }

    private void takeAddress(String word, Words words) throws Failure {
        byAddress = true;
        if (word.equals("via")) {
            String address = words.next();
            int named = AddressFamilies.number(address);
            via = InetPrefix.prefix(named < 0 ? address : words.next(), named < 0 ? family : named);
        } else if (word.equals("src")) {
            preferredSource = InetPrefix.prefix(words.next(), family);
        } else if (Words.matches(word, "from")) {
            String how = words.next();
            if (Words.matches(how, "root")) {
                sourceRoot = InetPrefix.prefix(words.next(), family);
            } else if (Words.matches(how, "match")) {
                sourceMatch = InetPrefix.prefix(words.next(), family);
            } else {
                sourceMatch = InetPrefix.prefix(Words.matches(how, "exact") ? words.next() : how, family);
                sourceRoot = sourceMatch;
            }
        } else {
            String how = Words.matches(word, "to") ? words.next() : word;
            if (Words.matches(how, "root")) {
                destinationRoot = InetPrefix.prefix(words.next(), family);
            } else if (Words.matches(how, "match")) {
                destinationMatch = InetPrefix.prefix(words.next(), family);
            } else {
                destinationMatch = InetPrefix.prefix(Words.matches(how, "exact") ? words.next() : how, family);
                destinationRoot = destinationMatch;
            }
        }
    }

    /** What the kernel is asked to list: it knows some of the selectors. */
    RouteFilter request() {
        int asked = family == Families.UNSPEC && table != 0 ? Families.INET : family;
        return new RouteFilter(asked, table, Math.max(protocol, 0), 0, Math.max(oif, 0), cache);
    }

    /** Whether a route is one of those. */
    boolean takes(Route route) {
        return (family == Families.UNSPEC || route.family() == family)
                && (cacheOrNot || cache == ((route.flags() & Route.CLONED) != 0))
                && inTable(route)
                && (protocol < 0 || route.protocol() == protocol)
                && (scope < 0 || route.scope() == scope)
                && (types == ALL_TYPES || (types & 1 << route.type()) != 0)
                && (tos < 0 || route.tos() == tos)
                && (oif < 0 || route.oif() == oif)
                && (iif < 0 || route.iif() == iif)
                && (metric < 0 || route.priority() == metric)
                && (mark == null || mark == Integer.toUnsignedLong(markOf(route)))
                && ((route.realms() ^ realms) & realmMask) == 0
                && (!byAddress || addressed(route));
    }

    private static int markOf(Route route) {
        Integer told = route.mark();
        return told == null ? 0 : told;
    }

    private boolean inTable(Route route) {
        if (route.family() == Families.INET6) {
            manyInet6Tables |= route.table() != Route.TABLE_MAIN;
            if (!manyInet6Tables && table != 0) {
                return table == Route.TABLE_LOCAL
                        ? route.type() == Route.LOCAL
                        : table == Route.TABLE_MAIN && route.type() != Route.LOCAL;
            }
        }
        return table == 0 || route.table() == table;
    }

    private boolean addressed(Route route) {
        return root(destinationRoot, route, route.destination(), route.destinationLength())
                && match(destinationMatch, route, route.destination(), route.destinationLength())
                && root(sourceRoot, route, route.source(), route.sourceLength())
                && match(sourceMatch, route, route.source(), route.sourceLength())
                && by(route)
                && (preferredSource == null
                        || preferredSource.family() == Families.UNSPEC
                        || preferredSource.family() == route.family()
                                && preferredSource.covers(route.preferredSource(), preferredSource.length()));
    }

    /** Whether an address lies inside of a prefix. */
    private static boolean root(@Nullable InetPrefix prefix, Route route, @Nullable IpAddress address, int length) {
        return prefix == null
                || (prefix.family() == Families.UNSPEC || prefix.family() == route.family())
                        && prefix.length() <= length
                        && prefix.covers(significant(address, length), prefix.length());
    }

    /** Whether an address's prefix holds a prefix. */
    private static boolean match(@Nullable InetPrefix prefix, Route route, @Nullable IpAddress address, int length) {
        return prefix == null
                || (prefix.family() == Families.UNSPEC || prefix.family() == route.family())
                        && prefix.length() >= length
                        && prefix.covers(significant(address, length), length);
    }

    /** An address without the bytes behind its prefix. */
    private static @Nullable IpAddress significant(@Nullable IpAddress address, int length) {
        return address == null
                ? null
                : address.masked(Math.min(length + 7 & ~7, address.family().bits()));
    }

    private boolean by(Route route) {
        InetPrefix wanted = via;
        if (wanted == null || wanted.family() == Families.UNSPEC) {
            return true;
        }
        Via other = route.via();
        int told = other == null ? route.family() : other.family();
        IpAddress address = other == null ? route.gateway() : other.address();
        return told == wanted.family() && wanted.covers(address, wanted.length());
    }

    boolean tellsTos() {
        return tos >= 0;
    }

    boolean tellsTable() {
        return table != 0;
    }

    boolean tellsProtocol() {
        return protocol >= 0;
    }

    boolean tellsScope() {
        return scope >= 0;
    }

    boolean tellsMetric() {
        return metric >= 0;
    }

    boolean tellsOif() {
        return oif >= 0;
    }

    boolean tellsIif() {
        return iif >= 0;
    }

    boolean tellsRealms() {
        return realmMask == -1;
    }

    /** Whether the gateway was asked for with all its bits. */
    boolean tellsGateway(int hostBits) {
        return via != null && via.length() == hostBits;
    }

    /** Whether the preferred source was asked for with all its bits. */
    boolean tellsPreferredSource(int hostBits) {
        return preferredSource != null && preferredSource.length() == hostBits;
    }
}
