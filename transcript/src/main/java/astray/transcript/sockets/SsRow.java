package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.Socket;
import astray.transcript.Command;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code ss}.
 *
 * @param netid whether the row names its protocol
 * @param socket the internet socket; {@code null} for a socket of another domain (Unix, netlink, packet, …)
 * @param unbracketed whether an IPv6 address stands without brackets, as ss printed it before iproute2 4.12
 */
record SsRow(boolean netid, @Nullable Socket socket, boolean unbracketed) {

    /**
     * Reads a row.
     *
     * @param stateShown whether there is a column for the state; ss leaves it out when one state was asked for
     * @return {@code null} for anything else
     */
    static @Nullable SsRow parse(String text, boolean stateShown, @Nullable Command command) {
        Words words = new Words(text);
        String word = words.next();
        if (word == null) {
            return null;
        }
        boolean other = isOther(word);
        boolean netid = other || isInternet(word);
        String protocol = netid ? word : null;
        if (netid) {
            word = words.next();
        }
        String state = null;
        if (stateShown) {
            state = word == null ? null : SocketStates.read(word);
            if (state == null) {
                return null;
            }
            word = words.next();
        }
        Long receive = Numbers.parseLong(word);
        Long send = receive == null ? null : Numbers.parseLong(words.next());
        if (send == null) {
            return null;
        }
        if (other) {
            return words.more() ? new SsRow(true, null, false) : null;
        }
        String localText = words.next();
        String peerText = words.next();
        Endpoint local = localText == null ? null : SocketEnds.colon(localText);
        Endpoint peer = peerText == null ? null : SocketEnds.colon(peerText);
        if (local == null || peer == null) {
            return null;
        }
        if (state == null) {
            state = filteredState(command);
        }
        if (protocol == null) {
            protocol = protocol(state, command);
        }
        String rest = words.rest();
        List<Socket.User> users = SsUsers.in(rest) ? SsUsers.parse(rest) : List.of();
        Family family = family(local, peer);
        Socket socket = new Socket(protocol, family, state, receive, send, local, peer, users);
        boolean unbracketed = localText != null && family == Family.INET6 && localText.startsWith(":");
        return new SsRow(netid, socket, unbracketed);
    }

    /** A socket of neither family is one of IPv6 that serves both. */
    private static @Nullable Family family(Endpoint local, Endpoint peer) {
        Family family = SocketEnds.family(local);
        if (family == null) {
            family = SocketEnds.family(peer);
        }
        return family == null && local.host() == null ? Family.INET6 : family;
    }

    static boolean isInternet(String netid) {
        return switch (netid) {
            case "tcp", "udp", "raw", "sctp", "dccp", "mptcp", "icmp6" -> true;
            default -> false;
        };
    }

    private static boolean isOther(String netid) {
        return switch (netid) {
            case "u_str", "u_dgr", "u_seq", "nl", "p_raw", "p_dgr", "v_str", "v_dgr", "tipc", "xdp", "???" -> true;
            default -> netid.startsWith("ti_") || netid.startsWith("v_");
        };
    }

    /** Without the column there is one protocol only: the one that the command asked for, else the likelier. */
    private static String protocol(@Nullable String state, @Nullable Command command) {
        if (command != null && command.tool().equals("ss")) {
            if (command.option('u') || command.has("--udp")) {
                return "udp";
            }
            if (command.option('w') || command.has("--raw")) {
                return "raw";
            }
            if (command.option('S') || command.has("--sctp")) {
                return "sctp";
            }
            if (command.option('t') || command.has("--tcp")) {
                return "tcp";
            }
        }
        return "UNCONNECTED".equals(state) ? "udp" : "tcp";
    }

    /** The state that {@code ss state established} asks for. */
    private static @Nullable String filteredState(@Nullable Command command) {
        String word = command == null ? null : command.after("state");
        if (word == null) {
            return null;
        }
        return switch (word) {
            case "listening" -> "LISTEN";
            case "closed" -> "CLOSE";
            default -> SocketStates.read(word.toUpperCase(Locale.ROOT));
        };
    }
}
