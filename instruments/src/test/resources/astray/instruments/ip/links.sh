# A host with links of many kinds. A kernel that lacks a kind leaves its line out.
t() { ip "$@" 2>/dev/null || :; }
sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 || :
ip link set east address 02:02:00:00:00:01 alias "the way east" group 9
t link property add dev east altname the-way-east-by-a-long-name
ip addr add 10.1.0.1/24 brd + dev east
ip addr add 10.1.0.11/24 dev east label east:two
ip addr add 10.1.0.12/32 dev east valid_lft 90000 preferred_lft 0
t addr add 10.1.0.13/32 dev east metric 7 noprefixroute
ip addr add fd01::1/64 dev east nodad
ip addr add fd01::2/64 dev east nodad valid_lft 90000 preferred_lft 80000
ip addr add 10.9.0.1 peer 10.9.0.2/32 dev west
ip link set west mtu 1400
t link add br6 type bridge
t link add pa type veth peer name pb
t link set pa master br6
t link set pa up
t link set pb up
t link set br6 up
t link add vx6 type vxlan id 6 dev east remote 10.1.0.2 dstport 4789 ttl 5
t link add va.6 link pa type vlan id 6 ingress-qos-map 1:2 egress-qos-map 3:4
t link add ma6 link west type macvlan mode bridge
t link add iv6 link west type ipvlan mode l3
t link add du6 type dummy
t link add if6 type ifb
t link add bo6 type bond mode 802.3ad
t link set du6 master bo6
t link add red6 type vrf table 1066
t link add wg6 type wireguard
t tuntap add dev tap6 mode tap user nobody
t tuntap add dev tun6 mode tun
