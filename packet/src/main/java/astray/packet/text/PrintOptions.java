package astray.packet.text;

/**
 * How packets are printed, by tcpdump(8)'s options.
 *
 * @param verbosity how many {@code -v}: 0 to 3
 * @param quiet how many {@code -q}
 * @param numeric whether addresses and ports stay numbers ({@code -n})
 * @param shortNames whether host names lose their domain ({@code -N})
 * @param linkLevel whether link-layer headers are printed ({@code -e})
 * @param absolute whether TCP sequence numbers are absolute ({@code -S})
 * @param unchecked whether checksums are not checked ({@code -K})
 * @param oneLine whether what would begin a line of its own stays on the packet's ({@code -g})
 * @param asDot whether AS numbers are printed in ASDOT form ({@code -b})
 * @param rawNfs whether NFS file handles stay numbers ({@code -u})
 * @param mesh whether wireless data frames may have a mesh control field ({@code -H})
 * @param forced what UDP and TCP payloads are taken for ({@code -T}); {@code NONE} to tell by port
 */
public record PrintOptions(
        int verbosity,
        int quiet,
        boolean numeric,
        boolean shortNames,
        boolean linkLevel,
        boolean absolute,
        boolean unchecked,
        boolean oneLine,
        boolean asDot,
        boolean rawNfs,
        boolean mesh,
        Forced forced) {

    /** No option but {@code -n}. */
    public static final PrintOptions PLAIN =
            new PrintOptions(0, 0, true, false, false, false, false, false, false, false, false, Forced.NONE);

    /** What {@code -T} can name. */
    public enum Forced {
        NONE,
        AODV,
        CARP,
        CNFP,
        DOMAIN,
        LMP,
        PGM,
        PGM_ZMTP1,
        PTP,
        QUIC,
        RADIUS,
        RESP,
        RPC,
        RTP,
        RTCP,
        SNMP,
        SOMEIP,
        TFTP,
        VAT,
        VXLAN,
        WB,
        ZMTP1
    }
}
