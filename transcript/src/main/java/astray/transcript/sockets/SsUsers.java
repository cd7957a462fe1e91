package astray.transcript.sockets;

import astray.facts.Socket;
import astray.transcript.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processes that {@code ss -p} shows: {@code users:(("sshd",pid=812,fd=3),("systemd",pid=1,fd=60))}, and before
 * iproute2 4 {@code users:(("sshd",812,3))}.
 */
final class SsUsers {
    private static final String OPENING = "users:((";
    /** A socket inherited by every worker of a server is held by many; no more of them are kept. */
    private static final int MAX_USERS = 1000;

    private SsUsers() {}

    static boolean in(String text) {
        return text.contains(OPENING);
    }

    static List<Socket.User> parse(String text) {
        List<Socket.User> users = new ArrayList<>();
        int at = text.indexOf(OPENING);
        at = at < 0 ? -1 : at + OPENING.length() - 1;
        while (at >= 0 && users.size() < MAX_USERS && text.startsWith("(\"", at)) {
            int quote = text.indexOf("\",", at + 2);
            int close = quote < 0 ? -1 : text.indexOf(')', quote);
            if (close < 0) {
                break;
            }
            users.add(user(text.substring(at + 2, quote), text.substring(quote + 2, close)));
            at = text.startsWith(",", close + 1) ? close + 2 : -1;
        }
        return users;
    }

    private static Socket.User user(String command, String fields) {
        String pid = null;
        String fd = null;
        int place = 0;
        for (String field : fields.split(",", 8)) {
            if (field.startsWith("pid=")) {
                pid = field.substring(4);
            } else if (field.startsWith("fd=")) {
                fd = field.substring(3);
            } else if (field.indexOf('=') < 0) {
                if (place == 0) {
                    pid = field;
                } else {
                    fd = field;
                }
            }
            place++;
        }
        return new Socket.User(command, Numbers.parseLong(pid), null, fd == null || fd.isEmpty() ? null : fd);
    }

    /** With the blank that ss puts before; empty for no users. */
    static String print(List<Socket.User> users) {
        if (users.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(" users:(");
        String separator = "";
        for (Socket.User user : users) {
            out.append(separator).append("(\"").append(command(user.command())).append('"');
            if (user.pid() != null) {
                out.append(",pid=").append(user.pid());
            }
            if (user.fd() != null) {
                out.append(",fd=").append(user.fd());
            }
            out.append(')');
            separator = ",";
        }
        return out.append(')').toString();
    }

    private static String command(@Nullable String command) {
        return command == null ? "" : command;
    }
}
