package astray.instruments.ip;

/** Names of protocols above a link, {@code ETH_P_…} of linux/if_ether.h, as ip prints them. */
final class EtherType {
    private static final String[] NAMES = {
        "60 loop",
        "200 pup",
        "201 pupat",
        "800 ip",
        "805 x25",
        "806 arp",
        "8ff bpq",
        "a00 ieeepup",
        "a01 ieeepupat",
        "6000 dec",
        "6001 dna_dl",
        "6002 dna_rc",
        "6003 dna_rt",
        "6004 lat",
        "6005 diag",
        "6006 cust",
        "6007 sca",
        "8035 rarp",
        "809b atalk",
        "80f3 aarp",
        "8137 ipx",
        "86dd ipv6",
        "8863 ppp_disc",
        "8864 ppp_ses",
        "884c atmmpoa",
        "8884 atmfate",
        "1 802_3",
        "2 ax25",
        "3 all",
        "4 802_2",
        "5 snap",
        "6 ddcmp",
        "7 wan_ppp",
        "8 ppp_mp",
        "9 localtalk",
        "c can",
        "10 ppptalk",
        "11 tr_802_2",
        "15 mobitex",
        "16 control",
        "17 irda",
        "18 econet",
        "88ca tipc",
        "88a2 aoe",
        "8100 802.1Q",
        "88a8 802.1ad",
        "8847 mpls_uc",
        "8848 mpls_mc",
        "6558 teb",
        "88cc LLDP",
        "88e1 hdlc",
        "22f0 tsn",
        "88f7 ptp",
        "8892 profinet",
        "88a4 ethercat",
        "88e3 mrp"
    };

    private EtherType() {}

    /** The name of a number in the machine's order; {@code [N]} for one without. */
    static String name(int type) {
        for (String row : NAMES) {
            int blank = row.indexOf(' ');
            if (Words.number(row.substring(0, blank), 16) == type) {
                return row.substring(blank + 1);
            }
        }
        return "[" + type + "]";
    }
}
