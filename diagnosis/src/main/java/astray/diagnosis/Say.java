package astray.diagnosis;

/**
 * The sentences that a verdict can hold. Each has its text in every language of the report; a comment tells the
 * arguments.
 */
public enum Say {
    // -- from what the question was inferred -------------------------------------------------------------------------

    /** An address; a list of reasons. */
    INFERRED_FROM,
    /** A port. */
    INFERRED_PORT,
    REASON_WORDS,
    REASON_CONNECT,
    REASON_PING,
    REASON_TRACE,
    REASON_HELD,
    REASON_ASKED_FOR,
    REASON_SEGMENT,
    REASON_SEGMENT_TO,
    REASON_TRIED_AGAIN,
    REASON_SESSION,
    REASON_LOOKUP,

    // -- times -------------------------------------------------------------------------------------------------------

    /** A number of lines. */
    TIME_FROM_BOTH_LOGS,
    /** A date. */
    TIME_YEAR_FROM,
    TIME_FROM_CAPTURE_LOG,
    TIME_FROM_CLOCK,
    /** A number of lines. */
    NOTE_BOOT_FROM_DMESG,
    /** A number of requests; an address. */
    NOTE_ASKED_IN_VAIN,
    /** Which boot of those shown; of how many. */
    NOTE_BOOT,
    /** A daemon; its process id; which run; of how many. */
    NOTE_NEW_PROCESS,

    // -- summaries ---------------------------------------------------------------------------------------------------

    /** Destination; interface; prefix. */
    CAPTURED_REPLY,
    /** Destination; interface; prefix; the other interface. */
    CAPTURED_REPLY_INSTEAD,
    /** Destination; interface; prefix. */
    CAPTURED_REQUEST,
    /** Destination; interface; prefix; the other interface. */
    CAPTURED_REQUEST_INSTEAD,
    /** Address; host; interface. */
    LOCAL_SUMMARY,
    /** Host; destination. */
    MISSING_SUMMARY,
    /** Type; prefix; host; destination. */
    DISCARDS_SUMMARY,
    /** Priority; host; destination; table. */
    DIVERTS_SUMMARY,
    /** Host; source; interface; interface of the way back. */
    RPF_SUMMARY,
    /** Host; interface. */
    LINK_DOWN_SUMMARY,
    /** Host; interface. */
    NO_CARRIER_SUMMARY,
    /** Address; interface; host. */
    NEIGHBOUR_SUMMARY,
    /** Host; interface; prefix; destination. */
    PREFIX_SUMMARY,
    /** Host; address. */
    ADDRESS_SUMMARY,
    /** Host; port. */
    NOT_LISTENING_SUMMARY,
    /** Host; port; bound address; asked address. */
    BOUND_SUMMARY,
    /** A list of hops; target. */
    LOOP_SUMMARY,
    /** Target; hop. */
    SILENT_SUMMARY,

    // -- what evidence shows -----------------------------------------------------------------------------------------

    /** Prefix; destination. */
    SHOWS_ADDRESS_HOLDS,
    /** Prefix; destination. */
    SHOWS_ROUTE_HOLDS,
    /** Type; prefix. */
    SHOWS_ROUTE_DISCARDS,
    /** Count; address. */
    SHOWS_ASKED_IN_VAIN,
    /** Count; address; gap. */
    SHOWS_ASKED_IN_VAIN_EVERY,
    /** Address; interface. */
    SHOWS_NEIGHBOUR_SILENT,
    /** Destination; interface. */
    SHOWS_KERNEL_CHOOSES,
    /** Destination. */
    SHOWS_KERNEL_NO_ROUTE,
    /** Destination. */
    SHOWS_TABLE_WITHOUT,
    /** Source. */
    SHOWS_ARRIVES,
    /** Source; interface. */
    SHOWS_ARRIVES_ELSEWHERE,
    /** Source; interface. */
    SHOWS_ARRIVES_UNANSWERED,
    /** Destination; interface. */
    SHOWS_LEAVES,
    /** Destination. */
    SHOWS_SELF_COMPLAINT,
    /** Interface. */
    SHOWS_NO_CARRIER,
    /** Interface. */
    SHOWS_SET_DOWN,
    /** Name. */
    SHOWS_DOCKER_NETWORK,
    /** Address; prefix. */
    SHOWS_NEW_ADDRESS,
    /** Target; hop. */
    SHOWS_TRACE_SILENT,
    /** Hop; sibling. */
    SHOWS_TRACE_COMPARED,
    /** Sibling; hop number. */
    SHOWS_TRACE_SIBLING,
    /** Peer; host. */
    SHOWS_SESSION_ELSEWHERE,
    SHOWS_ATTEMPT_FAILED,
    SHOWS_PING_LOST,
    /** Address; interface. */
    SHOWS_HELD,
    /** Address. */
    SHOWS_LOCAL_ROUTE,
    /** Destination; table. */
    SHOWS_RULE,
    /** Table; next hop; interface. */
    SHOWS_TABLE_LEADS,
    /** Count; destination. */
    SHOWS_REPLIES_LEAVE,
    /** Interface. */
    SHOWS_RP_FILTER_STRICT,
    /** Destination; interface. */
    SHOWS_WAY_BACK,
    /** Count. */
    SHOWS_COUNTED,
    /** Address. */
    SHOWS_WAITS_ON,
    /** Count; address. */
    SHOWS_OTHERS_ASK_IN_VAIN,
    /** Address. */
    SHOWS_ADDRESSES_WITHOUT,
    /** Port. */
    SHOWS_LISTING_WITHOUT,
    /** Bound address; port. */
    SHOWS_BOUND,
    /** Port. */
    SHOWS_REFUSED,
    /** Port. */
    SHOWS_RESET,
    /** A list of hops. */
    SHOWS_LOOP,
    SHOWS_AGED,

    // -- counterfactuals ---------------------------------------------------------------------------------------------

    /** Interface; next hop. */
    WOULD_LEAVE,
    /** Interface. */
    WOULD_LEAVE_ON_LINK,
    /** Destination. */
    WOULD_LEAVE_BY_UNSEEN_DEFAULT,
    /** Destination. */
    WOULD_NEED_ROUTE,
    /** Interface; interface of the way back. */
    WOULD_PASS_LOOSE,
    /** Address; interface. */
    WOULD_BE_HELD,
    /** Port. */
    WOULD_BE_ACCEPTED,
    /** Target. */
    WOULD_GO_ON,

    // -- remedies ----------------------------------------------------------------------------------------------------

    /** Network; free range. */
    REMEDY_MOVE_DOCKER,
    /** Free range. */
    REMEDY_MOVE_DOCKER_UNKNOWN,
    /** Network; free range. */
    REMEDY_REMAKE_DOCKER,
    /** Destination; interface. */
    REMEDY_HOST_ROUTE,
    /** Prefix; interface. */
    REMEDY_DROP_ROUTE,
    /** Sibling. */
    REMEDY_JUMP,
    /** Address; interface. */
    REMEDY_DROP_ADDRESS,
    /** Destination; gateway. */
    REMEDY_ADD_ROUTE,
    /** Type; prefix. */
    REMEDY_DROP_DISCARD,
    /** Priority. */
    REMEDY_DROP_RULE,
    /** Interface. */
    REMEDY_LOOSE,
    /** Interface. */
    REMEDY_LINK_UP,
    /** Interface. */
    REMEDY_CABLE,
    /** Address. */
    REMEDY_NEIGHBOUR,
    /** Address; interface. */
    REMEDY_ADD_ADDRESS,
    /** Port; host. */
    REMEDY_START_SERVICE,
    /** Address; port. */
    REMEDY_BIND,
    /** Address. */
    REMEDY_LOOP,
    /** Target; asker. */
    REMEDY_LOOK_BEYOND,

    // -- side effects ------------------------------------------------------------------------------------------------

    EFFECT_COMPOSE_RESTART,
    EFFECT_NETWORK_RECREATED,
    EFFECT_ONE_ADDRESS,
    /** Prefix; interface. */
    EFFECT_LOSES_PREFIX,
    EFFECT_ONLY_SSH,
    /** Address. */
    EFFECT_SERVICES_ON_ADDRESS,
    /** Prefix. */
    EFFECT_MEANT_TO_BLOCK,
    /** Table. */
    EFFECT_RULE_GONE,
    /** Interface. */
    EFFECT_ASYMMETRIC,
    /** Interface. */
    EFFECT_ROUTES_MAY_BE_LOST,
    /** Address. */
    EFFECT_NOT_ELSEWHERE,
    /** Port. */
    EFFECT_OPENS_SERVICE,

    // -- who is spared -----------------------------------------------------------------------------------------------

    /** Address; prefix. */
    SPARED_OUTSIDE,
    /** Host; address; prefix. */
    SPARED_SIBLING,

    // -- notes -------------------------------------------------------------------------------------------------------

    /** Prefix; slot; slots; a list of prefixes. */
    NOTE_DOCKER_SLOT,

    // -- contradictions ----------------------------------------------------------------------------------------------

    /** Host; other name; line. */
    CONTRADICTS_NAME,

    // -- exclusions --------------------------------------------------------------------------------------------------

    /** Host; port. */
    EXCLUDED_LISTENS,
    /** Port; host. */
    EXCLUDED_ANSWERS_OTHERS,
    /** Interface; host. */
    EXCLUDED_LINK_UP,
    /** Destination; interface. */
    EXCLUDED_ROUTE,
    /** Sibling; hop. */
    EXCLUDED_PATH,

    // -- what was not shown ------------------------------------------------------------------------------------------

    /** Target. */
    BLANK_TARGET,
    /** Asker. */
    BLANK_ASKER,
    /** Host. */
    BLANK_ROUTES,
    /** Host. */
    BLANK_RULES,
    /** Host. */
    BLANK_ROUTES_RULES,
    /** Interface. */
    BLANK_DOCKER_OWNER,
    /** Host. */
    BLANK_FIREWALL,
    /** Host. */
    BLANK_FIREWALL_MEANING,
    /** Host. */
    BLANK_LISTENERS,
    /** Host. */
    BLANK_ARRIVAL,
    /** Host. */
    BLANK_XDP,
    BECAUSE_NOT_SHOWN,
    /** Priority; host. */
    BLANK_RULE,
    BECAUSE_DEPENDS,
    /** VRF; host. */
    BLANK_VRF,
    BECAUSE_ELSEWHERE,
    BECAUSE_NONE_CAME,
    BECAUSE_DOCKER_SILENT,
    BECAUSE_IN_PLACE,
    BECAUSE_NOT_REASONED,

    // -- next steps --------------------------------------------------------------------------------------------------

    NEXT_ASK_TARGET,
    NEXT_ASK_ASKER,
    NEXT_KERNELS_CHOICE,
    NEXT_TABLES,
    /** Interface. */
    NEXT_DOCKER_OWNER,
    NEXT_FIREWALL,
    NEXT_LISTENERS,
    NEXT_CAPTURE,
    NEXT_CAPTURE_NAMES,

    // -- at a station of the path ------------------------------------------------------------------------------------

    /** Destination. */
    AT_NEIGHBOUR_SILENT,
    /** Destination. */
    AT_NO_CARRIER,
    /** Destination. */
    AT_LINK_DOWN,
    /** Destination. */
    AT_WRONG_WAY,

    // -- names, bridges, duplicates -------------------------------------------------------------------------------

    /** Port; bridge; state. */
    PORT_SUMMARY,
    /** Address; a list of link-layer addresses. */
    DUPLICATE_SUMMARY,
    /** Name; wrong address; served address. */
    NAME_WRONG_SUMMARY,
    /** Name. */
    NAME_UNRESOLVED_SUMMARY,
    /** Host; interface. */
    IPV6_SUMMARY,
    /** Port; state. */
    SHOWS_PORT_STATE,
    /** Link-layer address; address. */
    SHOWS_ANSWERS_FOR,
    /** Name; address. */
    SHOWS_NAME_IS,
    /** Interface. */
    SHOWS_IPV6_OFF,
    /** Address. */
    WOULD_HAVE_ONE_HOLDER,
    /** Name; address. */
    WOULD_RESOLVE,
    /** Name. */
    WOULD_RESOLVE_SOMEWHERE,
    /** Port. */
    REMEDY_PORT,
    /** Address. */
    REMEDY_FIND_HOLDER,
    /** Name. */
    REMEDY_HOSTS_LINE,
    /** Name. */
    REMEDY_NAME,
    /** Interface. */
    REMEDY_IPV6,
    /** Port. */
    EFFECT_LOOPS,
    EFFECT_OTHER_NAMES,
    /** Interface. */
    EFFECT_ADDRESSES_AGAIN,

    // -- nothing asked ------------------------------------------------------------------------------------------

    BLANK_QUESTION,
    BECAUSE_NOT_SAID,
    NEXT_SAY,

    // -- what a reading left out ----------------------------------------------------------------------------------

    /** How many; of which kind; document. */
    LOST_FACTS,
    /** How many; document. */
    LOST_LINES,
    /** How many; document. */
    LOST_LISTING,
    /** How many; document. */
    LOST_PROSE,
    /** Document; what it is. */
    LOST_NO_TEXT,
    /** Document. */
    LOST_END,
    /** Document; offset and what is wrong there. */
    LOST_CAPTURE_END,
    /** Document; what is wrong with it. */
    LOST_JOURNAL,
    /** How many; link type; document. */
    LOST_LINK_TYPE,
    /** How many; why; document. */
    LOST_FILES,
    /** Document; format. */
    LOST_FORMAT,
    BECAUSE_LIMIT,
    BECAUSE_TEXT_ONLY,
    BECAUSE_BROKEN_OFF,
    BECAUSE_DAMAGED,
    BECAUSE_NOT_OPENED,
    BECAUSE_DEFECT,

    // -- neighbours, gateways, sources, forwarding, services -----------------------------------------------------

    /** Host; address; link-layer address. */
    NEIGHBOUR_WRONG_SUMMARY,
    /** Host; address; interface; setting. */
    ARP_SUMMARY,
    /** Address; interface; host. */
    DAD_FAILED_SUMMARY,
    /** Address; interface; host. */
    DAD_TENTATIVE_SUMMARY,
    /** Gateway; host; destination. */
    GATEWAY_ABSENT_SUMMARY,
    /** Gateway; host; destination. */
    GATEWAY_IDLE_SUMMARY,
    /** Host; destination; source. */
    SOURCE_SUMMARY,
    /** Host. */
    FORWARDING_SUMMARY,
    /** Name; dead address; address that works. */
    FAMILY_SUMMARY,
    /** Host; port; how many wait. */
    QUEUE_SUMMARY,
    /** Host; port. */
    SERVICE_SILENT_SUMMARY,
    /** Host; port. */
    SERVICE_REFUSES_SUMMARY,
    /** Host; count; most. */
    CONNTRACK_SUMMARY,
    /** Bridge; host; VLAN; port. */
    VLAN_FILTER_SUMMARY,
    /** Host; interface; prefix; destination. */
    PREFIX_NARROW_SUMMARY,
    /** Prefix; destination. */
    SHOWS_TOO_NARROW,
    /** Destination; interface. */
    SHOWS_ON_LINK,
    /** Address; length. */
    REMEDY_PREFIX,
    /** How many; port. */
    SHOWS_NOT_ACCEPTED,
    /** Peer. */
    SHOWS_GAVE_UP,
    /** Address; link-layer address. */
    SHOWS_ENTRY,
    /** Address; link-layer address. */
    SHOWS_ENTRY_BY_HAND,
    /** Address; interface. */
    SHOWS_ARP_SETTING,
    /** Address. */
    SHOWS_DAD_FAILED,
    /** Address. */
    SHOWS_TENTATIVE,
    /** Address. */
    SHOWS_DUPLICATE_LOGGED,
    /** Destination. */
    SHOWS_TRACE_ALL_SILENT,
    /** How many; peer. */
    SHOWS_HALF_OPEN,
    /** The asker; how often. */
    SHOWS_TRIED_AGAIN,
    /** The asker; how often. */
    SHOWS_ANSWER_LOST,
    /** Peer. */
    SHOWS_SESSION_STUCK,
    /** By how much; counter. */
    SHOWS_MOVED,
    /** How many; counter. */
    SHOWS_COUNTER,
    /** How many. */
    SHOWS_TRACKED,
    /** Peer; interface. */
    SHOWS_RP_FILTER_DROPS,
    /** Peer; interface. */
    SHOWS_KERNEL_REFUSES,
    /** Gateway. */
    SHOWS_GATEWAY_ANSWERS,
    /** Peer. */
    SHOWS_BROUGHT_BY_OTHER,
    /** Address; interface. */
    SHOWS_OTHER_ROUTER,
    /** Source. */
    SHOWS_SOURCE_FAILS,
    /** Source. */
    SHOWS_SOURCE_WORKS,
    /** Source. */
    SHOWS_ROUTE_NAMES_SOURCE,
    /** Port; where to. */
    SHOWS_PUBLISHED,
    /** Host. */
    SHOWS_FORWARDING_OFF,
    /** Address. */
    SHOWS_FAMILY_FAILS,
    /** Address. */
    SHOWS_FAMILY_WORKS,
    /** How many wait; backlog. */
    SHOWS_QUEUE,
    /** Port. */
    SHOWS_OPENED_SILENT,
    /** Port. */
    SHOWS_OPENED_CLOSED,
    /** How many. */
    SHOWS_MOST,
    SHOWS_TABLE_FULL,
    /** Port; VLAN. */
    SHOWS_WITHOUT_VLAN,
    /** Address; link-layer address. */
    WOULD_GO_TO_LLADDR,
    /** Address. */
    WOULD_ASK_AGAIN,
    /** Interface; address. */
    WOULD_ANSWER_ARP,
    /** Address. */
    WOULD_BE_USED,
    /** Source. */
    WOULD_COME_FROM,
    /** Host. */
    WOULD_FORWARD,
    /** Address. */
    WOULD_BE_TRIED_FIRST,
    /** Port. */
    WOULD_SPEAK,
    /** Host. */
    WOULD_BE_TRACKED,
    /** Address. */
    REMEDY_DROP_ENTRY,
    /** Interface. */
    REMEDY_ARP_ON,
    /** Setting; interface. */
    REMEDY_ARP_SETTING,
    /** Address. */
    REMEDY_DAD_AGAIN,
    /** Interface. */
    REMEDY_FIND_GATEWAY,
    /** Destination. */
    REMEDY_NEED_ROUTE,
    /** Destination; gateway. */
    REMEDY_GATEWAY,
    /** Source. */
    REMEDY_SOURCE,
    /** Host. */
    REMEDY_FORWARD,
    /** Name; address. */
    REMEDY_FAMILY_LINE,
    /** Family; address. */
    REMEDY_FAMILY_ORDER,
    /** Port; host. */
    REMEDY_QUEUE,
    /** Port; host. */
    REMEDY_SERVICE_HANGS,
    /** Port; host. */
    REMEDY_SERVICE_REFUSES,
    /** How many. */
    REMEDY_CONNTRACK,
    /** Port; VLAN. */
    REMEDY_VLAN,
    /** Address. */
    EFFECT_ASKS_ANEW,
    /** Interface. */
    EFFECT_ARP_FOR_ALL,
    /** Address. */
    EFFECT_ONLY_WHEN_ALONE,
    /** Destination. */
    EFFECT_ALL_THAT_WAY,
    /** Prefix. */
    EFFECT_SOURCE_FOR_ALL,
    /** Host. */
    EFFECT_FORWARDS_ALL,
    EFFECT_ALL_NAMES,
    /** Port. */
    EFFECT_CONNECTIONS_END,
    EFFECT_MORE_MEMORY,
    /** Port; VLAN. */
    EFFECT_VLAN_JOINS,

    // -- live host -----------------------------------------------------------------------------------------------

    GAP_LINKS,
    GAP_ADDRESSES,
    /** Family. */
    GAP_RULES,
    /** Family. */
    GAP_ROUTES,
    GAP_NEIGHBOURS,
    GAP_SOCKETS,
    GAP_PROCESSES,
    /** Which. */
    GAP_SETTINGS,
    /** File. */
    GAP_COUNTERS,
    /** Peer. */
    GAP_PACKETS,
    /** Which kind. */
    GAP_FIREWALL,
    GAP_TRAFFIC_CONTROL,
    GAP_IPSEC,
    GAP_CGROUP_PROGRAMS,
    /** Socket or interface. */
    GAP_DOCKER,
    /** Name. */
    GAP_NAMES,
    /** Peer. */
    GAP_PEER_ANSWER,
    /** Destination. */
    GAP_LOOKUP,
    GAP_LOGS,
    GAP_KERNEL_LOG,
    /** Capability. */
    BECAUSE_NEEDS,
    BECAUSE_NOT_PERMITTED,
    BECAUSE_NOT_THERE,
    BECAUSE_NO_TIME,
    BECAUSE_PASSIVE,
    BECAUSE_NOT_READ,
    /** The system's own words. */
    BECAUSE_FAILED,
    /** The way by the walk; the way by the kernel; destination. */
    CONTRADICTS_KERNEL,
}
