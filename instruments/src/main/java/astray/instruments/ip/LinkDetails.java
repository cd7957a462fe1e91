package astray.instruments.ip;

import astray.kernel.netlink.Attributes;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What {@code ip -d} shows of a link beyond the usual. */
final class LinkDetails {
    /** {@code IFLA_INET6_ADDR_GEN_MODE}. */
    private static final int ADDRESS_GENERATION = 8;

    /** {@code IFLA_PROTO_DOWN_REASON_VALUE}. */
    private static final int REASON_VALUE = 2;

    private final Session session;
    private final Printer printer;
    private final boolean linkAlone;

    LinkDetails(Session session, boolean linkAlone) {
        this.session = session;
        this.printer = session.printer();
        this.linkAlone = linkAlone;
    }

    /** Whether a protocol keeps the link down, and why. */
    void printProtoDown(Link link) {
        Attributes attributes = link.attributes();
        if (!attributes.has(Link.PROTO_DOWN)) {
            return;
        }
        if (attributes.u8(Link.PROTO_DOWN, 0) != 0) {
            printer.flag("proto_down", " protodown on ");
        }
        int reasons = attributes.nested(Link.PROTO_DOWN_REASON).s32(REASON_VALUE, 0);
        if (reasons == 0) {
            return;
        }
        printer.openArray("proto_down_reason");
        printer.text("protodown_reason <");
        String before = "";
        for (int i = 0; i < Integer.SIZE; i++) {
            if ((reasons & 1 << i) != 0) {
                printer.string(null, before, session.names().protodownReason(i), "");
                before = ",";
            }
        }
        printer.closeArray();
        printer.text(">");
    }

    /** The details. */
    void print(Link link) throws IOException {
        Attributes attributes = link.attributes();
        Options options = new Options(session, attributes);
        if (link.promiscuity() >= 0) {
            printer.number("promiscuity", " promiscuity ", link.promiscuity());
        }
        if (attributes.has(Link.ALLMULTI)) {
            printer.number("allmulti", " allmulti ", attributes.u32(Link.ALLMULTI, 0));
        }
        options.u32(Link.MIN_MTU, "min_mtu", "minmtu").u32(Link.MAX_MTU, "max_mtu", "maxmtu");
        if (attributes.has(Link.LINKINFO)) {
            printer.openObject("linkinfo");
            KindPrinting.print(session, link);
            printer.closeObject();
        }
        if (linkAlone) {
            printAddressGeneration(link);
        }
        options.u32(Link.NUM_TX_QUEUES, "num_tx_queues", "numtxqueues")
                .u32(Link.NUM_RX_QUEUES, "num_rx_queues", "numrxqueues")
                .u32(Link.GSO_MAX_SIZE, "gso_max_size")
                .u32(Link.GSO_MAX_SEGS, "gso_max_segs")
                .u32(Link.TSO_MAX_SIZE, "tso_max_size")
                .u32(Link.TSO_MAX_SEGS, "tso_max_segs")
                .u32(Link.GRO_MAX_SIZE, "gro_max_size");
        text("phys_port_name", "portname", attributes.string(Link.PHYS_PORT_NAME));
        bytes("phys_port_id", "portid", attributes.bytes(Link.PHYS_PORT_ID));
        bytes("phys_switch_id", "switchid", attributes.bytes(Link.PHYS_SWITCH_ID));
        text("parentbus", "parentbus", attributes.string(Link.PARENT_BUS));
        text("parentdev", "parentdev", attributes.string(Link.PARENT_DEVICE));
    }

    private void text(String key, String word, @Nullable String value) {
        if (value != null) {
            printer.string(key, word + " ", value, " ");
        }
    }

    private void bytes(String key, String word, byte @Nullable [] value) {
        if (value != null) {
            printer.string(key, word + " ", HardwareType.hexadecimal(value).replace(":", ""), " ");
        }
    }

    private void printAddressGeneration(Link link) {
        int mode = link.ofFamilies().nested(Families.INET6).u8(ADDRESS_GENERATION, -1);
        if (mode >= 0) {
            String name = switch (mode) {
                case 0 -> "eui64";
                case 1 -> "none";
                case 2 -> "stable_secret";
                case 3 -> "random";
                default -> (mode < 16 ? "0x0" : "0x") + Integer.toHexString(mode);
            };
            printer.string("inet6_addr_gen_mode", "addrgenmode ", name, " ");
        }
    }
}
