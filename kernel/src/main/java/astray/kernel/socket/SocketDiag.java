package astray.kernel.socket;

import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.NetlinkSocket;
import java.util.function.Consumer;

/**
 * Asks the kernel for sockets (sock_diag(7)) of the network namespace that the opening thread is in. Each socket is
 * shown as it comes, and none is kept, so that there may be any number. For one thread at a time.
 *
 * <p>Every method answers {@link Answer.Acknowledged} when all were shown, and else says why not: with ENOENT where the
 * kernel cannot list sockets of this kind; then the tables of {@link astray.kernel.proc.InetTable} remain.
 */
public final class SocketDiag implements AutoCloseable {
    private final NetlinkSocket socket;

    private SocketDiag(NetlinkSocket socket) {
        this.socket = socket;
    }

    /** Opens it. */
    public static SocketDiag open() throws ErrnoException {
        return new SocketDiag(NetlinkSocket.open(NetlinkSocket.Protocol.SOCK_DIAG));
    }

    /** Shows internet sockets, in the kernel's order: none. */
    public Answer inet(InetRequest request, Consumer<InetSocket> visitor) throws ErrnoException {
        return socket.visit(request.toRequest(), message -> visitor.accept(new InetSocket(message)));
    }

    /** Shows unix sockets. */
    public Answer unix(Consumer<UnixSocket> visitor) throws ErrnoException {
        return socket.visit(UnixSocket.request(), message -> visitor.accept(new UnixSocket(message)));
    }

    /** Shows packet sockets. */
    public Answer packet(Consumer<PacketSocket> visitor) throws ErrnoException {
        return socket.visit(PacketSocket.request(), message -> visitor.accept(new PacketSocket(message)));
    }

    @Override
    public void close() {
        socket.close();
    }
}
