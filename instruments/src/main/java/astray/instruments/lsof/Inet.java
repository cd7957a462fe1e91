package astray.instruments.lsof;

import astray.facts.Family;
import astray.facts.IpAddress;

/**
 * An internet socket.
 *
 * @param family of the socket; one of INET6 may speak IPv4 too
 * @param protocol {@code TCP}, {@code UDP} or {@code UDPLITE}
 * @param local the own address
 * @param localPort the own port, 0 for none
 * @param remote the peer's address
 * @param remotePort the peer's port, 0 for none
 * @param state the kernel's number of the state; of UDP's sockets ESTABLISHED with a peer, else CLOSE
 * @param receiveQueue what waits to be read
 * @param sendQueue what was not acknowledged
 */
record Inet(
        Family family,
        String protocol,
        IpAddress local,
        int localPort,
        IpAddress remote,
        int remotePort,
        int state,
        long receiveQueue,
        long sendQueue)
        implements SocketInfo {

    /** Whether it has a peer. */
    boolean isConnected() {
        return remotePort != 0
                || !remote.isAny() && !InternetChoice.unmapped(remote).isAny();
    }

    boolean isTcp() {
        return protocol.equals("TCP");
    }
}
