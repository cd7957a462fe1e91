# A host with many tables and rules. A kernel that lacks a feature leaves its line out.
t() { ip "$@" 2>/dev/null || :; }
sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv4.neigh.default.gc_stale_time=36000 \
    net.ipv4.neigh.default.base_reachable_time_ms=36000000 net.ipv6.neigh.default.base_reachable_time_ms=36000000 || :
ip link set east address 02:01:00:00:00:01
ip link set west address 02:01:00:00:00:02
ip addr add 10.1.0.1/24 brd + dev east
ip addr add 10.1.0.11/24 dev east
ip addr add 10.2.0.1/24 brd + dev west
ip addr add fd01::1/64 dev east nodad
ip addr add fd02::1/64 dev west nodad
t tuntap add dev tun5 mode tun
t addr add 172.16.5.1 peer 172.16.5.2/32 dev tun5
t link set tun5 up
t link add br5 type bridge
t addr add 192.168.64.1/20 dev br5
t link set br5 up
t link add vx5 type vxlan id 5 dev east remote 10.1.0.2 dstport 4789
t link set vx5 up
t link add red type vrf table 1010
t link set red up
t link set west master red
t link set west nomaster
t link set vx5 master red
t route add default via 10.1.0.2 dev east proto dhcp src 10.1.0.1 metric 100
t route add default via 10.2.0.2 metric 600
t route add 10.10.0.0/16 via 10.1.0.2 proto static metric 7
t route add 10.11.0.0/16 nexthop via 10.1.0.2 weight 3 nexthop via 10.2.0.2 weight 200
t route add 10.12.0.0/16 nexthop via 10.1.0.3 realm 3/4 nexthop dev tun5 nexthop via 172.30.0.9 dev west onlink
t route add blackhole 10.13.0.0/16
t route add unreachable 10.14.0.0/16 metric 4278198272
t route add prohibit 10.15.0.0/16 proto bird
t route add throw 10.16.0.0/16
t route add 10.17.0.0/16 via 172.29.1.1 dev west onlink
t route add 10.18.0.0/16 via 10.1.0.2 mtu lock 1300 advmss 1200 rtt 12345 rttvar 20 ssthresh 30 cwnd 10 initcwnd 22 window 5000 hoplimit 12
t route add 10.19.0.0/16 via 10.1.0.2 mtu 1280 rto_min 2s quickack 1 congctl lock reno features ecn reordering 5
t route add 10.20.0.0/16 tos 0x10 via 10.1.0.2
t route add 10.20.0.0/16 dev west scope link src 10.2.0.1
t route add 10.21.0.0/16 via inet6 fe80::1 dev east
t route add local 10.22.0.0/24 dev lo
t route add broadcast 10.23.255.255 dev east table 255
t route add multicast 239.1.0.0/16 dev east table 77
t route add 10.24.0.0/16 via 10.1.0.2 table 77 proto 201
t route add unreachable default table 77 metric 4000
t route add 10.25.0.1 dev west scope 50 realm 9
t route add 10.26.0.0/16 via 10.2.0.2 table 4000000000
t route add 10.1.0.128/25 dev west
t route add 10.27.0.0/16 encap ip id 42 dst 10.1.0.2 ttl 7 tos 4 key dev vx5
t nexthop add id 1 via 10.1.0.2 dev east
t nexthop add id 2 via 10.2.0.2 dev west proto 188
t nexthop add id 3 blackhole
t nexthop add id 4 via fd01::2 dev east
t nexthop add id 5 via fe80::77 dev west onlink
t nexthop add id 6 dev east
t nexthop add id 10 group 1,3/2,7
t nexthop add id 11 group 1/2 type resilient buckets 4 idle_timer 60 unbalanced_timer 300
t nexthop add id 12 group 4/5
t nexthop add id 7 via 10.1.0.9 fdb
t route add 10.30.0.0/16 nhid 10
t route add 10.31.0.0/16 nhid 2
t route add 10.32.0.0/16 nhid 4
t route add 10.33.0.0/16 nhid 3
t -6 route add default via fd01::2 dev east metric 1024 pref high
t -6 route add default via fd02::2 dev west metric 2048 expires 86000 proto ra
t -6 route add fd10::/64 via fd01::2 metric 77 mtu 1290 proto bird
t -6 route add fd11::/64 nexthop via fd01::2 dev east weight 3 nexthop via fd02::2 dev west
t -6 route add blackhole fd12::/32
t -6 route add unreachable fd13::/32
t -6 route add fd14::/32 via fe80::9 dev east pref low
t -6 route add fd15::/32 from fd01::/64 via fd01::2
t -6 route add fd16::/64 encap seg6 mode encap segs fd01::8,fd01::9 dev east
t -6 route add fd17::/64 encap seg6local action End.DT6 table 100 dev east
t -6 route add fd18::/32 nhid 12
t -6 route add local fd19::/64 dev lo
t -6 route add default via fd01::2 table 77
t -6 route add anycast fd1a::/128 dev east
t -6 route add ::102:304/128 via fd01::2
t rule add pref 100 from 10.1.0.11 lookup 77
t rule add pref 110 fwmark 0x49/0xff lookup 77
t rule add pref 111 fwmark 7 lookup 1000
t rule add pref 120 iif east lookup 78
t rule add pref 121 oif tun5 lookup 4000000000
t rule add pref 122 iif gone9 oif gone8 lookup main
t rule add pref 130 to 10.24.0.0/16 lookup 77 suppress_prefixlength 0
t rule add pref 131 lookup 78 suppress_ifgroup 3
t rule add pref 140 uidrange 100-200 lookup 1000
t rule add pref 150 ipproto tcp sport 1000-2000 dport 443 lookup 1000
t rule add pref 152 ipproto 99 lookup 1000
t rule add pref 160 from 10.200.0.0/16 blackhole
t rule add pref 161 from 10.201.0.0/16 unreachable
t rule add pref 162 from 10.202.0.0/16 to 10.203.0.0/16 prohibit
t rule add pref 170 from 10.204.0.0/16 goto 180
t rule add pref 171 goto 9999
t rule add pref 180 nop
t rule add pref 190 not from 10.1.0.0/24 to 10.206.0.0/16 lookup 1000
t rule add pref 200 tos 0x10 from 10.207.0.0/16 lookup 1000
t rule add pref 210 from 10.208.0.0/16 lookup main protocol bird
t rule add pref 220 from 10.209.0.0/16 realms 3/4 lookup main
t rule add pref 230 tun_id 55 from 10.210.0.0/16 lookup main
t -6 rule add pref 100 from fd01::11 lookup 77
t -6 rule add pref 110 fwmark 0x49 to fd10::/16 lookup 1000
t neigh add 10.1.0.77 lladdr 02:aa:00:00:00:01 dev east nud permanent
t neigh add 10.1.0.78 lladdr 02:aa:00:00:00:02 dev east nud reachable
t neigh add 10.1.0.79 lladdr 02:aa:00:00:00:03 dev east nud stale
t neigh add 10.1.0.80 lladdr 02:aa:00:00:00:04 dev east nud noarp
t neigh add 10.1.0.84 lladdr 02:aa:00:00:00:08 dev east nud stale extern_learn
t neigh add 10.1.0.85 lladdr 02:aa:00:00:00:09 dev east nud permanent protocol bird
t neigh add 192.168.64.5 lladdr 02:aa:00:00:00:0a dev br5 nud permanent
t -6 neigh add fd01::78 lladdr 02:aa:00:00:00:12 dev east nud reachable router
t -6 neigh add fd01::79 lladdr 02:aa:00:00:00:13 dev east nud stale
t neigh add proxy 10.1.0.90 dev east
t -6 neigh add proxy fd01::90 dev east
