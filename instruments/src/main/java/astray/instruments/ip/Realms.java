package astray.instruments.ip;

/** Realms on a command line and in print: {@code FROM/TO}, or {@code TO} alone. */
final class Realms {
    private Realms() {}

    /** The source's realm in the upper half and the destination's in the lower one; -1 for what is none. */
    static long parse(Names names, String word) {
        int slash = word.indexOf('/');
        long from = 0;
        String to = word;
        if (slash >= 0) {
            from = slash == 0 ? 0 : names.realmNumber(word.substring(0, slash));
            to = word.substring(slash + 1);
        }
        if (from < 0) {
            return -1;
        }
        if (slash >= 0 && to.isEmpty()) {
            return from << 16;
        }
        long number = names.realmNumber(to);
        return number < 0 ? -1 : from << 16 | number;
    }

    /** Prints those of a route. */
    static void print(Session session, int realms) {
        Names names = session.names();
        Printer printer = session.printer();
        int from = realms >>> 16;
        int to = realms & 0xffff;
        printer.openObject("flow");
        printer.text(from == 0 ? "realm " : "realms ");
        if (from != 0) {
            printer.string("from", "", names.realm(from), "/");
        }
        printer.string("to", "", names.realm(to), " ");
        printer.closeObject();
    }
}
