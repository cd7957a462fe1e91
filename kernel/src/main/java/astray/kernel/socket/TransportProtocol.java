package astray.kernel.socket;

/** A transport protocol whose sockets sock_diag lists, by its number in netinet/in.h. */
public enum TransportProtocol {
    /** TCP. */
    TCP(6),
    /** UDP. */
    UDP(17),
    /** DCCP; gone since Linux 6.16. */
    DCCP(33),
    /** SCTP. */
    SCTP(132),
    /** UDP-Lite. */
    UDPLITE(136),
    /** Raw sockets of any protocol ({@code IPPROTO_RAW} in a request); needs the kernel's module raw_diag. */
    RAW(255);

    private final int number;

    TransportProtocol(int number) {
        this.number = number;
    }

    /** The number. */
    public int number() {
        return number;
    }
}
