package astray.packet.filter;

import astray.packet.LinkType;
import astray.packet.filter.Test.Jump;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Questions about the header of IEEE 802.2: whether there is one, and of what kind the frame is. */
final class LogicalLink {
    private static final int SUPERVISORY_MASK = 0x0f;
    private static final int UNNUMBERED_MASK = 0xef;

    private LogicalLink() {}

    static Condition ask(Layers layers, @Nullable Token kind) {
        Condition present = present(layers);
        if (kind == null) {
            return present;
        }
        Value control = layers.ofPayload(1, 2);
        return present.and(
                switch (kind.text().toLowerCase(Locale.ROOT)) {
                    case "i" -> layers.anyBit(control, 0x01).not();
                    case "s" -> layers.equal(control, 0x01, 0x03);
                    case "u" -> layers.equal(control, 0x03, 0x03);
                    case "rr" -> layers.equal(control, 0x01, SUPERVISORY_MASK);
                    case "rnr" -> layers.equal(control, 0x05, SUPERVISORY_MASK);
                    case "rej" -> layers.equal(control, 0x09, SUPERVISORY_MASK);
                    case "ui" -> layers.equal(control, 0x03, UNNUMBERED_MASK);
                    case "ua" -> layers.equal(control, 0x63, UNNUMBERED_MASK);
                    case "disc" -> layers.equal(control, 0x43, UNNUMBERED_MASK);
                    case "dm" -> layers.equal(control, 0x0f, UNNUMBERED_MASK);
                    case "sabme" -> layers.equal(control, 0x6f, UNNUMBERED_MASK);
                    case "test" -> layers.equal(control, 0xe3, UNNUMBERED_MASK);
                    case "xid" -> layers.equal(control, 0xaf, UNNUMBERED_MASK);
                    case "frmr" -> layers.equal(control, 0x87, UNNUMBERED_MASK);
                    default -> throw new FilterException("unknown LLC type name \"" + kind.text() + "\"");
                });
    }

    private static Condition present(Layers layers) {
        if (layers.isWireless()) {
            return Wireless.isData(layers);
        }
        return switch (layers.link.number()) {
            case 1, 281, 282, 284, 285 -> {
                // Without NetWare's frames, which have 0xffff instead of such a header.
                Condition is8023 = layers.compare(layers.ofType(2, 0), Jump.GREATER, Numbers.ETHER_MTU)
                        .not();
                yield is8023.and(layers.equal(layers.ofPayload(2, 0), 0xffff).not());
            }
            case 123 -> Telecom.isLlc(layers);
            case 6, 10, 100 -> Condition.Always.TRUE; // token ring, FDDI, RFC 1483
            default ->
                throw new FilterException(
                        "'llc' not supported for " + (layers.link.equals(LinkType.RAW) ? "raw IP" : layers.linkName()));
        };
    }
}
