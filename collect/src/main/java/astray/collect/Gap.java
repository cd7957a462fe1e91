package astray.collect;

/**
 * Something of a live host that could not be looked at, and why: never taken for fine.
 *
 * @param what what it was
 * @param where which of several: an interface, a name, a path; empty where there is one only
 * @param why the reason
 * @param detail the system's own words; empty for none
 */
public record Gap(What what, String where, Why why, String detail) {

    /** What can be looked at. */
    public enum What {
        LINKS,
        ADDRESSES,
        RULES,
        ROUTES,
        NEIGHBOURS,
        SOCKETS,
        PROCESSES,
        SETTINGS,
        COUNTERS,
        PACKETS,
        FIREWALL,
        TRAFFIC_CONTROL,
        IPSEC,
        CGROUP_PROGRAMS,
        DOCKER,
        NAMES,
        PEER_ANSWER,
        LOOKUP,
        /** The journal. */
        LOGS,
        KERNEL_LOG
    }

    /** Why it could not be looked at. */
    public enum Why {
        /** The user may not. */
        NOT_PERMITTED,
        /** It is not there. */
        NOT_THERE,
        /** It did not answer in time, or not all of it. */
        NO_TIME,
        /** It would send something, and that was forbidden. */
        PASSIVE,
        /** Astray has nothing that reads it. */
        NOT_READ,
        /** There was more than is read. */
        LIMIT,
        /** An error; the detail says which. */
        FAILED
    }
}
