package astray.kernel.socket;

import astray.kernel.netlink.Attributes.Attribute;

/**
 * TCP's account of a connection ({@code struct tcp_info} of linux/tcp.h, which grows with the kernel): a view. A member
 * that an older kernel does not have reads as 0; {@link #has} tells.
 *
 * @param bytes the attribute that holds it
 */
public record TcpInfo(Attribute bytes) {
    static final int STATE = 0;
    static final int CA_STATE = 1;
    static final int RETRANSMITS = 2;
    static final int PROBES = 3;
    static final int BACKOFF = 4;
    static final int OPTIONS = 5;
    static final int RTO = 8;
    static final int ATO = 12;
    static final int SND_MSS = 16;
    static final int RCV_MSS = 20;
    static final int UNACKED = 24;
    static final int SACKED = 28;
    static final int LOST = 32;
    static final int RETRANS = 36;
    static final int LAST_DATA_SENT = 44;
    static final int LAST_DATA_RECV = 52;
    static final int LAST_ACK_RECV = 56;
    static final int PMTU = 60;
    static final int RTT = 68;
    static final int RTTVAR = 72;
    static final int SND_SSTHRESH = 76;
    static final int SND_CWND = 80;
    static final int ADVMSS = 84;
    static final int TOTAL_RETRANS = 100;
    static final int PACING_RATE = 104;
    static final int BYTES_ACKED = 120;
    static final int BYTES_RECEIVED = 128;
    static final int SEGS_OUT = 136;
    static final int SEGS_IN = 140;
    static final int NOTSENT_BYTES = 144;
    static final int MIN_RTT = 148;
    static final int DELIVERY_RATE = 160;
    static final int BUSY_TIME = 168;
    static final int RWND_LIMITED = 176;
    static final int BYTES_SENT = 200;
    static final int BYTES_RETRANS = 208;
    static final int RCV_OOOPACK = 224;
    static final int SND_WND = 228;

    /** Whether this kernel tells the member at an offset of four bytes. */
    boolean has(int offset) {
        return bytes.length() >= offset + 4;
    }

    /** The state. */
    public SocketState state() {
        return new SocketState(bytes.u8(STATE));
    }

    /** The state of congestion control: 0 open, 1 disorder, 2 reduced, 3 recovery, 4 loss. */
    public int congestionState() {
        return bytes.u8(CA_STATE);
    }

    /** How often the first unacknowledged segment was sent again. */
    public int retransmits() {
        return bytes.u8(RETRANSMITS);
    }

    /** Probes of a closed window, or of a silent peer, without an answer. */
    public int probes() {
        return bytes.u8(PROBES);
    }

    /** How often the time-out was doubled. */
    public int backoff() {
        return bytes.u8(BACKOFF);
    }

    /** Options in use, a sum: 1 time stamps, 2 SACK, 4 window scaling, 8 ECN, 16 ECN seen. */
    public int options() {
        return bytes.u8(OPTIONS);
    }

    /** The retransmission time-out, in microseconds. */
    public long retransmitTimeoutMicros() {
        return bytes.u32(RTO);
    }

    /** The delay of acknowledgements, in microseconds. */
    public long ackTimeoutMicros() {
        return bytes.u32(ATO);
    }

    /** The largest segment that is sent, in bytes. */
    public long sendMss() {
        return bytes.u32(SND_MSS);
    }

    /** The largest segment expected, in bytes. */
    public long receiveMss() {
        return bytes.u32(RCV_MSS);
    }

    /** Segments sent and not acknowledged; of a listener, connections waiting to be accepted. */
    public long unacknowledged() {
        return bytes.u32(UNACKED);
    }

    /** Segments acknowledged out of order; of a listener, how many connections may wait. */
    public long selectivelyAcknowledged() {
        return bytes.u32(SACKED);
    }

    /** Segments thought to be lost. */
    public long lost() {
        return bytes.u32(LOST);
    }

    /** Segments that were sent again and are not acknowledged. */
    public long retransmitted() {
        return bytes.u32(RETRANS);
    }

    /** Milliseconds since data were last sent. */
    public long lastDataSentMillis() {
        return bytes.u32(LAST_DATA_SENT);
    }

    /** Milliseconds since data last came. */
    public long lastDataReceivedMillis() {
        return bytes.u32(LAST_DATA_RECV);
    }

    /** Milliseconds since an acknowledgement last came. */
    public long lastAckReceivedMillis() {
        return bytes.u32(LAST_ACK_RECV);
    }

    /** The path MTU, in bytes. */
    public long pathMtu() {
        return bytes.u32(PMTU);
    }

    /** The smoothed round-trip time, in microseconds. */
    public long rttMicros() {
        return bytes.u32(RTT);
    }

    /** The variation of the round-trip time, in microseconds. */
    public long rttVariationMicros() {
        return bytes.u32(RTTVAR);
    }

    /** The slow-start threshold, in segments. */
    public long slowStartThreshold() {
        return bytes.u32(SND_SSTHRESH);
    }

    /** The congestion window, in segments. */
    public long congestionWindow() {
        return bytes.u32(SND_CWND);
    }

    /** The largest segment that was announced, in bytes. */
    public long advertisedMss() {
        return bytes.u32(ADVMSS);
    }

    /** Segments that were sent again, in all. */
    public long totalRetransmits() {
        return bytes.u32(TOTAL_RETRANS);
    }

    /** The rate at which is sent, in bytes a second; all bits set for no limit. */
    public long pacingRate() {
        return bytes.u64(PACING_RATE);
    }

    /** Bytes acknowledged. */
    public long bytesAcknowledged() {
        return bytes.u64(BYTES_ACKED);
    }

    /** Bytes received. */
    public long bytesReceived() {
        return bytes.u64(BYTES_RECEIVED);
    }

    /** Segments sent. */
    public long segmentsOut() {
        return bytes.u32(SEGS_OUT);
    }

    /** Segments received. */
    public long segmentsIn() {
        return bytes.u32(SEGS_IN);
    }

    /** Bytes written by the program and not yet sent. */
    public long notSent() {
        return bytes.u32(NOTSENT_BYTES);
    }

    /** The smallest round-trip time lately, in microseconds. */
    public long minRttMicros() {
        return bytes.u32(MIN_RTT);
    }

    /** The rate of delivery last measured, in bytes a second. */
    public long deliveryRate() {
        return bytes.u64(DELIVERY_RATE);
    }

    /** Microseconds busy with sending. */
    public long busyMicros() {
        return bytes.u64(BUSY_TIME);
    }

    /** Microseconds in which the peer's window held sending up. */
    public long windowLimitedMicros() {
        return bytes.u64(RWND_LIMITED);
    }

    /** Bytes sent, those sent again among them. */
    public long bytesSent() {
        return bytes.u64(BYTES_SENT);
    }

    /** Bytes that were sent again. */
    public long bytesRetransmitted() {
        return bytes.u64(BYTES_RETRANS);
    }

    /** Segments that came out of order. */
    public long outOfOrder() {
        return bytes.u32(RCV_OOOPACK);
    }

    /** The peer's window, in bytes. */
    public long sendWindow() {
        return bytes.u32(SND_WND);
    }
}
