package astray.instruments.netstat;

import org.jspecify.annotations.Nullable;

/**
 * How netstat(8) words the counters of IPv6. In front of each wording stands when it is shown: {@code !} always, {@code ?} unless
 * it is zero, {@code <} and {@code >} unless it is zero among the messages received and sent, {@code -} never; {@code %}
 * stands for the number.
 */
final class Wordings6 {
    private Wordings6() {}

    /** The groups that have wordings, and are chosen by protocol. */
    static boolean knows(String group) {
        return group.equals("Ip6") || group.equals("Icmp6") || group.equals("Udp6");
    }

    /** The wording of a counter; {@code null} for one that has none. */
    static @Nullable String of(String group, String name) {
        return switch (group) {
            case "Ip6" -> ip6(name);
            case "Icmp6" -> icmp6(name);
            case "Udp6" -> udp6(name);
            default -> null;
        };
    }

    private static @Nullable String ip6(String name) {
        return switch (name) {
            case "Ip6InReceives" -> "!% total packets received";
            case "Ip6InHdrErrors" -> "?% with invalid headers";
            case "Ip6InTooBigErrors" -> "?% with packets too big";
            case "Ip6InNoRoutes" -> "?% incoming packets with no route";
            case "Ip6InAddrErrors" -> "?% with invalid addresses";
            case "Ip6InUnknownProtos" -> "?% with unknown protocol";
            case "Ip6InTruncatedPkts" -> "?% with truncated packets";
            case "Ip6InDiscards" -> "!% incoming packets discarded";
            case "Ip6InDelivers" -> "!% incoming packets delivered";
            case "Ip6OutForwDatagrams" -> "!% forwarded";
            case "Ip6OutRequests" -> "!% requests sent out";
            case "Ip6OutDiscards" -> "?% outgoing packets dropped";
            case "Ip6OutNoRoutes" -> "?% dropped because of missing route";
            case "Ip6ReasmTimeout" -> "?% fragments dropped after timeout";
            case "Ip6ReasmReqds" -> "?% reassemblies required";
            case "Ip6ReasmOKs" -> "?% packets reassembled ok";
            case "Ip6ReasmFails" -> "?% packet reassemblies failed";
            case "Ip6FragOKs" -> "?% outgoing packets fragmented ok";
            case "Ip6FragFails" -> "?% outgoing packets failed fragmentation";
            case "Ip6FragCreates" -> "?% fragments created";
            case "Ip6InMcastPkts" -> "?% incoming multicast packets";
            case "Ip6OutMcastPkts" -> "?% outgoing multicast packets";
            default -> null;
        };
    }

    private static @Nullable String icmp6(String name) {
        return switch (name) {
            case "Icmp6InMsgs" -> "!% ICMP messages received";
            case "Icmp6InErrors" -> "!% input ICMP message failed";
            case "Icmp6OutMsgs" -> "!% ICMP messages sent";
            case "Icmp6InDestUnreachs" -> "<destination unreachable: %";
            case "Icmp6InPktTooBigs" -> "<packets too big: %";
            case "Icmp6InTimeExcds" -> "<received ICMPv6 time exceeded: %";
            case "Icmp6InParmProblems" -> "<parameter problem: %";
            case "Icmp6InEchos" -> "<echo requests: %";
            case "Icmp6InEchoReplies" -> "<echo replies: %";
            case "Icmp6InGroupMembQueries" -> "<group member queries: %";
            case "Icmp6InGroupMembResponses" -> "<group member responses: %";
            case "Icmp6InGroupMembReductions" -> "<group member reductions: %";
            case "Icmp6InRouterSolicits" -> "<router solicits: %";
            case "Icmp6InRouterAdvertisements" -> "<router advertisement: %";
            case "Icmp6InNeighborSolicits" -> "<neighbour solicits: %";
            case "Icmp6InNeighborAdvertisements" -> "<neighbour advertisement: %";
            case "Icmp6InRedirects" -> "<redirects: %";
            case "Icmp6OutDestUnreachs" -> ">destination unreachable: %";
            case "Icmp6OutPktTooBigs" -> ">packets too big: %";
            case "Icmp6OutTimeExcds" -> ">sent ICMPv6 time exceeded: %";
            case "Icmp6OutParmProblems" -> ">parameter problem: %";
            case "Icmp6OutEchos" -> ">echo requests: %";
            case "Icmp6OutEchoReplies" -> ">echo replies: %";
            case "Icmp6OutGroupMembQueries" -> ">group member queries: %";
            case "Icmp6OutGroupMembResponses" -> ">group member responses: %";
            case "Icmp6OutGroupMembReductions" -> ">group member reductions: %";
            case "Icmp6OutRouterSolicits" -> ">router solicits: %";
            case "Icmp6OutNeighborSolicits" -> ">neighbor solicits: %";
            case "Icmp6OutNeighborAdvertisements" -> ">neighbor advertisements: %";
            case "Icmp6OutRedirects" -> ">redirects: %";
            default -> null;
        };
    }

    private static @Nullable String udp6(String name) {
        return switch (name) {
            case "Udp6InDatagrams" -> "!% packets received";
            case "Udp6NoPorts" -> "!% packets to unknown port received";
            case "Udp6InErrors" -> "!% packet receive errors";
            case "Udp6OutDatagrams" -> "!% packets sent";
            default -> null;
        };
    }
}
