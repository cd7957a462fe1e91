package astray.cli;

import astray.kernel.Namespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service in a network namespace: one that greets, or one that is broken in some way. Runs in this process. */
final class Service implements AutoCloseable {
    /** So many wait in the queue of a service that accepts nobody, one more than its backlog of 1. */
    private static final int WAITING = 2;

    private static final int ROOMY = 50;

    private final ServerSocket server;
    private final List<Socket> kept = new CopyOnWriteArrayList<>();

    private Service(ServerSocket server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param how {@code greets}, {@code silent}, {@code closes}, {@code full}, which accepts nobody and has no
     *     room for another, or {@code deaf}, which accepts nobody and has room
     * @param address where it waits; {@code 0.0.0.0} for everywhere
     */
    static Service start(String namespace, int port, String how, String address)
            throws IOException, InterruptedException {
        ServerSocket server = Namespace.named(namespace).call(() -> {
            ServerSocket opened = new ServerSocket();
            opened.bind(new InetSocketAddress(InetAddress.getByName(address), port), how.equals("deaf") ? ROOMY : 1);
            return opened;
        });
        Service service = new Service(server);
        if (how.equals("full")) {
            service.kept.addAll(Namespace.named(namespace).call(() -> {
                List<Socket> waiting = new ArrayList<>();
                for (int i = 0; i < WAITING; i++) {
                    waiting.add(new Socket(InetAddress.getLoopbackAddress(), port));
                }
                return waiting;
            }));
        } else if (!how.equals("deaf")) {
            Thread.ofPlatform().daemon().name("service").start(() -> service.serve(how));
        }
        return service;
    }

    private void serve(String how) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                switch (how) {
                    case "greets" -> {
                        socket.getOutputStream().write("SSH-2.0-test\r\n".getBytes(StandardCharsets.US_ASCII));
                        kept.add(socket);
                    }
                    case "silent" -> kept.add(socket);
                    case "closes" -> socket.close();
                    default -> throw new IllegalArgumentException(how);
                }
            } catch (IOException e) {
                // the peer has gone, or the service is being closed
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : kept) {
            socket.close();
        }
    }
}
