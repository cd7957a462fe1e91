package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.Socket;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of {@code lsof}. Columns may be empty, so the row is read outwards from the file's type. */
final class LsofRow {
    /** COMMAND PID TID TASKCMD PGID PPID USER FD TYPE DEVICE SIZE/OFF NODE, and an id or two of other systems. */
    private static final int MAX_WORDS = 16;

    private LsofRow() {}

    /** Reads the row of an internet socket; {@code null} for anything else. */
    static @Nullable Socket parse(String text) {
        Words words = new Words(text);
        List<String> before = new ArrayList<>();
        Family family = null;
        for (String word = words.next(); word != null; word = words.next()) {
            family = before.size() < 4 ? null : family(word);
            if (family != null) {
                break;
            }
            before.add(word);
            if (before.size() > MAX_WORDS) {
                return null;
            }
        }
        String protocol = family == null ? null : protocol(words);
        if (family == null || protocol == null) {
            return null;
        }
        Socket.User user = user(before);
        return user == null ? null : socket(protocol, family, words.rest(), user);
    }

    private static @Nullable Family family(String type) {
        return switch (type) {
            case "IPv4", "inet" -> Family.INET;
            case "IPv6", "inet6" -> Family.INET6;
            default -> null;
        };
    }

    /** The column NODE, which names the protocol of a socket: behind DEVICE and SIZE/OFF, each of which may be empty. */
    private static @Nullable String protocol(Words words) {
        for (int i = 0; i < 4; i++) {
            String word = words.next();
            if (word == null) {
                return null;
            }
            switch (word) {
                case "TCP", "UDP", "UDPLITE", "SCTP", "ICMP", "ICMPV6", "RAW" -> {
                    return word.toLowerCase(Locale.ROOT);
                }
                default -> {}
            }
        }
        return null;
    }

    /** The process's columns: its command first, the first number is its id, the last two words are user and FD. */
    private static Socket.@Nullable User user(List<String> words) {
        String fd = words.getLast();
        int letter = 0;
        while (letter < fd.length() && fd.charAt(letter) >= '0' && fd.charAt(letter) <= '9') {
            letter++;
        }
        if (letter == 0) {
            return null;
        }
        int at = 1;
        Long pid = Numbers.parseLong(words.get(at));
        while (pid == null && at + 1 < words.size() - 2) {
            pid = Numbers.parseLong(words.get(++at));
        }
        if (pid == null) {
            return null;
        }
        String command = String.join(" ", words.subList(0, at));
        return new Socket.User(unescape(command), pid, words.get(words.size() - 2), fd);
    }

    private static @Nullable Socket socket(String protocol, Family family, String name, Socket.User user) {
        Words words = new Words(name);
        String ends = words.next();
        if (ends == null) {
            return null;
        }
        int arrow = ends.indexOf("->");
        Endpoint local = SocketEnds.colon(arrow < 0 ? ends : ends.substring(0, arrow));
        Endpoint remote = arrow < 0 ? null : SocketEnds.colon(ends.substring(arrow + 2));
        if (local == null || (arrow >= 0 && remote == null)) {
            return null;
        }
        String state = null;
        Long receive = null;
        Long send = null;
        // "(LISTEN)", with -Tqs "(ESTABLISHED QR=0 QS=0)"
        String bracket = words.rest();
        if (bracket.startsWith("(") && bracket.endsWith(")")) {
            Words inside = new Words(bracket.substring(1, bracket.length() - 1));
            for (String word = inside.next(); word != null; word = inside.next()) {
                if (word.startsWith("QR=")) {
                    receive = Numbers.parseLong(word.substring(3));
                } else if (word.startsWith("QS=")) {
                    send = Numbers.parseLong(word.substring(3));
                } else if (state == null) {
                    state = SocketStates.read(word);
                }
            }
        }
        return new Socket(protocol, family, state, receive, send, local, remote, List.of(user));
    }

    /** Whether a line is a row of any other file: a command, a process id, and enough columns. */
    static boolean isOther(String text) {
        Words words = new Words(text);
        boolean number = false;
        int count = 0;
        while (count < 6 && words.more()) {
            number |= Numbers.parseLong(words.next()) != null && (count == 1 || count == 2);
            count++;
        }
        return number && count >= 5;
    }

    /** macOS writes a blank in a command's name as {@code \x20}. */
    private static String unescape(String command) {
        return command.replace("\\x20", " ");
    }

    /** The command as lsof shows it. */
    static String escape(String command) {
        return command.replace(" ", "\\x20");
    }
}
