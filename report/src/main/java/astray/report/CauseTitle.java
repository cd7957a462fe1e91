package astray.report;

import astray.diagnosis.CauseId;

/** What is wrong, in a few words that stand before the host's name. */
record CauseTitle(String english, String chinese) {

    static String of(CauseId id, Language language) {
        CauseTitle title = of(id);
        return switch (language) {
            case EN -> title.english();
            case ZH -> title.chinese();
        };
    }

    static CauseTitle of(CauseId id) {
        return switch (id) {
            case NAME_UNRESOLVED -> new CauseTitle("the name has no address", "域名解析不到地址");
            case NAME_WRONG_ADDRESS -> new CauseTitle("the name leads to a wrong address", "域名解析到了错误的地址");
            case NAME_PREFERS_BROKEN_FAMILY ->
                new CauseTitle("the name's first address family is dead", "域名优先使用的地址族不通");
            case LINK_ADMIN_DOWN -> new CauseTitle("the interface is set down", "网卡被停用");
            case LINK_NO_CARRIER -> new CauseTitle("the interface has no carrier", "网卡没有载波");
            case BRIDGE_PORT_NOT_FORWARDING -> new CauseTitle("a bridge port does not forward", "网桥端口未处于转发状态");
            case BRIDGE_VLAN_FILTERED -> new CauseTitle("the bridge's VLAN filter drops it", "网桥 VLAN 过滤丢弃了报文");
            case VLAN_MISMATCH -> new CauseTitle("the ends are in different VLANs", "两端不在同一个 VLAN");
            case NEIGHBOUR_UNRESOLVED -> new CauseTitle("the next hop does not answer ARP or ND", "下一跳不应答 ARP/ND");
            case NEIGHBOUR_WRONG -> new CauseTitle("a wrong neighbour entry", "邻居表项错误");
            case ADDRESS_DUPLICATE -> new CauseTitle("two hosts hold the same address", "IP 地址冲突");
            case ARP_SUPPRESSED -> new CauseTitle("it does not answer ARP for its address", "不应答自己地址的 ARP 请求");
            case ADDRESS_MISSING -> new CauseTitle("the address is missing", "没有配置目标地址");
            case ADDRESS_DAD_FAILED -> new CauseTitle("duplicate address detection failed", "IPv6 重复地址检测未通过");
            case PREFIX_LENGTH_WRONG -> new CauseTitle("a wrong prefix length", "前缀长度配置错误");
            case IPV6_DISABLED -> new CauseTitle("IPv6 is off", "IPv6 被禁用");
            case ROUTE_MISSING -> new CauseTitle("no route", "缺少路由");
            case ROUTE_CAPTURED -> new CauseTitle("another network's route captures it", "路由被其他网段截走");
            case DESTINATION_IS_LOCAL ->
                new CauseTitle("it holds the destination's address itself", "目的地址配置在本机，报文发不出去");
            case ROUTE_DISCARDS -> new CauseTitle("a route discards it", "命中丢弃型路由");
            case RULE_DIVERTS -> new CauseTitle("a policy rule diverts it", "策略路由把报文引到了别的路由表");
            case GATEWAY_WRONG -> new CauseTitle("the gateway is dead or wrong", "网关无效");
            case SOURCE_ADDRESS_WRONG -> new CauseTitle("the source address cannot be answered", "源地址选择错误，对端无法回包");
            case REVERSE_PATH_FILTERED -> new CauseTitle("the reverse-path filter drops it", "反向路径过滤（rp_filter）丢弃了报文");
            case FORWARDING_DISABLED -> new CauseTitle("forwarding is off", "未开启转发");
            case ROUTING_LOOP -> new CauseTitle("a routing loop", "路由环路");
            case FIREWALL_DROP -> new CauseTitle("the firewall drops it", "防火墙丢弃了报文");
            case FIREWALL_REJECT -> new CauseTitle("the firewall rejects it", "防火墙拒绝了报文");
            case NAT_MISDIRECTED -> new CauseTitle("NAT sends it astray", "NAT 转到了错误的地址");
            case CONNTRACK_FULL -> new CauseTitle("the connection tracking table is full", "连接跟踪表已满");
            case TRAFFIC_CONTROL_DROP -> new CauseTitle("traffic control drops it", "流量控制（tc）丢弃了报文");
            case BPF_DROP -> new CauseTitle("a BPF program drops it", "BPF 程序丢弃了报文");
            case XFRM_POLICY_BLOCKS -> new CauseTitle("an IPsec policy blocks it", "IPsec 策略拦截了报文");
            case MTU_BLACKHOLE -> new CauseTitle("large packets vanish (MTU black hole)", "大包被静默丢弃（MTU 黑洞）");
            case PATH_SILENT_BEYOND -> new CauseTitle("packets vanish", "报文消失");
            case PATH_FILTERED -> new CauseTitle("a device filters this port", "设备过滤了该端口");
            case PACKET_LOSS -> new CauseTitle("packets are lost", "存在丢包");
            case LATENCY_HIGH -> new CauseTitle("the round trip takes too long", "往返时延过高");
            case SERVICE_NOT_LISTENING -> new CauseTitle("nothing listens on the port", "端口没有进程监听");
            case SERVICE_BOUND_ELSEWHERE -> new CauseTitle("the service listens elsewhere", "服务没有监听在该地址上");
            case ACCEPT_QUEUE_FULL -> new CauseTitle("the service's accept queue is full", "服务的全连接队列已满");
            case SERVICE_SILENT -> new CauseTitle("the service says nothing", "服务建连后不响应");
            case SERVICE_REFUSES_PEER -> new CauseTitle("the service closes the connection at once", "服务建连后立即断开");
        };
    }
}
