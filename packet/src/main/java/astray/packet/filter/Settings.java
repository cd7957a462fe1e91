package astray.packet.filter;

import astray.packet.LinkType;

/** What an expression is compiled for. Values are changed by making another: {@code Settings.of(link).live(true)}. */
public final class Settings {
    /** What tcpdump keeps of a packet unless told otherwise. */
    public static final int WHOLE_PACKET = 262144;

    final LinkType linkType;
    final int snapshotLength;
    final boolean optimised;
    final boolean live;
    final boolean vlanAside;
    final boolean littleEndian;
    final int netmask;
    final boolean netmaskKnown;
    final Names names;

    private Settings(
            LinkType linkType,
            int snapshotLength,
            boolean optimised,
            boolean live,
            boolean vlanAside,
            boolean littleEndian,
            int netmask,
            boolean netmaskKnown,
            Names names) {
        this.linkType = linkType;
        this.snapshotLength = snapshotLength;
        this.optimised = optimised;
        this.live = live;
        this.vlanAside = vlanAside;
        this.littleEndian = littleEndian;
        this.netmask = netmask;
        this.netmaskKnown = netmaskKnown;
        this.names = names;
    }

    /** For the packets of a file that a little-endian machine wrote; optimised; no netmask; the common names. */
    public static Settings of(LinkType linkType) {
        return new Settings(linkType, WHOLE_PACKET, true, false, false, true, 0, false, Names.common());
    }

    /** What the program answers to a packet that it takes: how many bytes to keep. */
    public Settings snapshotLength(int bytes) {
        return new Settings(linkType, bytes, optimised, live, vlanAside, littleEndian, netmask, netmaskKnown, names);
    }

    /** Whether the program is made short; without, it is as the expression is written ({@code tcpdump -O}). */
    public Settings optimised(boolean yes) {
        return new Settings(linkType, snapshotLength, yes, live, vlanAside, littleEndian, netmask, netmaskKnown, names);
    }

    /**
     * Whether the program is for the kernel's socket filter, which can be asked for the interface and the direction of
     * a packet. A file does not tell that on most links.
     */
    public Settings live(boolean yes) {
        return new Settings(
                linkType, snapshotLength, optimised, yes, vlanAside, littleEndian, netmask, netmaskKnown, names);
    }

    /** Whether the outermost VLAN tag may have been taken off and laid aside, as Linux does before its filters. */
    public Settings vlanAside(boolean yes) {
        return new Settings(linkType, snapshotLength, optimised, live, yes, littleEndian, netmask, netmaskKnown, names);
    }

    /** The byte order of the machine that captured: the link types NULL and PFLOG carry numbers in it. */
    public Settings littleEndian(boolean yes) {
        return new Settings(linkType, snapshotLength, optimised, live, vlanAside, yes, netmask, netmaskKnown, names);
    }

    /** The IPv4 netmask of the interface, which {@code ip broadcast} needs. */
    public Settings netmask(int mask) {
        return new Settings(linkType, snapshotLength, optimised, live, vlanAside, littleEndian, mask, true, names);
    }

    /** Where names are looked up. */
    public Settings names(Names tables) {
        return new Settings(
                linkType, snapshotLength, optimised, live, vlanAside, littleEndian, netmask, netmaskKnown, tables);
    }
}
