package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.route.Families;
import org.jspecify.annotations.Nullable;

/** Prints what a route tells a tunnel ({@code LWTUNNEL_IP_} and {@code LWTUNNEL_IP6_} of linux/lwtunnel.h). */
final class IpEncap {
    private static final int ID = 1;
    private static final int DST = 2;
    private static final int SRC = 3;
    private static final int TTL = 4;
    private static final int TOS = 5;
    private static final int FLAGS = 6;
    private static final int OPTS = 8;

    // TUNNEL_ of linux/if_tunnel.h, big-endian there
    private static final int CSUM = 0x01;
    private static final int KEY = 0x04;
    private static final int SEQ = 0x08;

    // LWTUNNEL_IP_OPTS_
    private static final int GENEVE = 1;
    private static final int VXLAN = 2;
    private static final int ERSPAN = 3;

    private IpEncap() {}

    static void print(Session session, Attributes told, String ttl, String tos) {
        Printer printer = session.printer();
        if (told.has(ID)) {
            printer.unsigned("id", "id ", told.be64(ID, 0), " ");
        }
        address(session, "src", told.address(SRC));
        address(session, "dst", told.address(DST));
        if (told.has(TTL)) {
            printer.number(ttl, ttl + " ", told.u8(TTL, 0));
        }
        if (told.has(TOS)) {
            printer.number(tos, tos + " ", told.u8(TOS, 0));
        }
        int flags = told.be16(FLAGS, 0);
        flag(printer, flags & KEY, "key");
        flag(printer, flags & CSUM, "csum");
        flag(printer, flags & SEQ, "seq");
        if (told.has(OPTS)) {
            options(printer, told.nested(OPTS));
        }
    }

    private static void flag(Printer printer, int flag, String word) {
        if (flag != 0) {
            printer.flag(word, word).text(" ");
        }
    }

    /** An address, its name in the colour too as there. */
    static void address(Session session, String key, @Nullable IpAddress address) {
        if (address != null) {
            Colour colour = Colour.ofFamily(Families.number(address.family()));
            session.printer().string(colour, key, key + " ", Hosts.text(address), " ");
        }
    }

    private static void options(Printer printer, Attributes options) {
        if (options.has(GENEVE)) {
            begin(printer, "geneve_opts");
            geneve(printer, options.nested(GENEVE));
        } else if (options.has(VXLAN)) {
            begin(printer, "vxlan_opts");
            printer.number("gbp", "", options.nested(VXLAN).u32(1, 0));
        } else if (options.has(ERSPAN)) {
            begin(printer, "erspan_opts");
            erspan(printer, options.nested(ERSPAN));
        } else {
            return;
        }
        printer.closeArray();
    }

    private static void begin(Printer printer, String name) {
        printer.line().text("\t").text(name).text(" ").openArray(name);
    }

    /** Classes, types and data in turn: one of each for every option. */
    private static void geneve(Printer printer, Attributes options) {
        int number = 0;
        int type = 0;
        boolean first = true;
        for (Attributes.Attribute one : options) {
            switch (one.type()) {
                case 1 -> number = one.u8(0) << 8 | one.u8(1);
                case 2 -> type = one.u8(0);
                case 3 -> {
                    printer.text(first ? "" : ",");
                    first = false;
                    String data = HardwareType.hexadecimal(one.bytes()).replace(":", "");
                    printer.number("class", "", number, ":").number("type", "", type, ":");
                    printer.string("data", "", data, "");
                }
                default -> {}
            }
        }
        printer.text(" ");
    }

    private static void erspan(Printer printer, Attributes options) {
        int version = options.u8(1, 0);
        printer.number("ver", "", version, ":");
        printer.number("index", "", version == 1 ? options.be32(2, 0) : 0, ":");
        printer.number("dir", "", version == 1 ? 0 : options.u8(3, 0), ":");
        printer.number("hwid", "", version == 1 ? 0 : options.u8(4, 0));
    }
}
