package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.kernel.link.Amt;
import astray.kernel.link.Dsa;
import astray.kernel.link.Gtp;
import astray.kernel.link.Hsr;
import astray.kernel.link.Ipoib;
import astray.kernel.link.Macsec;
import astray.kernel.link.Rmnet;
import astray.kernel.link.Wwan;
import astray.kernel.netlink.Attributes;
import java.io.IOException;
import java.util.HexFormat;

/** Links of devices and protocols that few hosts have: ip-link(8). */
final class DevicePrinting {
    private static final String UNKNOWN = "(unknown)";

    private DevicePrinting() {}

    static void printDsa(Options dsa) throws IOException {
        if (dsa.has(Dsa.CONDUIT)) {
            dsa.string(
                    "conduit", "conduit", dsa.session().links().name(dsa.data().s32(Dsa.CONDUIT, 0)));
        }
    }

    static void printWwan(Options wwan) {
        wwan.u32(Wwan.LINK_ID, "linkid");
    }

    static void printRmnet(Options rmnet) {
        rmnet.u16(Rmnet.MUX_ID, "mux_id");
    }

    /** Each is shown only where the one before it is. */
    static void printIpoib(Options ipoib) {
        if (!ipoib.has(Ipoib.PKEY)) {
            return;
        }
        HexFormat digits = HexFormat.of();
        short key = (short) ipoib.data().u16(Ipoib.PKEY, 0);
        ipoib.string("key", "pkey", key == 0 ? "0000" : "0x" + digits.toHexDigits(key));
        if (!ipoib.has(Ipoib.MODE)) {
            return;
        }
        int mode = ipoib.data().u16(Ipoib.MODE, 0);
        ipoib.string("mode", "mode", mode == 0 ? "datagram" : mode == 1 ? "connected" : "unknown");
        if (ipoib.has(Ipoib.UMCAST)) {
            short multicast = (short) ipoib.data().u16(Ipoib.UMCAST, 0);
            ipoib.string("umcast", "umcast", digits.toHexDigits(multicast));
        }
    }

    static void printHsr(Options hsr) throws IOException {
        port(hsr, Hsr.SLAVE1, "slave1");
        port(hsr, Hsr.SLAVE2, "slave2");
        hsr.u16(Hsr.SEQ_NR, "seq_nr", "sequence");
        byte[] address = hsr.data().bytes(Hsr.SUPERVISION_ADDR);
        if (address != null) {
            hsr.string("supervision_addr", "supervision", HardwareType.hexadecimal(address));
        }
        hsr.u8(Hsr.PROTOCOL, "proto");
    }

    private static void port(Options hsr, int type, String word) throws IOException {
        if (hsr.has(type)) {
            hsr.string(word, word, hsr.session().links().name(hsr.data().s32(type, 0)));
        } else {
            hsr.printer().nothing(word, word + " <none> ");
        }
    }

    static void printAmt(Options amt) throws IOException {
        if (amt.has(Amt.MODE)) {
            long mode = amt.data().u32(Amt.MODE, 0);
            if (mode < 2) {
                amt.printer().string("mode", "", mode == 0 ? "gateway" : "relay", " ");
            } else {
                amt.printer().nothing("mode", "(null) ");
            }
        }
        if (amt.has(Amt.GATEWAY_PORT)) {
            amt.number("gateway_port", "gateway_port", amt.data().be16(Amt.GATEWAY_PORT, 0));
        }
        if (amt.has(Amt.RELAY_PORT)) {
            amt.number("relay_port", "relay_port", amt.data().be16(Amt.RELAY_PORT, 0));
        }
        address(amt, Amt.LOCAL_IP, "local");
        address(amt, Amt.REMOTE_IP, "remote");
        address(amt, Amt.DISCOVERY_IP, "discovery");
        if (amt.has(Amt.LINK)) {
            amt.string("link", "dev", amt.session().links().name(amt.data().s32(Amt.LINK, 0)));
        }
        amt.u32(Amt.MAX_TUNNELS, "max_tunnels");
    }

    private static void address(Options amt, int type, String word) {
        IpAddress address = amt.data().address(type);
        if (address != null) {
            amt.string(word, word, amt.session().host(address));
        }
    }

    static void printGtp(Options gtp) {
        if (gtp.has(Gtp.ROLE)) {
            long role = gtp.data().u32(Gtp.ROLE, 0);
            gtp.string("role", "role", role == 0 ? "ggsn" : role == 1 ? "sgsn" : "unknown");
        }
        gtp.u32(Gtp.PDP_HASHSIZE, "hsize").u8(Gtp.RESTART_COUNT, "restart_count");
    }

    static void printMacsec(Options macsec) {
        Attributes data = macsec.data();
        byte[] channel = data.bytes(Macsec.SCI);
        if (channel != null) {
            macsec.string("sci", "sci", HexFormat.of().formatHex(channel));
        }
        macsec.onOff(Macsec.PROTECT, "protect");
        if (macsec.has(Macsec.CIPHER_SUITE)) {
            macsec.string("cipher_suite", "cipher", cipher(data.u64(Macsec.CIPHER_SUITE, 0)));
        }
        macsec.u8(Macsec.ICV_LEN, "icv_len", "icvlen").u8(Macsec.ENCODING_SA, "encoding_sa", "encodingsa");
        if (macsec.has(Macsec.VALIDATION)) {
            String name = switch (data.u8(Macsec.VALIDATION, 0)) {
                case 0 -> "disabled";
                case 1 -> "check";
                case 2 -> "strict";
                default -> UNKNOWN;
            };
            macsec.string("validation", "validate", name);
        }
        if (macsec.has(Macsec.OFFLOAD)) {
            String name = switch (data.u8(Macsec.OFFLOAD, 0)) {
                case 0 -> "off";
                case 1 -> "phy";
                case 2 -> "mac";
                default -> UNKNOWN;
            };
            macsec.string("offload", "offload", name);
        }
        macsec.onOff(Macsec.ENCRYPT, "encrypt")
                .onOff(Macsec.INC_SCI, "inc_sci", "send_sci")
                .onOff(Macsec.ES, "es", "end_station")
                .onOff(Macsec.SCB, "scb")
                .onOff(Macsec.REPLAY_PROTECT, "replay_protect", "replay")
                .u32(Macsec.WINDOW, "window");
    }

    /** {@code MACSEC_CIPHER_ID_…} of linux/if_macsec.h; the first two are one. */
    private static String cipher(long id) {
        if (id == 0x0080_0200_0100_0001L) {
            return "GCM-AES-128";
        }
        if (id >>> 8 != 0x0080_C200_0100_00L) {
            return UNKNOWN;
        }
        return switch ((int) id & 0xff) {
            case 1 -> "GCM-AES-128";
            case 2 -> "GCM-AES-256";
            case 3 -> "GCM-AES-XPN-128";
            case 4 -> "GCM-AES-XPN-256";
            default -> UNKNOWN;
        };
    }
}
