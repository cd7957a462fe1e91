package astray.facts;

/** An address family. */
public enum Family {
    /** IPv4, 32 bits. */
    INET(32),
    /** IPv6, 128 bits. */
    INET6(128);

    private final int bits;

    Family(int bits) {
        this.bits = bits;
    }

    /** The number of bits of an address: 32 or 128. */
    public int bits() {
        return bits;
    }
}
