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
 */
record Carrier(int version, int source, int destination, int header, int ttl, boolean fragmented) {

    /** Prints {@code source > destination: } without ports, in front of a header that was cut off. */
    void ends(Sheet sheet) {
        if (version == 4) {
            sheet.host4(source);
            sheet.text(" > ");
            sheet.host4(destination);
        } else {
            sheet.host6(source);
            sheet.text(" > ");
            sheet.host6(destination);
        }
    }

    /** Prints the source address. */
    void source(Sheet sheet) {
        if (version == 4) {
            sheet.host4(source);
        } else {
            sheet.host6(source);
        }
    }

    /** Prints the destination address. */
    void destination(Sheet sheet) {
        if (version == 4) {
            sheet.host4(destination);
        } else {
            sheet.host6(destination);
        }
    }

    /** The sum of the pseudo header. */
    long pseudoHeader(Sheet sheet, int protocol, int length) {
        return version == 4
                ? Checksum.pseudo4(sheet, source, destination, protocol, length)
                : Checksum.pseudo6(sheet, source, destination, protocol, length);
    }
}
