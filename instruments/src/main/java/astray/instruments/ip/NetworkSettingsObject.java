package astray.instruments.ip;

import astray.kernel.netlink.Message;
import astray.kernel.route.NetworkSettings;
import java.io.IOException;

/** {@code ip netconf}: ip-netconf(8). */
final class NetworkSettingsObject implements IpObject {
    private static final String NAME = "netconf";

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        if (Words.isShow(command)) {
            int index = 0;
            while (words.hasNext()) {
                // the original passes over any other word too
                if (words.next().equals("dev")) {
                    index = session.links().require(words.next());
                }
            }
            show(session, index);
            return 0;
        }
        if (Words.matches(command, "help")) {
            throw Usage.of("ip netconf [ show [ dev STRING ] ]");
        }
        throw Failure.unknownCommand(NAME, command);
    }

    private static void show(Session session, int index) throws IOException {
        Printer printer = session.printer();
        printer.open();
        for (Message message :
                session.dump(NetworkSettings.list(session.settings().family()))) {
            if (index == 0 || new NetworkSettings(message).index() == index) {
                print(session, message);
            }
        }
        printer.close();
    }

    /** Prints the settings of a message. */
    static void print(Session session, Message message) throws IOException {
        NetworkSettings row = new NetworkSettings(message);
        Printer printer = session.printer();
        printer.openObject();
        if (row.isDeleted()) {
            printer.flag("deleted", "Deleted ");
        }
        printer.string("family", AddressPrinting.familyName(row.family()));
        int index = row.index();
        if (index != 0) {
            String name = switch (index) {
                case NetworkSettings.ALL -> "all";
                case NetworkSettings.DEFAULT -> "default";
                default -> session.links().name(index);
            };
            printer.string(Colour.INTERFACE, "interface", "", name, " ");
        }
        onOff(printer, row, NetworkSettings.FORWARDING, "forwarding");
        int filter = row.get(NetworkSettings.RP_FILTER);
        switch (filter) {
            case -1 -> {}
            case 0 -> printer.string("rp_filter", "rp_filter ", "off", " ");
            case 1 -> printer.string("rp_filter", "rp_filter ", "strict", " ");
            case 2 -> printer.string("rp_filter", "rp_filter ", "loose", " ");
            default -> printer.number("rp_filter", "rp_filter ", filter);
        }
        onOff(printer, row, NetworkSettings.MC_FORWARDING, "mc_forwarding");
        onOff(printer, row, NetworkSettings.PROXY_NEIGH, "proxy_neigh");
        onOff(printer, row, NetworkSettings.IGNORE_ROUTES_WITH_LINKDOWN, "ignore_routes_with_linkdown");
        onOff(printer, row, NetworkSettings.INPUT, "input");
        printer.end();
        printer.closeObject();
    }

    private static void onOff(Printer printer, NetworkSettings row, int setting, String name) {
        int value = row.get(setting);
        if (value != -1) {
            printer.onOff(name, name + " ", value != 0, " ");
        }
    }
}
