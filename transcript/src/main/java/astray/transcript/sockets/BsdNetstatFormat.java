package astray.transcript.sockets;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Socket;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of {@code netstat -an} on macOS and BSD: a dot before the port, {@code tcp4}, {@code tcp6} and
 * {@code tcp46}. A wildcard of {@code tcp6}, which is IPv6 alone, is read as {@code ::}; that of {@code tcp46}, which
 * serves both, as {@code *}. Columns behind the state ({@code -v}) and sections of other domains are gone past.
 */
final class BsdNetstatFormat implements Format {
    /** Addresses are cut to this many characters, unless {@code -l} or {@code -W} is given. */
    private static final int CUT = 16;

    private static final int END_WIDTH = 22;

    @Override
    public String name() {
        return "netstat (macOS)";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        for (int i = 0; i < Math.min(head.size(), 3); i++) {
            String text = head.get(i).text().strip();
            if (isHeader(text) || parse(text, true) != null) {
                return CERTAIN;
            }
            if (!text.startsWith("Active Internet connections")) {
                return NO;
            }
        }
        return NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        boolean wide = command != null && (command.option('l') || command.option('W'));
        return line -> {
            String text = line.text().strip();
            Socket socket = parse(text, wide);
            if (socket != null) {
                sink.fact(socket, line, text);
                return true;
            }
            return isHeader(text) || isOther(text);
        };
    }

    private static boolean isHeader(String text) {
        return text.startsWith("Proto Recv-Q Send-Q ") && text.contains("(state)");
    }

    /** Titles, headers and rows of the sections that follow, and rows that hold no address at all. */
    private static boolean isOther(String text) {
        return (text.startsWith("Active ") && (text.contains("connections") || text.contains(" sockets")))
                || text.startsWith("Proto Recv-Q Send-Q ")
                || text.startsWith("Proto/ID ")
                || (text.startsWith("Address ") && text.contains("Refs"))
                || text.startsWith("Registered kernel control modules")
                || (text.startsWith("id ") && text.contains("pcbcount"))
                || text.startsWith("icm4 ")
                || text.startsWith("icm6 ")
                || text.startsWith("kctl ")
                || text.startsWith("kevt ")
                || text.startsWith("mptcp ")
                || isDomainRow(text);
    }

    /** {@code fd1c8ba1a6b2c6e1 stream 0 0 …}: the address of a Unix socket in the kernel, then its kind. */
    private static boolean isDomainRow(String text) {
        int blank = text.indexOf(' ');
        if (blank < 8) {
            return blank > 0 && Character.digit(text.charAt(0), 16) >= 0 && text.contains("com.apple.");
        }
        String kind = text.substring(blank).strip();
        return kind.startsWith("stream ") || kind.startsWith("dgram ") || kind.startsWith("seqpac ");
    }

    private static @Nullable Socket parse(String text, boolean wide) {
        Words words = new Words(text);
        String proto = words.next();
        int digit = proto == null ? -1 : firstDigit(proto);
        if (proto == null || digit < 3) {
            return null;
        }
        String protocol = NetstatRow.protocol(proto.substring(0, digit));
        String version = proto.substring(digit);
        Long receive = protocol == null ? null : Numbers.parseLong(words.next());
        Long send = receive == null ? null : Numbers.parseLong(words.next());
        String localText = send == null ? null : words.next();
        String foreignText = words.next();
        if (protocol == null || localText == null || foreignText == null) {
            return null;
        }
        Endpoint local = end(localText, wide);
        Endpoint foreign = end(foreignText, wide);
        boolean known = version.equals("4") || version.equals("6") || version.equals("46");
        if (local == null || foreign == null || !known) {
            return null;
        }
        Family family = version.equals("4") ? Family.INET : Family.INET6;
        if (version.equals("6") && local.address() == null && local.host() == null) {
            local = new Endpoint(IpAddress.any(family), null, local.port(), local.service(), local.zone());
        }
        String word = words.next();
        String state = word == null ? null : SocketStates.read(word);
        return new Socket(protocol, family, state, receive, send, local, foreign, List.of());
    }

    private static int firstDigit(String proto) {
        for (int i = 0; i < proto.length(); i++) {
            if (proto.charAt(i) >= '0' && proto.charAt(i) <= '9') {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Endpoint end(String text, boolean wide) {
        // the last dot of "10.0.0.1:22" parts no port: that is the other netstat's row
        Endpoint end = text.lastIndexOf('.') < text.lastIndexOf(':') ? null : SocketEnds.dot(text);
        boolean cut = !wide && end != null && text.lastIndexOf('.') == CUT && SocketEnds.family(end) == Family.INET6;
        return cut && end != null ? SocketEnds.cut(end, text, '.') : end;
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        out.append("Active Internet connections (including servers)\n")
                .append("Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    \n");
        for (Fact fact : facts) {
            if (fact instanceof Socket socket) {
                boolean any = socket.local().address() == null && socket.local().host() == null;
                String version = socket.family() != Family.INET6 ? "4" : any ? "46" : "6";
                Columns.left(out, socket.protocol() + version, 5);
                out.append(' ');
                Columns.right(out, Columns.number(socket.receiveQueue()), 6);
                out.append(' ');
                Columns.right(out, Columns.number(socket.sendQueue()), 6);
                out.append("  ");
                Columns.left(out, end(socket.local()), END_WIDTH);
                out.append(' ');
                Columns.left(out, end(socket.remote()), END_WIDTH);
                out.append(' ');
                Columns.left(out, state(socket), 11);
                out.append('\n');
            }
        }
    }

    private static String end(@Nullable Endpoint end) {
        String place = end == null || end.wildcard() ? "*" : SocketEnds.bare(end);
        return place + '.' + SocketEnds.port(end);
    }

    private static String state(Socket socket) {
        return socket.state() == null || !socket.protocol().equals("tcp") ? "" : SocketStates.bsd(socket.state());
    }
}
