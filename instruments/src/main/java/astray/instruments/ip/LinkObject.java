package astray.instruments.ip;

import astray.kernel.route.Families;
import java.io.IOException;

/** {@code ip link}: ip-link(8). */
final class LinkObject implements IpObject {
    private static final String NAME = "link";

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        for (String change : new String[] {"add", "set", "change", "replace", "delete"}) {
            if (Words.matches(command, change)) {
                throw Failure.change(NAME, change);
            }
        }
        if (Words.isShow(command)) {
            new LinkListing(session, LinkSelection.of(session, words, Families.PACKET, usage()), true).print();
            return 0;
        }
        for (String other : new String[] {"xstats", "afstats"}) {
            if (Words.matches(command, other)) {
                throw Failure.unsupported("link " + other);
            }
        }
        if (Words.matches(command, "property")) {
            throw Failure.change("link property", words.hasNext() ? words.next() : "");
        }
        if (Words.matches(command, "help")) {
            throw usage();
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static Failure usage() {
        return Usage.of(
                "ip link [ show [ DEVICE | group GROUP ] [ up ] [ master DEVICE ] [ nomaster ] [ vrf NAME ]",
                "               [ type TYPE ] ]");
    }
}
