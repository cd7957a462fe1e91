package astray.packet.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression may use: of services, protocols, networks, Ethernet addresses, from the text of the
 * system's tables where it is given; and of hosts, from whoever asks DNS. Without any of these the common names of
 * services and protocols are known.
 */
public final class Names {
    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface HostResolver {
        /** The addresses of a name, each of 4 or 16 bytes; none where the name is not known. */
        byte[][] addresses(String name);
    }

    /** Tables of names as text, asked for when an expression has a name that may be in one. */
    @FunctionalInterface
    public interface Tables {
        /**
         * The text of a table.
         *
         * @param table "services", "protocols", "networks" or "ethers", in the form of the manual page of that name
         * @return "" for one that is not there
         */
        String text(String table);
    }

    /** The common names, and no hosts. */
    public static Names common() {
        return new Names(name -> new byte[0][]);
    }

    private static final String SERVICES = """
            echo 7/tcp
            echo 7/udp
            discard 9/tcp
            discard 9/udp
            daytime 13/tcp
            ftp-data 20/tcp
            ftp 21/tcp
            ssh 22/tcp
            telnet 23/tcp
            smtp 25/tcp mail
            time 37/tcp
            time 37/udp
            whois 43/tcp nicname
            tacacs 49/tcp
            tacacs 49/udp
            domain 53/tcp
            domain 53/udp
            bootps 67/udp
            bootpc 68/udp
            tftp 69/udp
            gopher 70/tcp
            finger 79/tcp
            http 80/tcp www
            kerberos 88/tcp kerberos5 krb5 kerberos-sec
            kerberos 88/udp kerberos5 krb5 kerberos-sec
            pop3 110/tcp pop-3
            sunrpc 111/tcp portmapper
            sunrpc 111/udp portmapper
            auth 113/tcp authentication tap ident
            nntp 119/tcp readnews untp
            ntp 123/udp
            epmap 135/tcp loc-srv
            netbios-ns 137/udp
            netbios-dgm 138/udp
            netbios-ssn 139/tcp
            imap2 143/tcp imap
            snmp 161/tcp
            snmp 161/udp
            snmp-trap 162/tcp snmptrap
            snmp-trap 162/udp snmptrap
            bgp 179/tcp
            ldap 389/tcp
            ldap 389/udp
            https 443/tcp
            https 443/udp
            microsoft-ds 445/tcp
            microsoft-ds 445/udp
            isakmp 500/udp
            exec 512/tcp
            login 513/tcp
            who 513/udp whod
            shell 514/tcp cmd syslog
            syslog 514/udp
            printer 515/tcp spooler
            route 520/udp router routed
            submission 587/tcp
            ipp 631/tcp
            ldaps 636/tcp
            domain-s 853/tcp
            domain-s 853/udp
            rsync 873/tcp
            ftps 990/tcp
            imaps 993/tcp
            pop3s 995/tcp
            socks 1080/tcp
            openvpn 1194/udp
            ms-sql-s 1433/tcp
            radius 1812/udp
            radius-acct 1813/udp radacct
            nfs 2049/tcp
            nfs 2049/udp
            mysql 3306/tcp
            ms-wbt-server 3389/tcp
            ipsec-nat-t 4500/udp
            sip 5060/tcp
            sip 5060/udp
            sip-tls 5061/tcp
            sip-tls 5061/udp
            xmpp-client 5222/tcp jabber-client
            mdns 5353/udp
            postgresql 5432/tcp postgres
            amqp 5672/tcp
            x11 6000/tcp x11-0
            redis 6379/tcp
            http-alt 8080/tcp webcache
            git 9418/tcp
            zabbix-agent 10050/tcp
            """;

    private static final String PROTOCOLS = """
            ip 0
            hopopt 0
            icmp 1
            igmp 2
            ggp 3
            ipencap 4
            st 5
            tcp 6
            egp 8
            igp 9
            pup 12
            udp 17
            hmp 20
            xns-idp 22
            rdp 27
            iso-tp4 29
            dccp 33
            xtp 36
            ddp 37
            idpr-cmtp 38
            ipv6 41
            ipv6-route 43
            ipv6-frag 44
            idrp 45
            rsvp 46
            gre 47
            esp 50
            ah 51
            skip 57
            ipv6-icmp 58
            ipv6-nonxt 59
            ipv6-opts 60
            rspf 73
            vmtp 81
            eigrp 88
            ospf 89
            ax.25 93
            ipip 94
            etherip 97
            encap 98
            pim 103
            ipcomp 108
            vrrp 112
            l2tp 115
            isis 124
            sctp 132
            fc 133
            mobility-header 135
            udplite 136
            mpls-in-ip 137
            manet 138
            hip 139
            shim6 140
            wesp 141
            rohc 142
            """;

    private final Map<String, Integer> services = new HashMap<>();
    private final Map<String, Integer> protocols = new HashMap<>();
    private final Map<String, Integer> networks = new HashMap<>();
    private final Map<String, byte[]> ethers = new HashMap<>();
    private final HostResolver hosts;
    private final Tables tables;
    private final Set<String> read = new HashSet<>();

    /** Most expressions have no names: the common ones are read when one is looked up that no table given has. */
    private static final class Common {
        static final Map<String, Integer> SERVICE_PORTS = new HashMap<>();
        static final Map<String, Integer> PROTOCOL_NUMBERS = new HashMap<>();

        static {
            readServices(SERVICES, SERVICE_PORTS);
            readProtocols(PROTOCOLS, PROTOCOL_NUMBERS);
        }

        private Common() {}
    }

    /** The common names of services and protocols. */
    public Names(HostResolver hosts) {
        this(hosts, table -> "");
    }

    /** The names of tables besides the common ones. */
    public Names(HostResolver hosts, Tables tables) {
        this.hosts = hosts;
        this.tables = tables;
    }

    private void readOnce(String table) {
        if (read.add(table)) {
            String text = tables.text(table);
            switch (table) {
                case "services" -> readServices(text);
                case "protocols" -> readProtocols(text);
                case "networks" -> readNetworks(text);
                default -> readEthers(text);
            }
        }
    }

    /** What stands in a line before a comment, taken apart at blanks. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int comment = line.indexOf('#');
        int end = comment < 0 ? line.length() : comment;
        int from = -1;
        for (int i = 0; i <= end; i++) {
            boolean blank = i == end || line.charAt(i) <= ' ';
            if (blank && from >= 0) {
                words.add(line.substring(from, i));
                from = -1;
            } else if (!blank && from < 0) {
                from = i;
            }
        }
        return words;
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            List<String> words = words(text.substring(from, end));
            if (words.size() >= 2) {
                lines.add(words);
            }
            from = end + 1;
        }
        return lines;
    }

    /** Adds the names of services(5): {@code ssh 22/tcp alias}. Lines that are not understood are passed over. */
    public void readServices(String text) {
        readServices(text, services);
    }

    private static void readServices(String text, Map<String, Integer> into) {
        for (List<String> words : lines(text)) {
            String second = words.get(1);
            int slash = second.indexOf('/');
            Integer port = slash < 0 ? null : small(second.substring(0, slash), 65535);
            if (port != null) {
                put(words, second.substring(slash), port, into);
            }
        }
    }

    /** Every word of a line but the second is a name. */
    private static void put(List<String> words, String suffix, int value, Map<String, Integer> into) {
        for (int i = 0; i < words.size(); i++) {
            if (i != 1) {
                into.put(words.get(i) + suffix, value);
            }
        }
    }

    /** Adds the names of protocols(5): {@code tcp 6 TCP}. */
    public void readProtocols(String text) {
        readProtocols(text, protocols);
    }

    private static void readProtocols(String text, Map<String, Integer> into) {
        for (List<String> words : lines(text)) {
            Integer number = small(words.get(1), 255);
            if (number != null) {
                put(words, "", number, into);
            }
        }
    }

    /** Adds the names of networks(5): {@code loopback 127.0.0.0}. */
    public void readNetworks(String text) {
        for (List<String> words : lines(text)) {
            Integer network = Forms.dotted(words.get(1));
            if (network != null) {
                put(words, "", network, networks);
            }
        }
    }

    /** Adds the names of ethers(5): {@code 02:42:00:00:00:01 host}. */
    public void readEthers(String text) {
        for (List<String> words : lines(text)) {
            String address = words.get(0);
            if (Forms.ethernetLength(address, 0) == address.length()) {
                ethers.put(words.get(1), Forms.ethernet(address));
            }
        }
    }

    private static @Nullable Integer small(String text, int most) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value > most) {
                return null;
            }
            value = value * 10 + c - '0';
        }
        return text.isEmpty() || value > most ? null : value;
    }

    /** The port of a service over a transport ("tcp"), or null. */
    @Nullable
    Integer port(String name, String transport) {
        readOnce("services");
        Integer port = services.get(name + "/" + transport);
        return port != null ? port : Common.SERVICE_PORTS.get(name + "/" + transport);
    }

    /** The number of an IP protocol, or null. */
    @Nullable
    Integer protocol(String name) {
        readOnce("protocols");
        Integer number = protocols.get(name);
        return number != null ? number : Common.PROTOCOL_NUMBERS.get(name);
    }

    /** The number of a network, which may be short of its last bytes; null when there is none. */
    @Nullable
    Integer network(String name) {
        readOnce("networks");
        return networks.get(name);
    }

    /** The Ethernet address of a host, or null. */
    byte @Nullable [] ethernet(String name) {
        readOnce("ethers");
        return ethers.get(name);
    }

    byte[][] addresses(String name) {
        return hosts.addresses(name);
    }
}
