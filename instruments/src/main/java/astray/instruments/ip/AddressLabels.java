package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import astray.kernel.route.AddressLabel;
import astray.kernel.route.Families;
import java.io.IOException;

/** {@code ip addrlabel}: ip-addrlabel(8). */
final class AddressLabels implements IpObject {
    private static final String NAME = "addrlabel";

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "list";
        if (Words.matches(command, "list") || Words.matches(command, "show")) {
            if (words.hasNext()) {
                throw new Failure(Failure.FAILED, "\"ip addrlabel show\" does not take any arguments.");
            }
            list(session);
            return 0;
        }
        for (String change : new String[] {"add", "delete", "flush"}) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.matches(command, "help")) {
            throw Usage.of("ip addrlabel [ list ]");
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static void list(Session session) throws IOException {
        Printer printer = session.printer();
        Request request = AddressLabel.list(session.settings().familyOr(Families.INET6));
        printer.open();
        for (Message message : session.dump(request, Failure.WRONG_USAGE)) {
            print(session, message);
        }
        printer.close();
    }

    /** Prints the row of a message. */
    static void print(Session session, Message message) throws IOException {
        AddressLabel row = new AddressLabel(message);
        Printer printer = session.printer();
        printer.openObject();
        if (row.isDeleted()) {
            printer.flag("deleted", "Deleted ");
        }
        IpAddress address = row.address();
        if (address != null) {
            printer.text("prefix ");
            printer.string(Colour.ofFamily(row.family()), "address", "", session.host(address), "");
            printer.number("prefixlen", "/", row.prefixLength());
        }
        if (row.index() != 0) {
            printer.text("dev ");
            printer.string(Colour.INTERFACE, "ifname", "", session.links().name(row.index()), " ");
        }
        if (row.label() >= 0) {
            printer.number("label", "label ", row.label());
        }
        printer.end();
        printer.closeObject();
    }
}
