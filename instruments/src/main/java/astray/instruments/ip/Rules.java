package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Message;
import astray.kernel.route.Families;
import astray.kernel.route.Rule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code ip rule}: ip-rule(8). */
final class Rules implements IpObject {
    private static final String NAME = "rule";
    private static final String[] CHANGES = {"add", "delete", "flush", "restore"};

    /** {@code RTPROT_KERNEL}. */
    private static final int KERNEL = 2;

    /** {@code RTN_NAT} as an action of kernels before 3.6. */
    private static final int NAT = 10;

    private static final long ALL_BITS = 0xffffffffL;

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "list";
        if (Words.matches(command, "list") || Words.matches(command, "lst") || Words.matches(command, "show")) {
            list(session, words);
            return 0;
        }
        for (String change : CHANGES) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.matches(command, "save")) {
            throw Failure.unsupported(NAME + " save");
        }
        throw Words.matches(command, "help") ? usage() : Failure.unknownCommand(NAME, command);
    }

    private static Failure usage() {
        return Usage.of(
                "ip rule [ list [ SELECTOR ] ]",
                "SELECTOR := [ not ] [ from PREFIX ] [ to PREFIX ] [ tos TOS ] [ fwmark FWMARK[/MASK] ]",
                "            [ iif STRING ] [ oif STRING ] [ pref NUMBER ] [ l3mdev ] [ uidrange NUMBER-NUMBER ]",
                "            [ ipproto PROTOCOL ] [ sport NUMBER[-NUMBER] ] [ dport NUMBER[-NUMBER] ]",
                "            [ tun_id NUMBER ] [ table TABLE_ID ] [ proto PROTO ]");
    }

    private static void list(Session session, Words words) throws IOException {
        RuleSelection selection = RuleSelection.of(session, words);
        Printer printer = session.printer();
        printer.open();
        for (Message message : session.dump(Rule.request(selection.family()), Failure.WRONG_USAGE)) {
            Rule rule = Rule.of(message);
            if (rule != null && selection.takes(rule)) {
                print(session, rule);
            }
        }
        printer.close();
    }

    /** Prints the rule that a message tells of. */
    static void print(Session session, Message message) throws IOException {
        Rule rule = Rule.of(message);
        int family = session.settings().family();
        if (rule != null && (family == Families.UNSPEC || family == rule.family())) {
            print(session, rule);
        }
    }

    private static void print(Session session, Rule rule) throws IOException {
        Printer printer = session.printer();
        printer.openObject();
        if (rule.deleted()) {
            printer.flag("deleted", "Deleted ");
        }
        printer.number("priority", "", rule.priority(), ":\t");
        if ((rule.flags() & Rule.INVERT) != 0) {
            printer.nothing("not", "not ");
        }
        IpAddress source = rule.source();
        printPrefix(session, "from ", "src", source, rule.sourceLength(), true);
        printPrefix(session, " to ", "dst", rule.destination(), rule.destinationLength(), false);
        printPacket(session, rule);
        printTable(session, rule);
        printAction(session, rule);
        int protocol = rule.protocol();
        if (protocol > 0 && protocol != KERNEL
                || protocol >= 0 && session.settings().details()) {
            printer.string("protocol", " proto ", session.names().protocol(protocol), "");
        }
        printer.end();
        printer.closeObject();
    }

    private static void printPrefix(
            Session session, String before, String key, @Nullable IpAddress address, int length, boolean always) {
        Printer printer = session.printer();
        if (address != null) {
            boolean whole = length == address.family().bits();
            printer.text(before);
            printer.string(
                    Colour.ofFamily(Families.number(address.family())),
                    key,
                    "",
                    whole ? session.host(address) : Hosts.text(address),
                    "");
            if (!whole) {
                printer.number(key + "len", "/", length, "");
            }
        } else if (length != 0) {
            printer.string(key, before, "0", "").number(key + "len", "/", length, "");
        } else if (always) {
            printer.string(key, before, "all", "");
        }
    }

    private static void printPacket(Session session, Rule rule) {
        Printer printer = session.printer();
        if (rule.tos() != 0) {
            printer.string("tos", " tos ", session.names().dsfield(rule.tos()), "");
        }
        Long mark = rule.mark();
        Long mask = rule.markMask();
        if (mark != null || mask != null) {
            printer.string("fwmark", " fwmark ", hexadecimal(mark == null ? 0 : mark), "");
            if (mask != null && mask != ALL_BITS) {
                printer.string("fwmask", "/", hexadecimal(mask), "");
            }
        }
        printInterface(printer, "iif", rule.iif(), (rule.flags() & Rule.IIF_DETACHED) != 0);
        printInterface(printer, "oif", rule.oif(), (rule.flags() & Rule.OIF_DETACHED) != 0);
        if (rule.l3mdev()) {
            printer.nothing("l3mdev", " lookup [l3mdev-table]");
        }
        Rule.Range users = rule.users();
        if (users != null) {
            printer.number("uid_start", " uidrange ", users.first(), "");
            printer.number("uid_end", "-", users.last(), "");
        }
        int protocol = rule.ipProtocol();
        if (protocol >= 0) {
            boolean numeric = session.settings().numeric();
            printer.string("ipproto", " ipproto ", IpProtocols.name(protocol, numeric), "");
        }
        printPorts(printer, "sport", rule.sourcePorts());
        printPorts(printer, "dport", rule.destinationPorts());
        Long tunnel = rule.tunnelId();
        if (tunnel != null) {
            printer.unsigned("tun_id", " tun_id ", tunnel, "");
        }
    }

    /** As printf(3) writes {@code %#x}: 0 has no prefix. */
    private static String hexadecimal(long value) {
        return value == 0 ? "0" : "0x" + Long.toHexString(value);
    }

    private static void printInterface(Printer printer, String key, @Nullable String name, boolean detached) {
        if (name == null) {
            return;
        }
        printer.text(" ").text(key).text(" ");
        printer.string(Colour.INTERFACE, key, "", name, "");
        if (detached) {
            printer.nothing(key + "_detached", " [detached]");
        }
    }

    private static void printPorts(Printer printer, String key, Rule.@Nullable Range ports) {
        if (ports == null) {
            return;
        }
        if (ports.first() == ports.last()) {
            printer.number(key, " " + key + " ", ports.first(), "");
        } else {
            printer.number(key + "_start", " " + key + " ", ports.first(), "");
            printer.number(key + "_end", "-", ports.last(), "");
        }
    }

    private static void printTable(Session session, Rule rule) {
        Printer printer = session.printer();
        if (rule.table() == 0) {
            return;
        }
        printer.string("table", " lookup ", session.names().table(rule.table()), "");
        if (rule.suppressPrefixLength() != -1) {
            printer.number("suppress_prefixlen", " suppress_prefixlength ", rule.suppressPrefixLength(), "");
        }
        int group = rule.suppressInterfaceGroup();
        if (group != -1) {
            printer.string(
                    "suppress_ifgroup", " suppress_ifgroup ", session.names().group(group), "");
        }
    }

    private static void printAction(Session session, Rule rule) {
        Printer printer = session.printer();
        Names names = session.names();
        Long realms = rule.realms();
        if (realms != null) {
            int from = (int) (realms >>> 16);
            printer.text(" realms ");
            if (from != 0) {
                printer.string("flow_from", "", names.realm(from), "/");
            }
            printer.string("flow_to", "", names.realm((int) (realms & 0xffff)), "");
        }
        Long target = rule.target();
        switch (rule.action()) {
            case Rule.TO_TABLE -> {}
            case Rule.GOTO -> {
                if (target != null) {
                    printer.number("goto", " goto ", target, "");
                } else {
                    printer.string("goto", " goto ", "none", "");
                }
                if ((rule.flags() & Rule.UNRESOLVED) != 0) {
                    printer.nothing("unresolved", " [unresolved]");
                }
            }
            case Rule.NOP -> printer.nothing("nop", " nop");
            case NAT -> printer.nothing("masquerade", " masquerade");
            default ->
                printer.string(
                        "action",
                        " ",
                        RouteTypes.name(rule.action(), session.settings().numeric()),
                        "");
        }
    }
}
