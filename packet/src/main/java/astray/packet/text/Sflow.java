package astray.packet.text;

/** sFlow version 5 (sflow.org, "sFlow Version 5"), section 5. */
final class Sflow {
    private static final int FLOW = 1;
    private static final int COUNTER = 2;
    private static final int EXPANDED_FLOW = 3;
    private static final int EXPANDED_COUNTER = 4;

    private static final int HEADER4 = 28;
    private static final int HEADER6 = 40;

    private static final Table FORMATS = Table.of("""
            1 flow sample
            2 counter sample
            3 expanded flow sample
            4 expanded counter sample
            """);

    private static final Table FLOWS = Table.of("""
            1 Raw packet
            2 Ethernet frame
            3 IPv4 Data
            4 IPv6 Data
            1001 Extended Switch data
            1002 Extended Router data
            1003 Extended Gateway data
            1004 Extended User data
            1005 Extended URL data
            1006 Extended MPLS data
            1007 Extended NAT data
            1008 Extended MPLS tunnel
            1009 Extended MPLS VC
            1010 Extended MPLS FEC
            1011 Extended MPLS LVP FEC
            1012 Extended VLAN Tunnel
            """);

    private static final Table HEADER_PROTOCOLS = Table.of("""
            1 Ethernet
            11 IPv4
            12 IPv6
            """);

    private Sflow() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "sflow";
        long family = sheet.be32(at + 4);
        if (length < HEADER4 && family == 1 || length < HEADER6 && family == 2) {
            line.text("sFlowv").number(sheet.be32(at));
            sheet.invalid("length", length, "<", HEADER4);
            return;
        }
        sheet.need(at, HEADER4);
        long version = sheet.be32(at);
        if (version != 5) {
            line.text("sFlow version ").number(version).text(" packet not supported");
            return;
        }
        int size = family == 1 ? HEADER4 : HEADER6;
        line.text("sFlowv5, ").text(family == 1 ? "IPv4" : "IPv6").text(" agent ");
        if (family == 1) {
            sheet.host4(at + 8);
        } else {
            sheet.host6(at + 8);
        }
        int here = at + size - 16;
        line.text(", agent-id ").number(sheet.be32(here));
        long samples = 0;
        if (sheet.v > 0) {
            samples = sheet.be32(here + 12);
            line.text(", seqnum ").number(sheet.be32(here + 4));
            line.text(", uptime ").number(sheet.be32(here + 8));
            line.text(", samples ").number(samples);
        }
        line.text(", length ").number(length);
        if (sheet.v == 0) {
            return;
        }
        if (length < size) {
            sheet.invalid("tlen", length, "<", size);
            sheet.need(at, length);
            return;
        }
        samples(sheet, at + size, at + length, samples);
    }

    private static void samples(Sheet sheet, int at, int end, long samples) {
        Line line = sheet.line;
        int here = at;
        for (long i = 0; i < samples && here < end; i++) {
            int type = sheet.s32(here) & 0xfff;
            long size = sheet.be32(here + 4);
            if (end - here < 8) {
                invalid(sheet, here, end);
                return;
            }
            here += 8;
            line.text("\n\t").text(FORMATS.name(type, "Unknown"));
            line.text(" (").number(type).text("), length ").number(size).put(',');
            if (type == 0 || size == 0) {
                return;
            }
            if (end - here < size) {
                invalid(sheet, here, end);
                return;
            }
            sheet.need(here, (int) size);
            boolean whole = switch (type) {
                case FLOW -> flow(sheet, here, end, false);
                case COUNTER -> counter(sheet, here, end, false);
                case EXPANDED_FLOW -> flow(sheet, here, end, true);
                case EXPANDED_COUNTER -> counter(sheet, here, end, true);
                default -> {
                    if (sheet.v <= 1) {
                        HexDump.unknown(sheet, "\n\t    ", here, (int) size);
                    }
                    yield true;
                }
            };
            if (!whole) {
                invalid(sheet, here, end);
                return;
            }
            here += (int) size;
        }
    }

    private static void invalid(Sheet sheet, int at, int end) {
        sheet.invalid();
        sheet.need(at, end - at);
    }

    /** Type and index of a data source: a byte and three, or two numbers. */
    private static void source(Sheet sheet, int at, boolean expanded) {
        sheet.text(" seqnum ").number(sheet.be32(at));
        sheet.text(", type ").number(expanded ? sheet.be32(at + 4) : sheet.u8(at + 4));
        sheet.text(", idx ").number(expanded ? sheet.be32(at + 8) : sheet.be24(at + 5));
    }

    private static boolean counter(Sheet sheet, int at, int end, boolean expanded) {
        int size = expanded ? 16 : 12;
        if (end - at < size) {
            return false;
        }
        long records = sheet.be32(at + size - 4);
        source(sheet, at, expanded);
        sheet.text(", records ").number(records);
        return SflowCounters.print(sheet, at + size, end, records);
    }

    private static boolean flow(Sheet sheet, int at, int end, boolean expanded) {
        int size = expanded ? 44 : 32;
        if (end - at < size) {
            return false;
        }
        long records = sheet.be32(at + size - 4);
        source(sheet, at, expanded);
        int here = at + (expanded ? 12 : 8);
        sheet.text(", rate ").number(sheet.be32(here));
        sheet.text(", pool ").number(sheet.be32(here + 4));
        sheet.text(", drops ").number(sheet.be32(here + 8));
        if (expanded) {
            interfaces(sheet, ", input ", here + 12);
            interfaces(sheet, ", output ", here + 20);
            sheet.text(",");
        } else {
            sheet.text(", input ").number(sheet.be32(here + 12));
            sheet.text(" output ").number(sheet.be32(here + 16));
        }
        sheet.text(" records ").number(records);
        return flows(sheet, at + size, end, records);
    }

    /** An interface: how its number is to be read, and the number. */
    private static void interfaces(Sheet sheet, String name, int at) {
        sheet.text(name).number(sheet.be32(at + 4));
        sheet.text(" (").number(sheet.be32(at)).put(')');
    }

    private static boolean flows(Sheet sheet, int at, int end, long records) {
        Line line = sheet.line;
        int here = at;
        for (long i = 0; i < records; i++) {
            if (end - here < 8) {
                return false;
            }
            int format = sheet.s32(here);
            int enterprise = format >>> 12;
            int type = format & 0xfff;
            long size = sheet.be32(here + 4);
            line.text("\n\t    enterprise ").number(enterprise).put(' ');
            line.text(enterprise == 0 ? FLOWS.name(type, "Unknown") : "Unknown");
            line.text(" (").number(type).text(") length ").number(size);
            here += 8;
            if (end - here < size || enterprise == 0 && !flow(sheet, type, here, end, (int) size)) {
                return false;
            }
            here += (int) size;
        }
        return true;
    }

    private static boolean flow(Sheet sheet, int type, int at, int end, int size) {
        switch (type) {
            case 1 -> {
                if (end - at < 16) {
                    return false;
                }
                long protocol = sheet.be32(at);
                sheet.text("\n\t      protocol ").text(HEADER_PROTOCOLS.name(protocol, "Unknown"));
                sheet.text(" (").number(protocol);
                sheet.text("), length ").number(sheet.be32(at + 4));
                sheet.text(", stripped bytes ").number(sheet.be32(at + 8));
                sheet.text(", header_size ").number(sheet.be32(at + 12));
            }
            case 2 -> {
                if (end - at < 24) {
                    return false;
                }
                sheet.text("\n\t      frame len ").number(sheet.be32(at));
                sheet.text(", type ").number(sheet.be32(at + 20));
            }
            case 1001 -> {
                if (end - at < 16) {
                    return false;
                }
                sheet.text("\n\t      src vlan ").number(sheet.be32(at));
                sheet.text(", src pri ").number(sheet.be32(at + 4));
                sheet.text(", dst vlan ").number(sheet.be32(at + 8));
                sheet.text(", dst pri ").number(sheet.be32(at + 12));
            }
            default -> {
                if (FLOWS.name(type) == null && sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t\t", at, size);
                }
            }
        }
        return true;
    }
}
