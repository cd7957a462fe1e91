package astray.transcript.connect;

/** The first words of a service, as a client such as nc or telnet passes them on. */
final class Banner {
    private static final String[] OPENINGS = {
        "SSH-1.", "SSH-2.0-", "220 ", "220-", "+OK", "* OK", "HTTP/1.", "RFB 00", "-ERR ", "AMQP", "@RSYNCD:", "200 "
    };

    private Banner() {}

    /** Whether a line looks like the greeting of a known protocol. */
    static boolean is(String text) {
        for (String opening : OPENINGS) {
            if (text.startsWith(opening)) {
                return true;
            }
        }
        return false;
    }
}
