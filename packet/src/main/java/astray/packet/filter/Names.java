package astray.packet.filter;

import java.util.HashMap;
import java.util.Map;
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

    /** The common names, and no hosts. */
    public static final Names COMMON = new Names(name -> new byte[0][]);

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

    /** The common names of services and protocols. */
    public Names(HostResolver hosts) {
        this.hosts = hosts;
        readServices(SERVICES);
        readProtocols(PROTOCOLS);
    }

    /** What stands in a line before a comment, taken apart at blanks. */
    @SuppressWarnings("StringSplitter") // the first word of a blank line is empty, and so left out
    private static String[] words(String line) {
        int comment = line.indexOf('#');
        String plain = comment < 0 ? line : line.substring(0, comment);
        return plain.strip().split("\\s+");
    }

    /** Adds the names of services(5): {@code ssh 22/tcp alias}. Lines that are not understood are passed over. */
    public void readServices(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String[] words = words(line);
            int slash = words.length < 2 ? -1 : words[1].indexOf('/');
            Integer port = slash < 0 ? null : small(words[1].substring(0, slash), 65535);
            if (port != null) {
                String transport = words[1].substring(slash);
                for (int i = 0; i < words.length; i++) {
                    if (i != 1) {
                        services.put(words[i] + transport, port);
                    }
                }
            }
        }
    }

    /** Adds the names of protocols(5): {@code tcp 6 TCP}. */
    public void readProtocols(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String[] words = words(line);
            Integer number = words.length < 2 ? null : small(words[1], 255);
            if (number != null) {
                for (int i = 0; i < words.length; i++) {
                    if (i != 1) {
                        protocols.put(words[i], number);
                    }
                }
            }
        }
    }

    /** Adds the names of networks(5): {@code loopback 127.0.0.0}. */
    public void readNetworks(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String[] words = words(line);
            Integer network = words.length < 2 ? null : Forms.dotted(words[1]);
            if (network != null) {
                for (int i = 0; i < words.length; i++) {
                    if (i != 1) {
                        networks.put(words[i], network);
                    }
                }
            }
        }
    }

    /** Adds the names of ethers(5): {@code 02:42:00:00:00:01 host}. */
    public void readEthers(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String[] words = words(line);
            if (words.length >= 2 && Forms.ethernetLength(words[0], 0) == words[0].length()) {
                ethers.put(words[1], Forms.ethernet(words[0]));
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
        return services.get(name + "/" + transport);
    }

    /** The number of an IP protocol, or null. */
    @Nullable
    Integer protocol(String name) {
        return protocols.get(name);
    }

    /** The number of a network, which may be short of its last bytes; null when there is none. */
    @Nullable
    Integer network(String name) {
        return networks.get(name);
    }

    /** The Ethernet address of a host, or null. */
    byte @Nullable [] ethernet(String name) {
        return ethers.get(name);
    }

    byte[][] addresses(String name) {
        return hosts.addresses(name);
    }
}
