package astray.kernel.route;

import astray.kernel.netlink.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * How a route wraps packets ({@code LWTUNNEL_ENCAP_} of linux/lwtunnel.h): a kind and what it says.
 *
 * @param type {@link #MPLS} and others, or a number that is none of them
 * @param attributes what it says, by the kind's own numbers
 */
public record Encap(int type, Attributes attributes) {
    /** {@code MPLS_IPTUNNEL_} of linux/mpls_iptunnel.h. */
    public static final int MPLS = 1;

    /** {@code LWTUNNEL_IP_}. */
    public static final int IP = 2;

    /** {@code ILA_ATTR_} of linux/ila.h. */
    public static final int ILA = 3;

    /** {@code LWTUNNEL_IP6_}. */
    public static final int IP6 = 4;

    /** {@code SEG6_IPTUNNEL_} of linux/seg6_iptunnel.h. */
    public static final int SEG6 = 5;

    /** {@code LWT_BPF_}. */
    public static final int BPF = 6;

    /** {@code SEG6_LOCAL_} of linux/seg6_local.h. */
    public static final int SEG6_LOCAL = 7;

    /** {@code RPL_IPTUNNEL_} of linux/rpl_iptunnel.h. */
    public static final int RPL = 8;

    /** {@code IOAM6_IPTUNNEL_} of linux/ioam6_iptunnel.h. */
    public static final int IOAM6 = 9;

    /** {@code LWT_XFRM_}. */
    public static final int XFRM = 10;

    /** What two attributes say; {@code null} unless both are there. */
    static @Nullable Encap of(Attributes.@Nullable Attribute encap, int type) {
        return encap == null || type < 0 ? null : new Encap(type, encap.nested());
    }
}
