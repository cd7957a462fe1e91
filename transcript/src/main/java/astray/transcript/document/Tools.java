package astray.transcript.document;

import astray.transcript.text.Words;
import java.util.Set;

/** The names of the commands that people run when a connection fails. */
final class Tools {
    /** Tools whose names are no words of a sentence. */
    private static final Set<String> PLAIN = Words.set("""
            ip ifconfig ss netstat lsof arp arping ndisc6 ping ping6 traceroute traceroute6 tracert pathping
            tracepath tracepath6 mtr tcpdump tshark nc ncat netcat curl wget telnet ssh scp sftp rsync dig
            nslookup getent resolvectl drill hostnamectl uname dmesg journalctl iptables ip6tables iptables-save
            ip6tables-save iptables-legacy iptables-legacy-save ip6tables-legacy ip6tables-legacy-save
            iptables-nft iptables-nft-save ebtables arptables nft ipset conntrack sysctl tc brctl docker
            docker-compose podman kubectl crictl systemctl nstat ethtool iw iwconfig nmcli networkctl ufw
            firewall-cmd bpftool wg setkey ipconfig netsh powershell Test-NetConnection Get-NetRoute
            Get-NetIPAddress Get-NetTCPConnection scutil networksetup vtysh nmap openssl timedatectl chronyc
            ovs-vsctl lsmod lspci zgrep egrep birdc fping hping3 pfctl sockstat ndp wg-quick ipvsadm lldpctl
            vconfig
            """);

    /** Tools whose names are words of English too: known only at a prompt or with an option or a path. */
    private static final Set<String> WORDLIKE = Words.set("""
            route bridge host hostname date service cat grep tail head less more ls ps who w last uptime watch
            id show awk sed echo find top free df mount sudo su exit logout cd env vi vim nano kill rm cp mv
            mkdir
            """);

    private Tools() {}

    /** Whether it is a tool, perhaps also a word. */
    static boolean known(String word) {
        return PLAIN.contains(word) || WORDLIKE.contains(word);
    }

    /** Whether it is a tool and no word. */
    static boolean plain(String word) {
        return PLAIN.contains(word);
    }
}
