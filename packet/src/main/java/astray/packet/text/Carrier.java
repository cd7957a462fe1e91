package astray.packet.text;

/**
 * What carries a transport protocol.
 *
 * @param version 4 or 6; 0 for none
 * @param source where the source address lies
 * @param destination where the destination address lies; with a routing header the final one
 * @param header where the IP header lies
 * @param ttl the time to live, or hop limit
 * @param fragmented whether only a part of the datagram is in this packet
 * @param direct whether nothing stands between the IP header and the transport protocol; ports are printed without
 *     addresses where an extension header does
 */
record Carrier(int version, int source, int destination, int header, int ttl, boolean fragmented, boolean direct) {

    /** Where an IPv6 header has its destination. */
    private static final int DESTINATION6 = 24;

    /** The same, seen from behind an extension header. */
    Carrier indirect() {
        return new Carrier(version, source, destination, header, ttl, fragmented, false);
    }

    /** Prints {@code source > destination: } without ports, in front of a header that was cut off. */
    void ends(Sheet sheet) {
        if (version == 4) {
            sheet.host4(source);
            sheet.text(" > ");
            sheet.host4(destination);
        } else {
            sheet.host6(source);
            sheet.text(" > ");
            sheet.host6(header + DESTINATION6);
        }
    }

    /** Prints the source address and the dot before its port; nothing behind an extension header. */
    void source(Sheet sheet) {
        if (direct) {
            if (version == 4) {
                sheet.host4(source);
            } else {
                sheet.host6(source);
            }
            sheet.line.put('.');
        }
    }

    /** Prints the destination address and the dot before its port; nothing behind an extension header. */
    void destination(Sheet sheet) {
        if (direct) {
            if (version == 4) {
                sheet.host4(destination);
            } else {
                sheet.host6(header + DESTINATION6);
            }
            sheet.line.put('.');
        }
    }

    /** Prints an address, whatever stands between. */
    void host(Sheet sheet, boolean ofSource) {
        if (version == 4) {
            sheet.host4(ofSource ? source : destination);
        } else {
            sheet.host6(ofSource ? source : header + DESTINATION6);
        }
    }

    /** The sum of the pseudo header. */
    long pseudoHeader(Sheet sheet, int protocol, int length) {
        return version == 4
                ? Checksum.pseudo4(sheet, source, destination, protocol, length)
                : Checksum.pseudo6(sheet, source, destination, protocol, length);
    }
}
