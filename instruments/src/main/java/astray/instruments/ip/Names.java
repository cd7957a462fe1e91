package astray.instruments.ip;

import org.jspecify.annotations.Nullable;

/**
 * The names of routing tables, protocols, scopes, realms, DS fields and groups. Each table is read when it is first
 * asked. With {@code -N} numbers stay numbers.
 */
final class Names {
    private static final String[] PROTOCOLS = {
        "0 unspec",
        "1 redirect",
        "2 kernel",
        "3 boot",
        "4 static",
        "8 gated",
        "9 ra",
        "10 mrt",
        "11 zebra",
        "12 bird",
        "13 dnrouted",
        "14 xorp",
        "15 ntk",
        "16 dhcp",
        "18 keepalived",
        "42 babel",
        "99 openr",
        "186 bgp",
        "187 isis",
        "188 ospf",
        "189 rip",
        "192 eigrp"
    };

    private final boolean numeric;
    private @Nullable NameTable tables;
    private @Nullable NameTable protocols;
    private @Nullable NameTable scopes;
    private @Nullable NameTable realms;
    private @Nullable NameTable dsfields;
    private @Nullable NameTable groups;
    private @Nullable NameTable netlinks;
    private @Nullable NameTable reasons;

    Names(boolean numeric) {
        this.numeric = numeric;
    }

    private NameTable tables() {
        NameTable table = tables;
        if (table == null) {
            table = NameTable.load("rt_tables", "253 default", "254 main", "255 local");
            tables = table;
        }
        return table;
    }

    private NameTable protocols() {
        NameTable table = protocols;
        if (table == null) {
            table = NameTable.load("rt_protos", PROTOCOLS);
            protocols = table;
        }
        return table;
    }

    private NameTable scopes() {
        NameTable table = scopes;
        if (table == null) {
            table = NameTable.load("rt_scopes", "0 global", "200 site", "253 link", "254 host", "255 nowhere");
            scopes = table;
        }
        return table;
    }

    private NameTable realms() {
        NameTable table = realms;
        if (table == null) {
            table = NameTable.load("rt_realms", "0 unknown");
            realms = table;
        }
        return table;
    }

    private NameTable dsfields() {
        NameTable table = dsfields;
        if (table == null) {
            table = NameTable.load("rt_dsfield", "0 0");
            dsfields = table;
        }
        return table;
    }

    private NameTable groups() {
        NameTable table = groups;
        if (table == null) {
            table = NameTable.load("group", "0 default");
            groups = table;
        }
        return table;
    }

    private NameTable netlinks() {
        NameTable table = netlinks;
        if (table == null) {
            table = NameTable.load("nl_protos", "0 rtnl", "1 unused", "2 usersock", "3 fw", "4 tcpdiag", "16 genl");
            netlinks = table;
        }
        return table;
    }

    private String name(NameTable table, long number) {
        String name = numeric ? null : table.name(number);
        return name == null ? Long.toString(number) : name;
    }

    private static long number(NameTable table, String word, long most, int base) {
        long number = table.number(word);
        if (number >= 0) {
            return number;
        }
        number = Words.number(word, base);
        return number > most ? -1 : number;
    }

    /** The name of a routing table (unsigned 32 bits), or its number. */
    String table(long id) {
        return numeric ? Long.toString(id) : name(tables(), id);
    }

    /** The number of a routing table's name or number; -1 for neither. */
    long tableNumber(String word) {
        return number(tables(), word, 0xffffffffL, 0);
    }

    /** The name of a route's origin, or its number. */
    String protocol(int id) {
        return numeric ? Integer.toString(id) : name(protocols(), id);
    }

    /** The number of a route's origin; -1 for none of 0 to 255. */
    int protocolNumber(String word) {
        return (int) number(protocols(), word, 255, 0);
    }

    /** The name of a scope, or its number. */
    String scope(int id) {
        return numeric ? Integer.toString(id) : name(scopes(), id);
    }

    /** The number of a scope; -1 for none of 0 to 255. */
    int scopeNumber(String word) {
        return (int) number(scopes(), word, 255, 0);
    }

    /** The name of a realm, or its number. */
    String realm(int id) {
        return numeric ? Integer.toString(id) : name(realms(), id);
    }

    /** The number of a realm; -1 for none of 0 to 255. */
    int realmNumber(String word) {
        return (int) number(realms(), word, 255, 0);
    }

    /** The name of a DS field, or its number as {@code 0x10}. */
    String dsfield(int id) {
        String name = numeric ? null : dsfields().name(id);
        return name != null ? name : id < 16 ? "0x0" + Integer.toHexString(id) : "0x" + Integer.toHexString(id);
    }

    /** The number of a DS field, read as hexadecimal; -1 for none of 0 to 255. */
    int dsfieldNumber(String word) {
        return (int) number(dsfields(), word, 255, 16);
    }

    /** The name of a group of links, or its number. */
    String group(int id) {
        String name = numeric ? null : groups().name(id);
        return name == null ? Integer.toString(id) : name;
    }

    /** The number of a group of links; -1 for none. */
    long groupNumber(String word) {
        return number(groups(), word, 0x7fffffff, 0);
    }

    /** The name of a subsystem of netlink, or its number. */
    String netlink(int id) {
        return name(netlinks(), id);
    }

    /** The name of a reason to keep a link down, by its bit. */
    String protodownReason(int bit) {
        NameTable table = reasons;
        if (table == null) {
            table = NameTable.load("protodown_reasons");
            reasons = table;
        }
        return name(table, bit);
    }
}
