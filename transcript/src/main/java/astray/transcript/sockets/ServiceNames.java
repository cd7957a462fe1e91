package astray.transcript.sockets;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The port behind the name of a well-known service, as tools print it where they were not told {@code -n}. Names are
 * those of IANA's registry and, where systems use another, of {@code /etc/services} too. The machine's own file is
 * not read: a text may come from another machine.
 */
public final class ServiceNames {
    private static final String DATA = """
            echo 7
            discard 9
            systat 11
            daytime 13
            chargen 19
            ftp-data 20
            ftp 21
            ssh 22
            telnet 23
            smtp 25
            time 37
            whois 43
            nicname 43
            tacacs 49
            domain 53
            bootps 67
            bootpc 68
            tftp 69
            gopher 70
            finger 79
            http 80
            www 80
            kerberos 88
            kerberos-sec 88
            pop3 110
            sunrpc 111
            rpcbind 111
            auth 113
            ident 113
            nntp 119
            ntp 123
            epmap 135
            netbios-ns 137
            netbios-dgm 138
            netbios-ssn 139
            imap 143
            imap2 143
            snmp 161
            snmptrap 162
            snmp-trap 162
            bgp 179
            ldap 389
            svrloc 427
            https 443
            microsoft-ds 445
            submissions 465
            isakmp 500
            syslog 514
            printer 515
            route 520
            router 520
            dhcpv6-client 546
            dhcpv6-server 547
            rtsp 554
            submission 587
            ipp 631
            ldaps 636
            ldp 646
            domain-s 853
            rsync 873
            imaps 993
            pop3s 995
            socks 1080
            openvpn 1194
            ms-sql-s 1433
            ms-sql-m 1434
            l2tp 1701
            radius 1812
            radius-acct 1813
            mqtt 1883
            ssdp 1900
            nfs 2049
            etcd-client 2379
            iscsi-target 3260
            mysql 3306
            stun 3478
            ms-wbt-server 3389
            svn 3690
            epmd 4369
            ipsec-nat-t 4500
            ipsec-msft 4500
            vxlan 4789
            sip 5060
            sips 5061
            sip-tls 5061
            xmpp-client 5222
            mdns 5353
            hostmon 5355
            llmnr 5355
            postgresql 5432
            amqp 5672
            rfb 5900
            vnc-server 5900
            x11 6000
            redis 6379
            syslog-tls 6514
            http-alt 8080
            webcache 8080
            secure-mqtt 8883
            git 9418
            """;

    /** Holder, so that a text without names loads no table. */
    private static final class Holder {
        static final Map<String, Integer> PORTS = read();

        private static Map<String, Integer> read() {
            Map<String, Integer> ports = new HashMap<>();
            for (String line : DATA.split("\n", -1)) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    ports.put(line.substring(0, blank), Integer.valueOf(line.substring(blank + 1)));
                }
            }
            return ports;
        }
    }

    private ServiceNames() {}

    /** The service's port, 1 to 65535; {@code null} for a name that is not among the well-known ones. */
    public static @Nullable Integer port(String service) {
        return Holder.PORTS.get(service);
    }
}
