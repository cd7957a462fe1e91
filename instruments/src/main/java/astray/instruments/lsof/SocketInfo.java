package astray.instruments.lsof;

/** What the kernel's tables tell of a socket. */
sealed interface SocketInfo permits Inet, SocketInfo.Unix, SocketInfo.Other {

    /**
     * A unix socket.
     *
     * @param address the kernel's address of it, disguised
     * @param type {@code STREAM}, {@code DGRAM}, {@code SEQPACKET}, or a number
     * @param state {@code LISTEN}, {@code CONNECTED}, {@code UNCONNECTED} ...
     * @param path what it is bound to; "" for nothing
     */
    record Unix(long address, String type, String state, String path) implements SocketInfo {}

    /**
     * Any other kind, in the words of its columns.
     *
     * @param type the column TYPE
     * @param device the column DEVICE, "" for none
     * @param node the column NODE
     * @param protocol whether the node is a protocol, and no number of a file
     * @param name the column NAME
     */
    record Other(String type, String device, String node, boolean protocol, String name) implements SocketInfo {}
}
