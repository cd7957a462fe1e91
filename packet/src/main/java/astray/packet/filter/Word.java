package astray.packet.filter;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of words that the language has. */
enum Word {
    // What kind of packet: also the level that a qualifier or an index is about.
    LINK,
    IP,
    ARP,
    RARP,
    SCTP,
    TCP,
    UDP,
    ICMP,
    IGMP,
    IGRP,
    PIM,
    VRRP,
    CARP,
    ATALK,
    AARP,
    DECNET,
    LAT,
    SCA,
    MOPDL,
    MOPRC,
    IP6,
    ICMP6,
    AH,
    ESP,
    ISO,
    ESIS,
    ISIS,
    L1,
    L2,
    IIH,
    LSP,
    SNP,
    CSNP,
    PSNP,
    CLNP,
    STP,
    IPX,
    NETBEUI,
    RADIO,

    // Directions and kinds of addresses.
    SRC,
    DST,
    ADDR1,
    ADDR2,
    ADDR3,
    ADDR4,
    RA,
    TA,
    HOST,
    NET,
    MASK,
    PORT,
    PORTRANGE,
    PROTO,
    PROTOCHAIN,
    GATEWAY,

    // Questions that stand for themselves.
    LESS,
    GREATER,
    BYTE,
    BROADCAST,
    MULTICAST,
    INBOUND,
    OUTBOUND,
    IFINDEX,
    VLAN,
    MPLS,
    PPPOED,
    PPPOES,
    GENEVE,
    VXLAN,
    BATADV,
    LLC,
    TYPE,
    SUBTYPE,
    DIR,
    IFNAME,
    RSET,
    RNR,
    SRNR,
    REASON,
    ACTION,
    LANE,
    METAC,
    BCC,
    OAM,
    OAMF4,
    OAMF4EC,
    OAMF4SC,
    SC,
    ILMIC,
    CONNECTMSG,
    METACONNECT,
    VPI,
    VCI,
    FISU,
    LSSU,
    MSU,
    HFISU,
    HLSSU,
    HMSU,
    SIO,
    OPC,
    DPC,
    SLS,
    HSIO,
    HOPC,
    HDPC,
    HSLS,

    // Joints and signs.
    AND,
    OR,
    NOT,
    LEN,
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    MODULO,
    COLON,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    OPEN,
    CLOSE,
    BITS_AND,
    BITS_OR,
    BITS_XOR,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    GREATER_THAN,
    GREATER_OR_EQUAL,
    EQUAL,
    LESS_THAN,
    LESS_OR_EQUAL,
    NOT_EQUAL,

    // Words that carry something.
    NUMBER,
    /** Up to four numbers with dots between them. */
    ADDRESS4,
    ADDRESS6,
    ETHERNET_ADDRESS,
    ARCNET_ADDRESS,
    NAME,
    END;

    private static final Set<Word> PROTOCOLS = EnumSet.range(LINK, RADIO);
    private static final Set<Word> ATM_KINDS = EnumSet.range(LANE, METACONNECT);
    private static final Set<Word> MTP2_KINDS = EnumSet.range(FISU, HMSU);
    private static final Set<Word> MTP3_FIELDS = EnumSet.range(SIO, HSLS);

    /** Those that are written as they are called here, in small letters. */
    static Set<Word> written() {
        return EnumSet.range(LINK, LEN);
    }

    /** Whether it names a protocol: what may stand before a qualifier or an index. */
    boolean isProtocol() {
        return PROTOCOLS.contains(this);
    }

    boolean isAtmKind() {
        return ATM_KINDS.contains(this);
    }

    boolean isMtp2Kind() {
        return MTP2_KINDS.contains(this);
    }

    boolean isMtp3Field() {
        return MTP3_FIELDS.contains(this);
    }
}
