package astray.collect.live;

import astray.collect.Gap;
import astray.facts.FilterPresence;
import astray.facts.FilterPresence.Kind;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import astray.kernel.proc.NetFile;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Whether anything is in place that may drop packets; what it does is not read here. */
final class LiveFilters {
    /** {@code NFNL_SUBSYS_NFTABLES << 8} with {@code NFT_MSG_GETRULE} and {@code NFT_MSG_GETCHAIN}. */
    private static final int GET_RULE = 10 << 8 | 7;

    private static final int GET_CHAIN = 10 << 8 | 4;
    private static final int NFTA_CHAIN_POLICY = 5;
    private static final int NF_DROP = 0;

    /** {@code sizeof(struct nfgenmsg)}: family, version, resource. */
    private static final int NFGENMSG = 4;

    private static final int XFRM_MSG_GETPOLICY = 0x15;
    private static final int RTM_GETQDISC = 38;

    /** {@code sizeof(struct tcmsg)}. */
    private static final int TCMSG = 20;

    private static final int TCMSG_INDEX = 4;
    private static final int TCA_KIND = 1;

    /** Disciplines that drop nothing but what does not fit into their queue. */
    private static final Set<String> ORDINARY = Set.of(
            "noqueue",
            "pfifo_fast",
            "pfifo",
            "bfifo",
            "fq_codel",
            "fq",
            "mq",
            "sfq",
            "codel",
            "fq_pie",
            "cake",
            "pie",
            "multiq",
            "mqprio",
            "taprio",
            "etf");

    private LiveFilters() {}

    static void read(NetlinkSocket route, Interfaces interfaces, Ledger ledger) throws ErrnoException {
        nftables(ledger);
        xtables(ledger);
        trafficControl(route, interfaces, ledger);
        ipsec(ledger);
        ledger.gap(Gap.What.CGROUP_PROGRAMS, "", Gap.Why.NOT_READ, "");
    }

    private static void nftables(Ledger ledger) {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.NETFILTER)) {
            Listing rules = socket.dump(new Request(GET_RULE).zeroes(NFGENMSG));
            Listing chains = socket.dump(new Request(GET_CHAIN).zeroes(NFGENMSG));
            Listing refused = rules.refusal() != null ? rules : chains;
            if (refused.refusal() != null) {
                // a kernel without nf_tables has no rules of it
                if (refused.refusal().errno().equals(Errno.EINVAL)
                        || refused.refusal().errno().equals(Errno.EOPNOTSUPP)) {
                    present(Kind.NFTABLES, null, false, "nft list ruleset", ledger);
                } else {
                    ledger.isWhole(refused, Gap.What.FIREWALL, "nftables");
                }
                return;
            }
            boolean any = rules.iterator().hasNext();
            for (Message chain : chains) {
                Attributes attributes = chain.attributes(NFGENMSG);
                any |= attributes.has(NFTA_CHAIN_POLICY) && attributes.be32(NFTA_CHAIN_POLICY, 1) == NF_DROP;
            }
            present(Kind.NFTABLES, null, any, "nft list ruleset", ledger);
        } catch (ErrnoException e) {
            ledger.refused(Gap.What.FIREWALL, "nftables", e);
        }
    }

    private static void xtables(Ledger ledger) {
        for (String file : new String[] {"ip_tables_names", "ip6_tables_names"}) {
            switch (NetFile.read(file)) {
                // a table is there as soon as somebody asked for it, so this may be without rules
                case NetFile.Whole whole -> {
                    String tables = new String(whole.bytes(), StandardCharsets.ISO_8859_1).strip();
                    present(Kind.XTABLES, file, !tables.isEmpty(), "/proc/net/" + file, ledger);
                }
                case NetFile.Unreadable(Errno errno) -> {
                    if (errno.equals(Errno.ENOENT)) {
                        present(Kind.XTABLES, file, false, "/proc/net/" + file, ledger);
                    } else {
                        ledger.refused(Gap.What.FIREWALL, "iptables", errno);
                    }
                }
            }
        }
    }

    private static void trafficControl(NetlinkSocket route, Interfaces interfaces, Ledger ledger)
            throws ErrnoException {
        Listing listing = route.dump(new Request(RTM_GETQDISC).zeroes(TCMSG));
        boolean any = false;
        for (Message message : listing) {
            String kind = message.attributes(TCMSG).string(TCA_KIND);
            if (kind != null && !ORDINARY.contains(kind)) {
                String dev = interfaces.name(message.s32(TCMSG_INDEX));
                present(Kind.TC, dev, true, "tc qdisc: " + kind, ledger);
                any = true;
            }
        }
        if (ledger.isWhole(listing, Gap.What.TRAFFIC_CONTROL, "") && !any) {
            present(Kind.TC, null, false, "tc qdisc", ledger);
        }
    }

    private static void ipsec(Ledger ledger) {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.XFRM)) {
            Listing policies = socket.dump(new Request(XFRM_MSG_GETPOLICY).zeroes(16));
            if (ledger.isWhole(policies, Gap.What.IPSEC, "")) {
                present(Kind.XFRM, null, policies.iterator().hasNext(), "ip xfrm policy", ledger);
            }
        } catch (ErrnoException e) {
            if (e.errno().equals(Errno.of(93))) {
                // EPROTONOSUPPORT: a kernel without IPsec has no policies
                present(Kind.XFRM, null, false, "ip xfrm policy", ledger);
            } else {
                ledger.refused(Gap.What.IPSEC, "", e);
            }
        }
    }

    private static void present(
            Kind kind, @org.jspecify.annotations.Nullable String where, boolean present, String source, Ledger ledger) {
        ledger.block(source)
                .add(new FilterPresence(kind, where, present), source + (present ? ": present" : ": empty"));
    }
}
