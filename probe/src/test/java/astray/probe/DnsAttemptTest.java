package astray.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.probe.DnsReport.Outcome;
import astray.testkit.NeedsRtnetlink;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Against name servers of the test's own on the loopback interface; needs no root. */
@NeedsRtnetlink
class DnsAttemptTest {
    private static final IpAddress LOOPBACK = IpAddress.of("127.0.0.1");

    /** The record behind the question's name: type A, class IN, a time, 192.0.2.7. */
    private static final byte[] RECORD = {(byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 14, 16, 0, 4, (byte) 192, 0, 2, 7};

    private static DatagramChannel bind() throws IOException {
        return DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private static DnsReport ask(int port, long millis) throws IOException {
        Probes round = new Probes();
        Pending<DnsReport> pending = round.add(new DnsAsk(LOOPBACK, port, "gpu1.lab", DnsType.A, Egress.ANY, millis));
        round.run();
        return pending.report();
    }

    /** The answer to a question: with the record, or only with the word that there would be one. */
    private static byte[] answer(byte[] question, boolean whole) {
        byte[] answer = Arrays.copyOf(question, question.length + (whole ? RECORD.length : 0));
        answer[2] = (byte) (whole ? 0x81 : 0x83);
        if (whole) {
            answer[7] = 1;
            System.arraycopy(RECORD, 0, answer, question.length, RECORD.length);
        }
        return answer;
    }

    private static FutureTask<Integer> answerOnce(DatagramChannel server, int deaf, boolean whole) {
        FutureTask<Integer> task = new FutureTask<>(() -> {
            ByteBuffer buffer = ByteBuffer.allocate(512);
            InetSocketAddress from = (InetSocketAddress) server.receive(buffer);
            for (int i = 0; i < deaf; i++) {
                buffer.clear();
                from = (InetSocketAddress) server.receive(buffer);
            }
            byte[] question = Arrays.copyOf(buffer.array(), buffer.position());
            byte[] forged = answer(question, true);
            forged[0] ^= 1;
            server.send(ByteBuffer.wrap(forged), from);
            return server.send(ByteBuffer.wrap(answer(question, whole)), from);
        });
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    @Test
    void theAnswerCountsAndAForgedOneBeforeItDoesNot() throws Exception {
        try (DatagramChannel server = bind()) {
            FutureTask<Integer> served = answerOnce(server, 0, true);
            DnsReport report = ask(port(server), 4000);
            assertEquals(Outcome.ADDRESSES, report.outcome());
            assertEquals(List.of(IpAddress.of("192.0.2.7")), report.addresses());
            served.get();
        }
    }

    @Test
    void aLostQuestionIsAskedAgain() throws Exception {
        try (DatagramChannel server = bind()) {
            FutureTask<Integer> served = answerOnce(server, 1, true);
            assertEquals(Outcome.ADDRESSES, ask(port(server), 400).outcome());
            served.get();
        }
    }

    @Test
    void aSilentServerTimesOutAndNoServerIsUnreachable() throws Exception {
        int port;
        try (DatagramChannel server = bind()) {
            port = port(server);
            assertEquals(Outcome.TIMED_OUT, ask(port, 20).outcome());
        }
        DnsReport report = ask(port, 1000);
        assertEquals(Outcome.UNREACHABLE, report.outcome());
        assertEquals(Errno.ECONNREFUSED, report.errno());
    }

    @Test
    void anAnswerThatIsTooLongIsFetchedByTcp() throws Exception {
        try (DatagramChannel server = bind();
                ServerSocket tcp = new ServerSocket(port(server), 1, InetAddress.getLoopbackAddress())) {
            FutureTask<Integer> served = answerOnce(server, 0, false);
            FutureTask<Integer> fetched = new FutureTask<>(() -> {
                try (Socket client = tcp.accept()) {
                    DataInputStream in = new DataInputStream(client.getInputStream());
                    byte[] answer = answer(in.readNBytes(in.readUnsignedShort()), true);
                    DataOutputStream out = new DataOutputStream(client.getOutputStream());
                    out.writeShort(answer.length);
                    out.write(answer, 0, 20);
                    out.flush();
                    out.write(answer, 20, answer.length - 20);
                    return answer.length;
                }
            });
            Thread.ofPlatform().daemon().start(fetched);
            assertEquals(
                    List.of(IpAddress.of("192.0.2.7")), ask(port(server), 4000).addresses());
            served.get();
            fetched.get();
        }
    }

    @Test
    void aNameThatCannotBeIsNotAskedFor() throws Exception {
        Probes round = new Probes();
        Pending<DnsReport> pending = round.add(DnsAsk.of(LOOPBACK, "a..b", DnsType.A, 10));
        round.run();
        assertEquals(Outcome.NOT_ASKED, pending.report().outcome());
    }
}
