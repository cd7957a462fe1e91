package astray.instruments.ip;

import astray.kernel.netlink.Message;
import java.io.IOException;

/** {@code ip route}: ip-route(8). */
final class Routes implements IpObject {
    private static final String NAME = "route";
    private static final String[] CHANGES = {
        "add", "change", "chg", "replace", "prepend", "append", "test", "delete", "flush", "restore"
    };

    @Override
    public int run(Session session, Words words) throws IOException {
        if (!words.hasNext()) {
            list(session, words);
            return 0;
        }
        String command = words.next();
        if (Words.isShow(command)) {
            list(session, words);
        } else if (Words.matches(command, "get")) {
            RouteGet.run(session, words);
        } else {
            throw other(command);
        }
        return 0;
    }

    private static Failure other(String command) {
        for (String change : CHANGES) {
            if (Words.matches(command, change)) {
                return Failure.change(NAME, change);
            }
        }
        for (String dump : new String[] {"save", "showdump"}) {
            if (Words.matches(command, dump)) {
                return Failure.unsupported(NAME + " " + dump);
            }
        }
        return Words.matches(command, "help") ? usage() : Failure.unknownCommand(NAME, command);
    }

    static Failure usage() {
        return Usage.of(
                "ip route { show | list } SELECTOR",
                "ip route get [ ROUTE_GET_FLAGS ] [ to ] ADDRESS [ from ADDRESS iif STRING ] [ oif STRING ]",
                "             [ tos TOS ] [ mark NUMBER ] [ vrf NAME ] [ uid NUMBER ]",
                "             [ ipproto PROTOCOL ] [ sport NUMBER ] [ dport NUMBER ]",
                "SELECTOR := [ root PREFIX ] [ match PREFIX ] [ exact PREFIX ] [ table TABLE_ID ] [ vrf NAME ]",
                "            [ proto RTPROTO ] [ type TYPE ] [ scope SCOPE ] [ metric METRIC ] [ tos TOS ]",
                "            [ via ADDRESS ] [ dev STRING ] [ src ADDRESS ] [ from PREFIX ] [ realms REALM ] [ cached ]",
                "ROUTE_GET_FLAGS := [ fibmatch ] [ notify ] [ connected ]");
    }

    private static void list(Session session, Words words) throws IOException {
        RouteSelection selection = RouteSelection.of(session, words);
        RoutePrinter routes = new RoutePrinter(session, selection);
        Printer printer = session.printer();
        printer.open();
        session.stream(selection.request().request(), Failure.REFUSED, routes::print);
        printer.close();
    }

    /** Prints the route that a message tells of, if it leaves by this interface; 0 is any. */
    static void print(Session session, Message message, int device) throws IOException {
        new RoutePrinter(session, device == 0 ? RouteSelection.everything() : RouteSelection.by(device)).print(message);
    }
}
