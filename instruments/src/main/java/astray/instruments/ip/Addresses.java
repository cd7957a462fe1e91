package astray.instruments.ip;

import astray.kernel.netlink.Message;
import astray.kernel.route.Address;
import java.io.IOException;

/** {@code ip address}: ip-address(8). */
final class Addresses implements IpObject {
    private static final String NAME = "address";

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        if (Words.matches(command, "add")) {
            throw Failure.change("addr", "add");
        }
        for (String change : new String[] {"change", "chg", "replace", "delete"}) {
            if (Words.matches(command, change)) {
                throw Failure.change("addr", change);
            }
        }
        if (Words.isShow(command)) {
            int family = session.settings().family();
            new LinkListing(session, LinkSelection.of(session, words, family, usage()), false).print();
            return 0;
        }
        if (Words.matches(command, "flush")) {
            throw Failure.change("addr", "flush");
        }
        for (String raw : new String[] {"save", "showdump"}) {
            if (Words.matches(command, raw)) {
                throw Failure.unsupported("addr " + raw);
            }
        }
        if (Words.matches(command, "restore")) {
            throw Failure.change("addr", "restore");
        }
        if (Words.matches(command, "help")) {
            throw usage();
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static Failure usage() {
        return Usage.of(
                "ip address [ show [ dev IFNAME ] [ scope SCOPE-ID ] [ master DEVICE ] [ nomaster ]",
                "                  [ type TYPE ] [ to PREFIX ] [ FLAG-LIST ] [ label LABEL ] [ up ]",
                "                  [ group GROUP ] [ vrf NAME ] ]",
                "FLAG := [-]{ permanent | dynamic | primary | secondary | tentative | deprecated | dadfailed |",
                "             temporary | nodad | optimistic | home | mngtmpaddr | noprefixroute | autojoin |",
                "             stable-privacy }");
    }

    /** Prints the address of a message. */
    static void print(Session session, Message message) throws IOException {
        session.printer().openObject();
        new AddressPrinting(session).print(new Address(message));
        session.printer().closeObject();
    }
}
