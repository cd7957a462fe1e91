package astray.kernel.socket;

/**
 * The state of a socket: {@code enum} of net/tcp_states.h, which the other protocols and unix sockets borrow. A state
 * that is not in the table keeps its number.
 *
 * @param number as the kernel has it
 */
public record SocketState(int number) {
    /** An open connection; also a UDP or unix socket with a peer. */
    public static final SocketState ESTABLISHED = new SocketState(1);

    /** Asked for a connection; no answer yet. */
    public static final SocketState SYN_SENT = new SocketState(2);

    /** Was asked for a connection and answered. */
    public static final SocketState SYN_RECV = new SocketState(3);

    /** Closed here, not yet acknowledged. */
    public static final SocketState FIN_WAIT1 = new SocketState(4);

    /** Closed here and acknowledged; the peer may still send. */
    public static final SocketState FIN_WAIT2 = new SocketState(5);

    /** Closed at both ends, waiting for stray segments. */
    public static final SocketState TIME_WAIT = new SocketState(6);

    /** No connection; a UDP, raw or unix socket without a peer. */
    public static final SocketState CLOSE = new SocketState(7);

    /** Closed by the peer; the program here has not closed. */
    public static final SocketState CLOSE_WAIT = new SocketState(8);

    /** Closed by the peer, then here; the last acknowledgement is missing. */
    public static final SocketState LAST_ACK = new SocketState(9);

    /** Waits for connections. */
    public static final SocketState LISTEN = new SocketState(10);

    /** Both closed at once. */
    public static final SocketState CLOSING = new SocketState(11);

    /** As {@link #SYN_RECV}, as the kernel keeps it itself; listings show that one. */
    public static final SocketState NEW_SYN_RECV = new SocketState(12);

    /** Bound to a port, neither listening nor connected (Linux 6.8). */
    public static final SocketState BOUND_INACTIVE = new SocketState(13);

    private static final String[] WORDS = {
        "",
        "ESTABLISHED",
        "SYN_SENT",
        "SYN_RECV",
        "FIN_WAIT1",
        "FIN_WAIT2",
        "TIME_WAIT",
        "CLOSE",
        "CLOSE_WAIT",
        "LAST_ACK",
        "LISTEN",
        "CLOSING",
        "NEW_SYN_RECV",
        "BOUND_INACTIVE",
    };

    /** The bit of this state in a request's mask; 0 for a number that has none. */
    public int bit() {
        return number > 0 && number < 32 ? 1 << number : 0;
    }

    /** The word of netstat(8), such as {@code ESTABLISHED}; {@code state N} for a number without one. */
    public String word() {
        return number > 0 && number < WORDS.length ? WORDS[number] : "state " + number;
    }

    @Override
    public String toString() {
        return word();
    }
}
