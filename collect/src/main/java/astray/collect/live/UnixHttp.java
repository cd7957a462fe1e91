package astray.collect.live;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question over HTTP/1.0 to a daemon behind a Unix domain socket, bounded in time and size. With 1.0 the answer ends
 * where the connection does: there are no chunks to put together.
 */
final class UnixHttp {
    private static final int LARGEST = 4 << 20;

    private final Path path;
    private final long limitMillis;

    UnixHttp(Path path, long limitMillis) {
        this.path = path;
        this.limitMillis = limitMillis;
    }

    /**
     * An answer.
     *
     * @param status the status code
     * @param body the body as text
     */
    record Response(int status, String body) {

        /** Takes an answer apart; a status of 0 for what is none. */
        static Response parse(byte[] bytes) {
            int end = -1;
            for (int i = 0; i + 3 < bytes.length && end < 0; i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    end = i;
                }
            }
            boolean http = bytes.length > 12 && new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("HTTP/");
            if (!http || end < 0) {
                return new Response(0, "");
            }
            int status = 0;
            for (int i = 9; i < 12; i++) {
                int digit = bytes[i] - '0';
                if (digit < 0 || digit > 9) {
                    return new Response(0, "");
                }
                status = status * 10 + digit;
            }
            return new Response(status, new String(bytes, end + 4, bytes.length - end - 4, StandardCharsets.UTF_8));
        }
    }

    /**
     * Asks.
     *
     * @param resource such as {@code /networks}; free of blanks and control characters
     * @throws IOException also when there is no answer in time, or it is too long
     */
    Response get(String resource) throws IOException, InterruptedException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            FutureTask<byte[]> task = new FutureTask<>(() -> exchange(channel, resource));
            // a channel of Unix domain has no time limit of its own; closing it ends the thread
            Thread.ofPlatform().name("docker").daemon().start(task);
            try {
                return Response.parse(task.get(limitMillis, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                throw new IOException("no answer within " + limitMillis + " ms", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
            }
        }
    }

    private byte[] exchange(SocketChannel channel, String resource) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(path));
        String request = "GET " + resource + " HTTP/1.0\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";
        ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
        while (out.hasRemaining()) {
            channel.write(out);
        }
        byte[] bytes = new byte[1 << 14];
        int length = 0;
        int count;
        while ((count = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length))) >= 0) {
            length += count;
            if (length == bytes.length) {
                if (length >= LARGEST) {
                    throw new IOException("an answer of more than " + (LARGEST >> 20) + " MiB");
                }
                bytes = Arrays.copyOf(bytes, length * 2);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
