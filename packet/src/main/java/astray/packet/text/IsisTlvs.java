package astray.packet.text;

/** What the PDUs of IS-IS carry, as types, lengths and values (IANA's IS-IS TLV Codepoints). */
final class IsisTlvs {
    private static final String INDENT = "\n\t      ";

    private static final Table ADJACENCIES = Table.of("0 Up\n1 Initializing\n2 Down\n");

    private static final Table RESTART_FLAGS = Table.of("""
            1 Restart Request
            2 Restart Acknowledgement
            4 Suppress adjacency advertisement
            """);

    private static final Table DOMAINS = Table.of("0 Reserved\n1 Routing-Domain Specific\n2 AS Number Tag\n");

    /** How it went with a value. */
    enum Outcome {
        DONE,
        /** The value does not fit: what is left of it is not printed. */
        SHORT,
        /** Nothing can follow. */
        END,
        /** Nothing can follow, and that is said. */
        CUT
    }

    private final Sheet sheet;
    private final Line line;
    private final int packet;
    private final int packetLength;

    /** Values of a PDU that begins at a place and has a length. */
    IsisTlvs(Sheet sheet, int packet, int packetLength) {
        this.sheet = sheet;
        this.line = sheet.line;
        this.packet = packet;
        this.packetLength = packetLength;
    }

    /** Prints them all; always true, as nothing is to be printed besides. */
    boolean print(int at, int length) {
        int here = at;
        int rest = length;
        while (rest > 0) {
            if (!sheet.has(here, 2) || rest < 2) {
                sheet.truncated();
                return true;
            }
            int type = sheet.u8(here);
            int size = sheet.u8(here + 1);
            here += 2;
            rest -= 2;
            line.text("\n\t    ")
                    .text(IsisTlv.NAMES.name(type, "unknown"))
                    .text(" TLV #")
                    .number(type);
            line.text(", length: ").number(size);
            Outcome outcome = rest < size ? Outcome.CUT : value(type, here, size);
            if (outcome == Outcome.CUT) {
                sheet.truncated();
            }
            if (outcome == Outcome.CUT || outcome == Outcome.END) {
                return true;
            }
            if (sheet.v > 1) {
                HexDump.unknown(sheet, INDENT, here, size);
            }
            here += size;
            rest -= size;
        }
        return true;
    }

    private Outcome value(int type, int at, int size) {
        switch (type) {
            case IsisTlv.AREAS -> {
                return areas(at, size);
            }
            case IsisTlv.LAN_NEIGHBOURS -> {
                return identifiers("SNPA: ", at, size);
            }
            case IsisTlv.PARTITION -> {
                return identifiers("", at, size);
            }
            case IsisTlv.INSTANCE -> {
                return instance(at, size);
            }
            case IsisTlv.PADDING -> {
                return Outcome.DONE;
            }
            case IsisTlv.TOPOLOGY_NEIGHBOURS, IsisTlv.ALIAS, IsisTlv.EXTENDED_NEIGHBOURS -> {
                return IsisNeighbours.print(sheet, type, at, size, type == IsisTlv.TOPOLOGY_NEIGHBOURS);
            }
            case IsisTlv.NEIGHBOURS -> {
                return IsisMetrics.neighbours(sheet, at, size);
            }
            case IsisTlv.END_NEIGHBOURS -> {
                return IsisMetrics.endNeighbours(sheet, at, size);
            }
            case IsisTlv.PREFIX_NEIGHBOURS -> {
                return IsisMetrics.prefixNeighbours(sheet, at, size);
            }
            case IsisTlv.INTERNAL_IP, IsisTlv.EXTERNAL_IP -> {
                return IsisMetrics.networks(sheet, at, size);
            }
            case IsisTlv.EXTENDED_IP, IsisTlv.TOPOLOGY_IP -> {
                return IsisPrefixes.print(sheet, at, size, type == IsisTlv.TOPOLOGY_IP, false);
            }
            case IsisTlv.IP6, IsisTlv.TOPOLOGY_IP6 -> {
                return IsisPrefixes.print(sheet, at, size, type == IsisTlv.TOPOLOGY_IP6, true);
            }
            case IsisTlv.ADDRESSES6, IsisTlv.ADDRESSES -> {
                return addresses(at, size, type == IsisTlv.ADDRESSES6);
            }
            case IsisTlv.AUTHENTICATION -> {
                return IsisAuthentication.print(sheet, at, size);
            }
            case IsisTlv.ADJACENCY -> {
                return adjacency(at, size);
            }
            case IsisTlv.PROTOCOLS -> {
                line.text(INDENT).text("NLPID(s): ");
                Nlpid.print(sheet, at, size);
            }
            case IsisTlv.PORT_CAPABILITY, IsisTlv.TOPOLOGY_CAPABILITY -> {
                if (size < 2) {
                    return Outcome.SHORT;
                }
                IsisTopology.capabilities(sheet, type == IsisTlv.PORT_CAPABILITY, at, size);
            }
            case IsisTlv.ROUTER_ID -> {
                if (size < 4) {
                    return Outcome.SHORT;
                }
                sheet.need(at, 4);
                line.text(INDENT).text("Traffic Engineering Router ID: ");
                sheet.host4(at);
            }
            case IsisTlv.HOST_NAME -> {
                line.text(INDENT).text("Hostname: ");
                if (sheet.characters(at, size)) {
                    throw Truncated.HERE;
                }
            }
            case IsisTlv.SHARED_RISK -> {
                return sharedRisk(at, size);
            }
            case IsisTlv.LINK_STATES -> {
                return linkStates(at, size);
            }
            case IsisTlv.CHECKSUM -> {
                return checksum(at, size);
            }
            case IsisTlv.PURGE_ORIGINATOR -> {
                return purge(at, size);
            }
            case IsisTlv.TOPOLOGIES -> {
                return topologies(at, size);
            }
            case IsisTlv.RESTART -> {
                return restart(at, size);
            }
            case IsisTlv.INTER_DOMAIN -> {
                return interDomain(at, size);
            }
            case IsisTlv.BUFFER_SIZE -> {
                if (size >= 2) {
                    int buffer = sheet.be16(at);
                    line.text(INDENT).text("LSP Buffersize: ").number(buffer);
                }
            }
            case IsisTlv.SEQUENCE -> {
                if (size >= 4) {
                    long sequence = sheet.be32(at);
                    line.text(INDENT).text("Sequence number: ").number(sequence);
                }
            }
            case IsisTlv.ROUTER_CAPABILITY -> IsisCapability.print(sheet, at, size);
            case IsisTlv.VENDOR -> vendor(at, size);
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t\t", at, size);
                }
            }
        }
        return Outcome.DONE;
    }

    private Outcome areas(int at, int size) {
        int here = at;
        int rest = size;
        while (rest != 0) {
            int length = sheet.u8(here);
            here++;
            rest--;
            if (rest < length) {
                return Outcome.SHORT;
            }
            sheet.need(here, length);
            line.text(INDENT).text("Area address (length: ").number(length).text("): ");
            Nsap.print(sheet, here, length);
            here += length;
            rest -= length;
        }
        return Outcome.DONE;
    }

    private Outcome identifiers(String what, int at, int size) {
        for (int i = 0; i < size; i += 6) {
            if (size - i < 6) {
                return Outcome.SHORT;
            }
            if (!sheet.has(at + i, 6)) {
                return Outcome.CUT;
            }
            line.text(INDENT).text(what);
            Osi.identifier(sheet, at + i, 6);
        }
        return Outcome.DONE;
    }

    /** RFC 8202. */
    private Outcome instance(int at, int size) {
        if (size < 4) {
            return Outcome.SHORT;
        }
        int count = (size - 2) / 2;
        int instance = sheet.be16(at);
        line.text(INDENT)
                .text("Instance ID: ")
                .number(instance)
                .text(", ITIDs(")
                .number(count);
        line.text("): ");
        for (int i = 0; i < count; i++) {
            int topology = sheet.be16(at + 2 + 2 * i);
            line.number(topology).text(i < count - 1 ? ", " : "");
        }
        return Outcome.DONE;
    }

    private Outcome addresses(int at, int size, boolean six) {
        int length = six ? 16 : 4;
        for (int i = 0; i < size; i += length) {
            if (size - i < length) {
                return Outcome.SHORT;
            }
            sheet.need(at + i, length);
            line.text(INDENT).text(six ? "IPv6 interface address: " : "IPv4 interface address: ");
            if (six) {
                sheet.host6(at + i);
            } else {
                sheet.host4(at + i);
            }
        }
        return Outcome.DONE;
    }

    /** RFC 5303. */
    private Outcome adjacency(int at, int size) {
        int rest = size;
        if (rest >= 1) {
            int state = sheet.u8(at);
            line.text(INDENT).text("Adjacency State: ").text(ADJACENCIES.name(state, "unknown"));
            line.text(" (").number(state).put(')');
            rest--;
        }
        if (rest > 4) {
            long circuit = sheet.be32(at + 1);
            line.text(INDENT).text("Extended Local circuit-ID: 0x").hex(circuit, 8);
            rest -= 4;
        }
        if (rest >= 6) {
            if (!sheet.has(at + 5, 6)) {
                return Outcome.CUT;
            }
            line.text(INDENT).text("Neighbor System-ID: ");
            Osi.identifier(sheet, at + 5, 6);
            rest -= 6;
        }
        if (rest >= 4) {
            long circuit = sheet.be32(at + 11);
            line.text(INDENT).text("Neighbor Extended Local circuit-ID: 0x").hex(circuit, 8);
        }
        return Outcome.DONE;
    }

    /** RFC 5307 section 1.4. */
    private Outcome sharedRisk(int at, int size) {
        if (size < 7) {
            return Outcome.DONE;
        }
        if (!sheet.has(at, 7)) {
            return Outcome.CUT;
        }
        line.text(INDENT).text("IS Neighbor: ");
        Osi.identifier(sheet, at, 7);
        if (size < 8) {
            return Outcome.DONE;
        }
        int flags = sheet.u8(at + 7);
        line.text(", Flags: [").text((flags & 1) != 0 ? "numbered]" : "unnumbered]");
        if (size < 12) {
            return Outcome.DONE;
        }
        sheet.need(at + 8, 4);
        line.text(INDENT).text("IPv4 interface address: ");
        sheet.host4(at + 8);
        if (size < 16) {
            return Outcome.DONE;
        }
        sheet.need(at + 12, 4);
        line.text(INDENT).text("IPv4 neighbor address: ");
        sheet.host4(at + 12);
        for (int i = 16; i < size; i += 4) {
            if (size - i < 4) {
                return Outcome.SHORT;
            }
            long link = sheet.be32(at + i);
            line.text(INDENT).text("Link-ID: 0x").hex(link, 8);
        }
        return Outcome.DONE;
    }

    private Outcome linkStates(int at, int size) {
        for (int i = 0; i < size; i += 16) {
            if (size - i < 16) {
                return Outcome.SHORT;
            }
            int here = at + i;
            if (!sheet.has(here + 9, 1)) {
                return Outcome.CUT;
            }
            line.text(INDENT).text("lsp-id: ");
            Osi.identifier(sheet, here + 2, 8);
            long sequence = sheet.be32(here + 10);
            line.text(", seq: 0x").hex(sequence, 8).text(", lifetime: ");
            line.right(sheet.be16(here), 5).put('s');
            int checksum = sheet.be16(here + 14);
            line.text(", chksum: 0x").hex(checksum, 4);
        }
        return Outcome.DONE;
    }

    /** RFC 3358. */
    private Outcome checksum(int at, int size) {
        if (size < 2) {
            return Outcome.DONE;
        }
        if (!sheet.has(at, 2)) {
            return Outcome.CUT;
        }
        int field = sheet.be16(at);
        line.text(INDENT).text("checksum: 0x").hex(field, 4).put(' ');
        Osi.checksum(sheet, packet, field, at - packet, packetLength);
        return Outcome.DONE;
    }

    /** RFC 6232. */
    private Outcome purge(int at, int size) {
        if (size < 1) {
            return Outcome.SHORT;
        }
        int count = sheet.u8(at);
        if (count == 0) {
            line.text(" No system IDs supplied");
            return Outcome.DONE;
        }
        if (size < 7) {
            return Outcome.SHORT;
        }
        if (!sheet.has(at + 1, 6)) {
            return Outcome.CUT;
        }
        line.text(INDENT).text("Purge Originator System-ID: ");
        Osi.identifier(sheet, at + 1, 6);
        if (count > 1) {
            if (size < 13) {
                return Outcome.SHORT;
            }
            if (!sheet.has(at + 7, 13)) {
                return Outcome.CUT;
            }
            line.text(INDENT).text("Received from System-ID: ");
            Osi.identifier(sheet, at + 7, 6);
        }
        return Outcome.DONE;
    }

    /** RFC 5120. */
    private Outcome topologies(int at, int size) {
        for (int i = 0; i < size; i += 2) {
            if (size - i == 1) {
                line.text(INDENT).text("invalid MT-ID");
                return Outcome.DONE;
            }
            IsisTopology.identifier(sheet, at + i);
        }
        return Outcome.DONE;
    }

    /** RFC 8706. */
    private Outcome restart(int at, int size) {
        if (size < 1) {
            return Outcome.DONE;
        }
        if (!sheet.has(at, 1)) {
            return Outcome.CUT;
        }
        line.text(INDENT).text("Flags [").text(RESTART_FLAGS.bits(sheet.u8(at), ", ", "none"));
        line.put(']');
        if (size < 3) {
            return Outcome.DONE;
        }
        if (!sheet.has(at + 1, 2)) {
            return Outcome.CUT;
        }
        line.text(", Remaining holding time ").number(sheet.be16(at + 1)).put('s');
        if (size == 9) {
            if (!sheet.has(at + 3, 6)) {
                return Outcome.CUT;
            }
            line.text(", for ");
            Osi.identifier(sheet, at + 3, 6);
        }
        return Outcome.DONE;
    }

    private Outcome interDomain(int at, int size) {
        if (size < 1) {
            return Outcome.DONE;
        }
        int kind = sheet.u8(at);
        line.text(INDENT).text("Inter-Domain Information Type: ");
        line.text(DOMAINS.orHex(kind, "Unknown (0x", 2, ")"));
        if (kind != 2) {
            HexDump.unknown(sheet, INDENT, at + 1, size - 1);
        } else if (size < 3) {
            return Outcome.SHORT;
        } else {
            int system = sheet.be16(at + 1);
            line.text("AS Number: ").number(system);
        }
        return Outcome.DONE;
    }

    private void vendor(int at, int size) {
        if (size < 3) {
            return;
        }
        int vendor = sheet.be24(at);
        line.text(INDENT)
                .text("Vendor: ")
                .text(Oui.name(vendor))
                .text(" (")
                .number(vendor)
                .put(')');
        if (size > 3) {
            HexDump.unknown(sheet, "\n\t\t", at + 3, size - 3);
        }
    }
}
