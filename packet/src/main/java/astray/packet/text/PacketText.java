package astray.packet.text;

/**
 * Prints packets, one after the other, in tcpdump's words. What is remembered from packet to packet (TCP's first
 * sequence numbers) belongs to one object; it is for one thread.
 *
 * <p>Any bytes may be given: what is cut off is printed as {@code [|protocol]}, what is wrong as {@code (invalid)}.
 */
public final class PacketText {
    private static final long LARGEST = 262_144;

    private final Line line;
    private final Sheet sheet;
    private final Bytes bytes;

    /** How the bytes themselves are printed besides, by {@code -x -xx -X -XX -A -AA}. */
    public enum Bytes {
        /** Not at all. */
        NONE(false, false, false),
        /** {@code -x}. */
        HEX(false, false, true),
        /** {@code -xx}: the link-layer header too. */
        HEX_ALL(true, false, true),
        /** {@code -X}. */
        BOTH(false, true, true),
        /** {@code -XX}. */
        BOTH_ALL(true, true, true),
        /** {@code -A}. */
        ASCII(false, true, false),
        /** {@code -AA}. */
        ASCII_ALL(true, true, false);

        private final boolean all;
        private final boolean characters;
        private final boolean hexadecimal;

        Bytes(boolean all, boolean characters, boolean hexadecimal) {
            this.all = all;
            this.characters = characters;
            this.hexadecimal = hexadecimal;
        }
    }

    /** Prepares to print packets onto a line. */
    public PacketText(PrintOptions options, Bytes bytes, Names names, Line line) {
        this.line = line;
        this.bytes = bytes;
        this.sheet = new Sheet(options, names, line);
    }

    /** Whether packets of a link-layer type (a LINKTYPE_ value of pcap-linktype(7)) can be printed. */
    public static boolean isKnown(int linkType) {
        return LinkLayer.isKnown(linkType);
    }

    /**
     * Whether a packet's lengths make no sense; if so that is printed, in place of all else.
     *
     * @param captured how many bytes there are
     * @param wire how many it had on the wire
     */
    public boolean isInvalid(long captured, long wire) {
        String what = null;
        if (captured == 0) {
            what = "caplen==0";
        }
        if (wire == 0) {
            what = what == null ? "len==0" : what + ", len==0";
        } else if (wire < captured) {
            what = "len(" + wire + ") < caplen(" + captured + ")";
        }
        if (captured > LARGEST) {
            what = "caplen(" + captured + ") > " + LARGEST;
        } else if (wire > LARGEST) {
            what = (what == null ? "" : what + ", ") + "len(" + wire + ") > " + LARGEST;
        }
        if (what == null) {
            return false;
        }
        line.text("[Invalid header: ").text(what).put(']');
        return true;
    }

    /** Prints a packet of a link-layer type: its text, then its bytes where that was asked for. */
    public void print(int linkType, byte[] packet, int from, int captured, int wire) {
        sheet.turnTo(packet, from, from + captured);
        try {
            LinkLayer.print(sheet, linkType, from, wire);
        } catch (Truncated e) {
            sheet.truncated();
        }
        if (bytes == Bytes.NONE) {
            return;
        }
        sheet.turnTo(packet, from, from + captured);
        int skipped = bytes.all ? 0 : Math.min(LinkLayer.headerLength(linkType, packet, from, captured), captured);
        int count = captured - skipped;
        if (bytes.hexadecimal) {
            HexDump.print(sheet, "\n\t", from + skipped, count, bytes.characters);
        } else {
            HexDump.ascii(sheet, from + skipped, count);
        }
    }
}
