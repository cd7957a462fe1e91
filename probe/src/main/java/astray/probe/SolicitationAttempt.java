package astray.probe;

import astray.facts.Family;
import astray.kernel.ErrnoException;
import astray.kernel.inet.InetSocket;
import astray.kernel.inet.NetDevice;
import astray.kernel.inet.Pollable;
import astray.kernel.inet.Received;
import org.jspecify.annotations.Nullable;

/** Neighbour solicitations at work. */
final class SolicitationAttempt extends NeighbourAttempt {
    private static final int LONGEST = 1280;

    private @Nullable InetSocket socket;
    private @Nullable NetDevice device;

    SolicitationAttempt(NeighbourAsk ask) {
        super(ask);
    }

    @Override
    Pollable open(NetDevice through) throws ErrnoException {
        InetSocket opened = InetSocket.rawIcmp(Family.INET6, NeighbourMessage.ADVERTISEMENT);
        try {
            opened.multicast(through.index());
            opened.device(through.name());
            if (ask.sender() != null) {
                opened.bind(ask.sender(), 0, ask.sender().isLinkLocal() ? through.index() : 0);
            }
        } catch (ErrnoException e) {
            opened.close();
            throw e;
        }
        device = through;
        socket = opened;
        return opened;
    }

    @Override
    void request() throws ErrnoException {
        if (socket != null && device != null) {
            byte[] message = NeighbourMessage.solicitation(
                    ask.address(), device.address().array());
            socket.send(message, NeighbourMessage.solicitedNode(ask.address()), 0, device.index());
        }
    }

    @Override
    @Nullable
    String next() throws ErrnoException {
        Received received = socket == null ? null : socket.receive(LONGEST);
        if (received == null) {
            return null;
        }
        // one that a router forwarded is a forgery (RFC 4861 section 7.1.2)
        return received.hops() == 255 ? NeighbourMessage.holder(received.bytes(), ask.address()) : "";
    }
}
