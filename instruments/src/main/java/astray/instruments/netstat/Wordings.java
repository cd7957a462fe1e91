package astray.instruments.netstat;

import org.jspecify.annotations.Nullable;

/**
 * How netstat(8) words the counters of IPv4 and TCP. In front of each wording stands when it is shown: {@code !} always, {@code ?} unless
 * it is zero, {@code <} and {@code >} unless it is zero among the messages received and sent, {@code -} never; {@code %}
 * stands for the number.
 */
final class Wordings {
    private Wordings() {}

    /** The groups that have wordings, and are chosen by protocol. */
    static boolean knows(String group) {
        return group.equals("Ip")
                || group.equals("Icmp")
                || group.equals("Tcp")
                || group.equals("Udp")
                || group.equals("TcpExt");
    }

    /** The wording of a counter; {@code null} for one that has none. */
    static @Nullable String of(String group, String name) {
        return switch (group) {
            case "Ip" -> ip(name);
            case "Icmp" -> icmp(name);
            case "Tcp" -> tcp(name);
            case "Udp" -> udp(name);
            case "TcpExt" -> tcpExt(name);
            default -> null;
        };
    }

    private static @Nullable String ip(String name) {
        return switch (name) {
            case "DefaultTTL" -> "-";
            case "InReceives" -> "!% total packets received";
            case "InHdrErrors" -> "?% with invalid headers";
            case "InAddrErrors" -> "?% with invalid addresses";
            case "ForwDatagrams" -> "!% forwarded";
            case "InUnknownProtos" -> "?% with unknown protocol";
            case "InDiscards" -> "!% incoming packets discarded";
            case "InDelivers" -> "!% incoming packets delivered";
            case "OutRequests" -> "!% requests sent out";
            case "OutDiscards" -> "?% outgoing packets dropped";
            case "OutNoRoutes" -> "?% dropped because of missing route";
            case "ReasmTimeout" -> "?% fragments dropped after timeout";
            case "ReasmReqds" -> "?% reassemblies required";
            case "ReasmOKs" -> "?% packets reassembled ok";
            case "ReasmFails" -> "?% packet reassemblies failed";
            case "FragOKs" -> "?% outgoing packets fragmented ok";
            case "FragFails" -> "?% outgoing packets failed fragmentation";
            case "FragCreates" -> "?% fragments created";
            default -> null;
        };
    }

    private static @Nullable String icmp(String name) {
        return switch (name) {
            case "InMsgs" -> "!% ICMP messages received";
            case "InErrors" -> "!% input ICMP message failed";
            case "InDestUnreachs" -> "<destination unreachable: %";
            case "InTimeExcds" -> "<timeout in transit: %";
            case "InParmProbs" -> "<wrong parameters: %";
            case "InSrcQuenchs" -> "<source quenches: %";
            case "InRedirects" -> "<redirects: %";
            case "InEchos" -> "<echo requests: %";
            case "InEchoReps" -> "<echo replies: %";
            case "InTimestamps" -> "<timestamp request: %";
            case "InTimestampReps" -> "<timestamp reply: %";
            case "InAddrMasks" -> "<address mask request: %";
            case "InAddrMaskReps" -> "<address mask replies: %";
            case "OutMsgs" -> "!% ICMP messages sent";
            case "OutErrors" -> "!% ICMP messages failed";
            case "OutDestUnreachs" -> ">destination unreachable: %";
            case "OutTimeExcds" -> ">time exceeded: %";
            case "OutParmProbs" -> ">wrong parameters: %";
            case "OutSrcQuenchs" -> ">source quench: %";
            case "OutRedirects" -> ">redirect: %";
            case "OutEchos" -> ">echo requests: %";
            case "OutEchoReps" -> ">echo replies: %";
            case "OutTimestamps" -> ">timestamp requests: %";
            case "OutTimestampReps" -> ">timestamp replies: %";
            case "OutAddrMasks" -> ">address mask requests: %";
            case "OutAddrMaskReps" -> ">address mask replies: %";
            default -> null;
        };
    }

    private static @Nullable String tcp(String name) {
        return switch (name) {
            case "RtoAlgorithm" -> "-";
            case "RtoMin" -> "-";
            case "RtoMax" -> "-";
            case "MaxConn" -> "-";
            case "ActiveOpens" -> "!% active connection openings";
            case "PassiveOpens" -> "!% passive connection openings";
            case "AttemptFails" -> "!% failed connection attempts";
            case "EstabResets" -> "!% connection resets received";
            case "CurrEstab" -> "!% connections established";
            case "InSegs" -> "!% segments received";
            case "OutSegs" -> "!% segments sent out";
            case "RetransSegs" -> "!% segments retransmitted";
            case "InErrs" -> "!% bad segments received";
            case "OutRsts" -> "!% resets sent";
            default -> null;
        };
    }

    private static @Nullable String udp(String name) {
        return switch (name) {
            case "InDatagrams" -> "!% packets received";
            case "NoPorts" -> "!% packets to unknown port received";
            case "InErrors" -> "!% packet receive errors";
            case "OutDatagrams" -> "!% packets sent";
            case "RcvbufErrors" -> "!% receive buffer errors";
            case "SndbufErrors" -> "!% send buffer errors";
            default -> null;
        };
    }

    private static @Nullable String tcpExt(String name) {
        return switch (name) {
            case "SyncookiesSent" -> "?% SYN cookies sent";
            case "SyncookiesRecv" -> "?% SYN cookies received";
            case "SyncookiesFailed" -> "?% invalid SYN cookies received";
            case "EmbryonicRsts" -> "?% resets received for embryonic SYN_RECV sockets";
            case "PruneCalled" -> "?% packets pruned from receive queue because of socket buffer overrun";
            case "RcvPruned" -> "?% packets pruned from receive queue";
            case "OfoPruned" -> "?% packets dropped from out-of-order queue because of socket buffer overrun";
            case "OutOfWindowIcmps" -> "?% ICMP packets dropped because they were out-of-window";
            case "LockDroppedIcmps" -> "?% ICMP packets dropped because socket was locked";
            case "TW" -> "?% TCP sockets finished time wait in fast timer";
            case "TWRecycled" -> "?% time wait sockets recycled by time stamp";
            case "PAWSActive" -> "?% active connections rejected because of time stamp";
            case "PAWSEstab" -> "?% packets rejected in established connections because of timestamp";
            case "DelayedACKs" -> "?% delayed acks sent";
            case "DelayedACKLocked" -> "?% delayed acks further delayed because of locked socket";
            case "DelayedACKLost" -> "?Quick ack mode was activated % times";
            case "ListenOverflows" -> "?% times the listen queue of a socket overflowed";
            case "ListenDrops" -> "?% SYNs to LISTEN sockets dropped";
            case "TCPHPHits" -> "!% packet headers predicted";
            case "TCPPureAcks" -> "?% acknowledgments not containing data payload received";
            case "TCPHPAcks" -> "?% predicted acknowledgments";
            case "TCPRenoRecovery" -> "?% times recovered from packet loss due to fast retransmit";
            case "TCPSACKReorder" -> "?Detected reordering % times using SACK";
            case "TCPRenoReorder" -> "?Detected reordering % times using reno fast retransmit";
            case "TCPTSReorder" -> "?Detected reordering % times using time stamp";
            case "TCPFullUndo" -> "?% congestion windows fully recovered without slow start";
            case "TCPPartialUndo" -> "?% congestion windows partially recovered using Hoe heuristic";
            case "TCPLossUndo" -> "?% congestion windows recovered without slow start after partial ack";
            case "TCPRenoFailures" -> "?% timeouts after reno fast retransmit";
            case "TCPLossFailures" -> "?% timeouts in loss state";
            case "TCPFastRetrans" -> "?% fast retransmits";
            case "TCPSlowStartRetrans" -> "?% retransmits in slow start";
            case "TCPRcvCollapsed" -> "?% packets collapsed in receive queue due to low socket buffer";
            case "TCPAbortOnData" -> "?% connections reset due to unexpected data";
            case "TCPAbortOnClose" -> "?% connections reset due to early user close";
            case "TCPAbortOnMemory" -> "?% connections aborted due to memory pressure";
            case "TCPAbortOnTimeout" -> "?% connections aborted due to timeout";
            case "TCPAbortOnLinger" -> "?% connections aborted after user close in linger timeout";
            case "TCPAbortFailed" -> "?% times unable to send RST due to no memory";
            case "TCPMemoryPressures" -> "?TCP ran low on memory % times";
            case "PAWSPassive" -> "?% passive connections rejected because of time stamp";
            case "SockMallocOOM" -> "?Ran % times out of system memory during packet sending";
            case "TCPAbortOnSyn" -> "?% connections reset due to unexpected SYN";
            case "TCPDirectCopyFromBacklog" -> "?% bytes directly in process context from backlog";
            case "TCPFACKReorder" -> "?Detected reordering % times using FACK";
            case "TCPForwardRetrans" -> "?% forward retransmits";
            case "TCPHPHitsToUser" -> "?% packet headers predicted and directly queued to user";
            case "TCPLostRetransmits" -> "?% retransmits lost";
            case "TCPPrequeued" -> "?% packets directly queued to recvmsg prequeue";
            case "TCPSchedulerFailed" -> "?% times receiver scheduled too late for direct processing";
            default -> null;
        };
    }
}
