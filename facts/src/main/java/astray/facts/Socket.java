package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A socket.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code raw}, …
 * @param family the family of the socket where shown; an INET6 socket bound to {@code ::} usually serves both
 * @param state {@code LISTEN}, {@code ESTABLISHED}, {@code UNCONNECTED}, … in netstat's words without abbreviation;
 *     {@code null} when not shown
 * @param receiveQueue bytes waiting to be read; for a listener, connections waiting to be accepted
 * @param sendQueue bytes not yet acknowledged; for a listener, the backlog
 * @param local its own end
 * @param remote the other end; {@code null} when not shown
 * @param users the processes that hold it
 * @param progress how a TCP connection fares; {@code null} when not shown
 */
public record Socket(
        String protocol,
        @Nullable Family family,
        @Nullable String state,
        @Nullable Long receiveQueue,
        @Nullable Long sendQueue,
        Endpoint local,
        @Nullable Endpoint remote,
        List<User> users,
        @Nullable Progress progress)
        implements Fact {

    /**
     * How a TCP connection fares ({@code ss -i}): whether the other end still answers.
     *
     * @param retransmits how often in a row the oldest unanswered segment was sent again; 0 when the other end answers
     * @param sinceAnswer milliseconds since the other end last acknowledged anything; {@code null} when it never did
     * @param unaccepted whether no process has taken it from its listener's queue yet: it has no inode
     */
    public record Progress(int retransmits, @Nullable Long sinceAnswer, boolean unaccepted) {
        private static final long RECENT_MILLIS = 3_000;

        /** One that a process has taken, or that was opened on this side. */
        public Progress(int retransmits, @Nullable Long sinceAnswer) {
            this(retransmits, sinceAnswer, false);
        }

        /** Whether the other end answered just now, and nothing is waiting for its answer in vain. */
        public boolean answered() {
            return retransmits == 0 && sinceAnswer != null && sinceAnswer <= RECENT_MILLIS;
        }
    }

    /** A socket of which nobody showed how it fares. */
    public Socket(
            String protocol,
            @Nullable Family family,
            @Nullable String state,
            @Nullable Long receiveQueue,
            @Nullable Long sendQueue,
            Endpoint local,
            @Nullable Endpoint remote,
            List<User> users) {
        this(protocol, family, state, receiveQueue, sendQueue, local, remote, users, null);
    }

    /**
     * A process that holds a socket.
     *
     * @param command the command's name, perhaps cut short
     * @param pid the process id
     * @param user the user's name or id
     * @param fd the descriptor as shown
     */
    public record User(
            @Nullable String command,
            @Nullable Long pid,
            @Nullable String user,
            @Nullable String fd) {}

    /** Copies the list. */
    public Socket {
        users = List.copyOf(users);
    }

    /** Whether it waits for connections. */
    public boolean listening() {
        return "LISTEN".equals(state);
    }

    /** Whether the other end asked for a connection and has not acknowledged the answer: SYN_RECV. */
    public boolean halfOpen() {
        return "SYN_RECV".equals(state);
    }

    /** Whether it is an open connection. */
    public boolean established() {
        return "ESTABLISHED".equals(state);
    }
}
