package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Message;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;

/** {@code ip token}: ip-token(8), the lower half of addresses that IPv6 makes by itself. */
final class Tokens implements IpObject {
    private static final String NAME = "token";

    /** {@code IFLA_INET6_TOKEN} of linux/if_link.h. */
    private static final int TOKEN = 7;

    private static final int LOOPBACK = 8;
    private static final int NOARP = 0x80;

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "list";
        if (Words.matches(command, "list") || Words.matches(command, "lst") || Words.matches(command, "show")) {
            list(session, device(session, words));
            return 0;
        }
        for (String change : new String[] {"set", "delete"}) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.matches(command, "get")) {
            int index = device(session, words);
            if (index == 0) {
                throw new Failure(Failure.WRONG_USAGE, "Not enough information: \"dev\" argument is required.");
            }
            list(session, index);
            return 0;
        }
        if (Words.matches(command, "help")) {
            throw Usage.of("ip token [ list [ dev DEV ] | get dev DEV ]");
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static int device(Session session, Words words) throws IOException {
        int index = 0;
        while (words.hasNext()) {
            String word = words.next();
            if (!word.equals("dev")) {
                throw new Failure(
                        Failure.WRONG_USAGE, "Command line has an argument that is not known: \"" + word + "\"");
            }
            String name = words.next();
            index = session.links().find(name);
            if (index == 0) {
                throw Failure.invalid("dev is invalid\n", name);
            }
        }
        return index;
    }

    private static void list(Session session, int index) throws IOException {
        Printer printer = session.printer();
        printer.open();
        for (Message message : session.dump(Link.ofFamily(Families.INET6))) {
            Link link = new Link(message);
            IpAddress token = link.protocolInfo().address(TOKEN);
            boolean wanted = index == 0 || index == link.index();
            if (wanted && (link.flags() & (LOOPBACK | NOARP)) == 0 && token != null) {
                printer.openObject();
                printer.string("token", "token ", session.host(token), " ");
                String name = link.name();
                printer.string("ifname", "dev ", name == null ? "if" + link.index() : name, "");
                printer.end();
                printer.closeObject();
            }
        }
        printer.close();
    }
}
