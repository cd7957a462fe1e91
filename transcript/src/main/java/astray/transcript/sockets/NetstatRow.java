package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.Socket;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of net-tools' {@code netstat}: an internet socket. */
final class NetstatRow {
    /** Without {@code -W} an end is cut to this many characters, its colon and port included. */
    private static final int CUT = 23;

    private NetstatRow() {}

    /**
     * Reads a row.
     *
     * @param userColumns whether the header shows {@code User} and {@code Inode}; {@code null} without a header
     * @param wide whether nothing is cut ({@code -W})
     * @return {@code null} for anything else
     */
    static @Nullable Socket parse(String text, @Nullable Boolean userColumns, boolean wide) {
        Words words = new Words(text);
        String proto = words.next();
        String protocol = proto == null ? null : protocol(proto);
        Long receive = protocol == null ? null : Numbers.parseLong(words.next());
        Long send = receive == null ? null : Numbers.parseLong(words.next());
        String localText = send == null ? null : words.next();
        String foreignText = words.next();
        if (proto == null || protocol == null || localText == null || foreignText == null) {
            return null;
        }
        Endpoint local = end(localText, wide);
        Endpoint foreign = end(foreignText, wide);
        if (local == null || foreign == null) {
            return null;
        }
        // BusyBox says tcp of both families
        boolean v6 = proto.endsWith("6") || SocketEnds.family(local) == Family.INET6;
        String state = state(words.peek(), protocol);
        if (state != null) {
            words.next();
        }
        String user = user(words, userColumns);
        Socket.User holder = holder(words.rest(), user);
        return new Socket(
                protocol,
                v6 ? Family.INET6 : Family.INET,
                state,
                receive,
                send,
                local,
                foreign,
                holder == null ? List.of() : List.of(holder));
    }

    private static @Nullable Endpoint end(String text, boolean wide) {
        Endpoint end = SocketEnds.colon(text);
        // "fe80::5054:ff:fe12" may be all that is left of a longer address: better a name than a wrong address
        boolean cut = !wide && end != null && text.length() == CUT && SocketEnds.family(end) == Family.INET6;
        return cut && end != null ? SocketEnds.cut(end, text, ':') : end;
    }

    /** The protocol's name in facts; {@code null} for a word that begins no row of an internet socket. */
    static @Nullable String protocol(String proto) {
        return switch (proto) {
            case "tcp", "tcp6" -> "tcp";
            case "udp", "udp6" -> "udp";
            case "udpl", "udpl6", "udplite" -> "udplite";
            case "raw", "raw6" -> "raw";
            case "sctp", "sctp6" -> "sctp";
            case "dccp", "dccp6" -> "dccp";
            case "icmp", "icmp6" -> "icmp";
            default -> null;
        };
    }

    private static @Nullable String state(@Nullable String word, String protocol) {
        if (word == null) {
            return null;
        }
        // raw sockets show the kernel's number: 7 is TCP_CLOSE, which means no peer (include/net/tcp_states.h)
        if (protocol.equals("raw") && word.length() == 1) {
            return word.equals("7") ? SocketStates.UNCONNECTED.name() : word.equals("1") ? "ESTABLISHED" : null;
        }
        return SocketStates.read(word);
    }

    /** Goes past the two columns of {@code -e}, where they are, and returns the first. */
    private static @Nullable String user(Words words, @Nullable Boolean userColumns) {
        if (Boolean.FALSE.equals(userColumns)) {
            return null;
        }
        String first = words.peek();
        if (first == null || first.equals("-") || first.indexOf('/') >= 0 || first.indexOf('(') >= 0) {
            return null;
        }
        if (userColumns == null && !secondIsNumber(words.rest())) {
            return null;
        }
        String user = words.next();
        words.next();
        return user;
    }

    private static boolean secondIsNumber(String rest) {
        Words words = new Words(rest);
        words.next();
        return Numbers.parseLong(words.next()) != null;
    }

    /** {@code 1234/sshd: /usr/sbin}, perhaps followed by the column of {@code -o}: {@code off (0.00/0/0)}. */
    private static Socket.@Nullable User holder(String rest, @Nullable String user) {
        String program = rest.endsWith(")") ? withoutTimer(rest) : rest;
        int slash = program.indexOf('/');
        Long pid = slash < 0 ? null : Numbers.parseLong(program.substring(0, slash));
        if (pid == null) {
            return null;
        }
        String command = program.substring(slash + 1).strip();
        return new Socket.User(command.isEmpty() ? null : command, pid, user, null);
    }

    private static String withoutTimer(String rest) {
        String before = rest.substring(0, Math.max(rest.lastIndexOf('('), 0)).strip();
        int word = before.lastIndexOf(' ') + 1;
        String timer = before.substring(word);
        return switch (timer) {
            case "off", "on", "on2", "on4", "keepalive", "timewait", "probe" ->
                before.substring(0, word).strip();
            default -> timer.startsWith("unkn-") ? before.substring(0, word).strip() : rest;
        };
    }
}
