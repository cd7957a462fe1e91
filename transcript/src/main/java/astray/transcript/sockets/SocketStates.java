package astray.transcript.sockets;

import org.jspecify.annotations.Nullable;

/**
 * The states of a TCP connection (RFC 9293) in three spellings: net-tools' {@code netstat}, which facts use, that of
 * {@code ss}, and that of BSD and macOS.
 */
enum SocketStates {
    ESTABLISHED("ESTABLISHED", "ESTAB", "ESTABLISHED"),
    SYN_SENT("SYN_SENT", "SYN-SENT", "SYN_SENT"),
    SYN_RECV("SYN_RECV", "SYN-RECV", "SYN_RCVD"),
    FIN_WAIT1("FIN_WAIT1", "FIN-WAIT-1", "FIN_WAIT_1"),
    FIN_WAIT2("FIN_WAIT2", "FIN-WAIT-2", "FIN_WAIT_2"),
    TIME_WAIT("TIME_WAIT", "TIME-WAIT", "TIME_WAIT"),
    CLOSE_WAIT("CLOSE_WAIT", "CLOSE-WAIT", "CLOSE_WAIT"),
    LAST_ACK("LAST_ACK", "LAST-ACK", "LAST_ACK"),
    LISTEN("LISTEN", "LISTEN", "LISTEN"),
    CLOSING("CLOSING", "CLOSING", "CLOSING"),
    CLOSE("CLOSE", "CLOSED", "CLOSED"),
    /** A socket without a peer: ss says so of datagram sockets and of TCP sockets that are neither bound nor connected. */
    UNCONNECTED("UNCONNECTED", "UNCONN", "CLOSED");

    private final String linux;
    private final String ss;
    private final String bsd;

    SocketStates(String linux, String ss, String bsd) {
        this.linux = linux;
        this.ss = ss;
        this.bsd = bsd;
    }

    /** The state's name in facts for a word in any of the spellings; {@code null} for any other word. */
    static @Nullable String read(String word) {
        for (SocketStates state : values()) {
            if (state.linux.equals(word) || state.ss.equals(word) || state.bsd.equals(word)) {
                return state.linux;
            }
        }
        return null;
    }

    /** The spelling of ss; a state that it does not know stays as it is. */
    static String ss(String name) {
        for (SocketStates state : values()) {
            if (state.linux.equals(name)) {
                return state.ss;
            }
        }
        return name;
    }

    /** The spelling of BSD. */
    static String bsd(String name) {
        for (SocketStates state : values()) {
            if (state.linux.equals(name)) {
                return state.bsd;
            }
        }
        return name;
    }
}
