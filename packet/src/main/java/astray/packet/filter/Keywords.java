package astray.packet.filter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that mean something by themselves, and the names that stand for numbers; pcap-filter(7) lists them. */
final class Keywords {
    private static final Map<String, Word> WORDS = new HashMap<>();

    /** Names of numbers: each row has the first number and the names of the numbers from there on, "-" for none. */
    private static final String[] NUMBERS = {
        "0 icmptype icmpcode",
        "0 icmp-echoreply - - icmp-unreach icmp-sourcequench icmp-redirect - - icmp-echo icmp-routeradvert"
                + " icmp-routersolicit icmp-timxceed icmp-paramprob icmp-tstamp icmp-tstampreply icmp-ireq"
                + " icmp-ireqreply icmp-maskreq icmp-maskreply",
        "0 icmp6type icmp6code",
        "1 icmp6-destinationunreach icmp6-packettoobig icmp6-timeexceeded icmp6-parameterproblem",
        "128 icmp6-echo icmp6-echoreply icmp6-multicastlistenerquery icmp6-multicastlistenerreportv1"
                + " icmp6-multicastlistenerdone icmp6-routersolicit icmp6-routeradvert icmp6-neighborsolicit"
                + " icmp6-neighboradvert icmp6-redirect icmp6-routerrenum icmp6-nodeinformationquery"
                + " icmp6-nodeinformationresponse icmp6-ineighbordiscoverysolicit icmp6-ineighbordiscoveryadvert"
                + " icmp6-multicastlistenerreportv2 icmp6-homeagentdiscoveryrequest icmp6-homeagentdiscoveryreply"
                + " icmp6-mobileprefixsolicit icmp6-mobileprefixadvert icmp6-certpathsolicit icmp6-certpathadvert"
                + " - icmp6-multicastrouteradvert icmp6-multicastroutersolicit icmp6-multicastrouterterm",
        "13 tcpflags",
        "1 tcp-fin tcp-syn - tcp-rst - - - tcp-push",
        "16 tcp-ack",
        "32 tcp-urg",
        "64 tcp-ece",
        "128 tcp-cwr",
    };

    private static final Map<String, Integer> VALUES = new HashMap<>();

    static {
        // Most words are written as their kind is called.
        for (Word word : Word.written()) {
            WORDS.put(word.name().toLowerCase(Locale.ROOT), word);
        }
        more("ether ppp slip fddi tr wlan", Word.LINK);
        more("es-is", Word.ESIS);
        more("is-is", Word.ISIS);
        more("direction", Word.DIR);
        more("address1", Word.ADDR1);
        more("address2", Word.ADDR2);
        more("address3", Word.ADDR3);
        more("address4", Word.ADDR4);
        more("length", Word.LEN);
        more("on", Word.IFNAME);
        more("ruleset", Word.RSET);
        more("rulenum", Word.RNR);
        more("subrulenum", Word.SRNR);
        more("lsu", Word.LSSU);
        for (String row : NUMBERS) {
            String[] names = split(row);
            int number = Integer.parseInt(names[0]);
            for (int i = 1; i < names.length; i++, number++) {
                if (!names[i].equals("-")) {
                    VALUES.put(names[i], number);
                }
            }
        }
    }

    private Keywords() {}

    private static void more(String words, Word meaning) {
        for (String word : split(words)) {
            WORDS.put(word, meaning);
        }
    }

    @SuppressWarnings("StringSplitter") // our own rows have no empty words
    private static String[] split(String row) {
        return row.split(" ");
    }

    static @Nullable Word word(String text) {
        return WORDS.get(text);
    }

    static @Nullable Integer value(String text) {
        return VALUES.get(text);
    }
}
