package astray.packet.text;

/** The numbers of IEEE 802.15.4 and their names. */
final class LowRateWirelessNames {
    static final String[] TYPES = {
        "Beacon", "Data", "ACK", "Command", "Reserved", "Multipurpose", "Fragment", "Extended"
    };

    static final Table HEADER_ELEMENTS = Table.of("""
            0x00 Vendor Specific Header IE
            0x1a LE CSL IE
            0x1b LE RIT IE
            0x1c DSME PAN descriptor IE
            0x1d Rendezvous Time IE
            0x1e Time Correction IE
            0x21 Extended DSME PAN descriptor IE
            0x22 Fragment Sequence Context Description IE
            0x23 Simplified Superframe Specification IE
            0x24 Simplified GTS Specification IE
            0x25 LECIM Capabilities IE
            0x26 TRLE Descriptor IE
            0x27 RCC Capabilities IE
            0x28 RCCN Descriptor IE
            0x29 Global Time IE
            0x2a Omnibus Header IE
            0x2b DA IE
            0x7e Header Termination 1 IE
            0x7f Header Termination 2 IE
            """);

    static final Table PAYLOAD_ELEMENTS = Table.of("""
            0x00 ESDU IE
            0x01 MLME IE
            0x02 Vendor Specific Nested IE
            0x03 Multiplexed IE (802.15.9)
            0x04 Omnibus Payload Group IE
            0x05 IETF IE
            0x0f List termination
            """);

    static final Table COMMANDS = Table.of("""
            0x01 Association Request command
            0x02 Association Response command
            0x03 Disassociation Notification command
            0x04 Data Request command
            0x05 PAN ID Conflict Notification command
            0x06 Orphan Notification command
            0x07 Beacon Request command
            0x08 Coordinator realignment command
            0x09 GTS request command
            0x0a TRLE Management Request command
            0x0b TRLE Management Response command
            0x13 DSME Association Request command
            0x14 DSME Association Response command
            0x15 DSME GTS Request command
            0x16 DSME GTS Response command
            0x17 DSME GTS Notify command
            0x18 DSME Information Request command
            0x19 DSME Information Response command
            0x1a DSME Beacon Allocation Notification command
            0x1b DSME Beacon Collision Notification command
            0x1c DSME Link Report command
            0x20 RIT Data Request command
            0x21 DBS Request command
            0x22 DBS Response command
            0x23 RIT Data Response command
            0x24 Vendor Specific command
            """);

    static final Table ASSOCIATIONS = Table.of("""
            0x00 Association successful
            0x01 PAN at capacity
            0x02 PAN access denied
            0x03 Hooping sequence offset duplication
            0x80 Fast association successful
            """);

    static final Table DISASSOCIATIONS = Table.of("""
            0x01 The coordinator wishes the device to leave PAN
            0x02 The device wishes to leave the PAN
            """);

    private LowRateWirelessNames() {}
}
