package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Families;
import astray.kernel.route.TcpMetric;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code ip tcp_metrics}: ip-tcp_metrics(8). */
final class TcpMetrics implements IpObject {
    private static final String NAME = "tcp_metrics";

    private @Nullable InetPrefix peer;
    private @Nullable InetPrefix source;

    @Override
    public int run(Session session, Words words) throws IOException {
        String command = words.hasNext() ? words.next() : "show";
        if (Words.matches(command, "delete")) {
            throw Failure.change(NAME, "delete");
        }
        if (Words.isShow(command)) {
            select(session, words);
            show(session);
            return 0;
        }
        if (Words.matches(command, "flush")) {
            throw Failure.change(NAME, "flush");
        }
        throw Words.matches(command, "help") ? usage() : Failure.unknownCommand(NAME, command);
    }

    private static Failure usage() {
        return Usage.of("ip tcp_metrics show [ [ address ] PREFIX ] [ source PREFIX ]");
    }

    private void select(Session session, Words words) throws IOException {
        int family = session.settings().family();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("src") || word.equals("source")) {
                if (source != null) {
                    throw twice("src", words.next());
                }
                source = InetPrefix.prefix(words.next(), family);
                continue;
            }
            String address = word.equals("addr") || word.equals("address") ? words.next() : word;
            if (Words.matches(address, "help")) {
                throw usage();
            }
            if (peer == null || peer.address() == null) {
                peer = InetPrefix.prefix(address, family);
            }
            if (family == Families.UNSPEC) {
                family = peer.family();
            }
        }
    }

    private static Failure twice(String what, String word) {
        return new Failure(
                Failure.WRONG_USAGE, "Error: either \"" + what + "\" is duplicate, or \"" + word + "\" is a garbage.");
    }

    private void show(Session session) throws IOException {
        NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC);
        session.closeAtEnd(socket);
        int family = TcpMetric.family(socket);
        if (family == 0) {
            throw new Failure(Failure.FAILED, "RTNETLINK answers: No such file or directory");
        }
        InetPrefix wanted = peer;
        IpAddress one = wanted == null || wanted.address() == null ? null : whole(wanted);
        if (one != null) {
            InetPrefix from = source;
            switch (socket.ask(TcpMetric.request(family, one, from == null ? null : whole(from)))) {
                // the original prints this one as text whatever was asked for
                case Answer.Replied(Message message) -> print(session, session.text(), TcpMetric.of(message));
                case Answer.Refused refused -> throw Failure.refused(refused);
                case Answer.Acknowledged() -> {}
            }
            return;
        }
        Printer printer = session.printer();
        printer.open();
        Listing listing = socket.dump(TcpMetric.request(family));
        for (Message message : listing) {
            TcpMetric metric = TcpMetric.of(message);
            if (takes(session, metric)) {
                print(session, printer, metric);
            }
        }
        Answer.Refused refusal = listing.refusal();
        if (refusal != null) {
            throw new Failure(Failure.REFUSED, Failure.refused(refusal).lines() + "\nDump terminated");
        }
        printer.close();
    }

    private static @Nullable IpAddress whole(InetPrefix prefix) {
        IpAddress address = prefix.address();
        return address != null && prefix.length() == address.family().bits() ? address : null;
    }

    private boolean takes(Session session, TcpMetric metric) {
        IpAddress address = metric.peer();
        int family = session.settings().family();
        return address != null
                && (family == Families.UNSPEC || family == Families.number(address.family()))
                && within(peer, address)
                && within(source, metric.source());
    }

    private static boolean within(@Nullable InetPrefix prefix, @Nullable IpAddress address) {
        IpAddress wanted = prefix == null ? null : prefix.address();
        return prefix == null
                || wanted == null
                || address != null && address.family() == wanted.family() && prefix.covers(address, prefix.length());
    }

    private static void print(Session session, Printer printer, TcpMetric metric) throws IOException {
        printer.openObject();
        IpAddress address = metric.peer();
        if (address != null) {
            Colour colour = Colour.ofFamily(Families.number(address.family()));
            printer.string(colour, "dst", "", session.host(address), "");
        }
        if (metric.age() >= 0) {
            printer.literal("age", Decimals.thousandths(metric.age()), " age " + seconds(metric.age()) + "sec");
        }
        if (metric.hasTimestampAge()) {
            if (metric.timestamp() >= 0) {
                printer.number("ts_val", " tw_ts ", metric.timestamp(), "");
            }
            printer.number("ts_age", "/", metric.timestampAge(), "sec ago");
        }
        value(printer, "ssthresh", metric.value(TcpMetric.SSTHRESH));
        value(printer, "cwnd", metric.value(TcpMetric.CWND));
        value(printer, "reordering", metric.value(TcpMetric.REORDERING));
        time(printer, "rtt", metric.value(TcpMetric.RTT), metric.value(TcpMetric.RTT_US), 3);
        time(printer, "rttvar", metric.value(TcpMetric.RTTVAR), metric.value(TcpMetric.RTTVAR_US), 2);
        if (metric.fastOpenMss() >= 0) {
            printer.number("fopen_miss", " fo_mss ", metric.fastOpenMss(), "");
        }
        printDrops(printer, metric);
        byte[] cookie = metric.fastOpenCookie();
        if (cookie != null) {
            printer.string(
                    "fo_cookie", " fo_cookie ", HardwareType.hexadecimal(cookie).replace(":", ""), "");
        }
        IpAddress own = metric.source();
        if (own != null) {
            printer.string("source", " source ", session.host(own), "");
        }
        printer.end();
        printer.closeObject();
    }

    private static void printDrops(Printer printer, TcpMetric metric) {
        if (metric.fastOpenDrops() >= 0) {
            printer.number("fopen_syn_drops", " fo_syn_drops ", metric.fastOpenDrops(), "");
            if (metric.fastOpenDropAge() >= 0) {
                String age = seconds(metric.fastOpenDropAge());
                printer.literal(
                        "fopen_syn_drop_ts", Decimals.thousandths(metric.fastOpenDropAge()), "/" + age + "sec ago");
            }
        }
    }

    private static void value(Printer printer, String key, long value) {
        if (value >= 0) {
            printer.number(key, " " + key + " ", value, "");
        }
    }

    /** A time as the kernel keeps it, times a power of two, printed in microseconds; 0 is none. */
    private static void time(Printer printer, String key, long millis, long micros, int shift) {
        long value = micros >= 0 ? micros >>> shift : millis >= 0 ? millis * 1000 >>> shift : 0;
        if (value != 0) {
            printer.literal(key, Decimals.millionths(value), " " + key + " " + value + "us");
        }
    }

    private static String seconds(long millis) {
        String rest = Long.toString(1000 + millis % 1000);
        return millis / 1000 + "." + rest.substring(1);
    }
}
