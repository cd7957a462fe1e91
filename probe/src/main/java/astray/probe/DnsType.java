package astray.probe;

import astray.facts.Family;

/** A type of record that holds an address (RFC 1035, RFC 3596). */
public enum DnsType {
    /** IPv4. */
    A(1, Family.INET),
    /** IPv6. */
    AAAA(28, Family.INET6);

    private final int number;
    private final Family family;

    DnsType(int number, Family family) {
        this.number = number;
        this.family = family;
    }

    int number() {
        return number;
    }

    /** The family of its addresses. */
    public Family family() {
        return family;
    }

    /** The type for a family. */
    public static DnsType of(Family family) {
        return family == Family.INET ? A : AAAA;
    }
}
