package astray.instruments.netstat;

import astray.instruments.ClosedOutput;
import astray.instruments.Console;
import astray.instruments.Output;
import astray.kernel.proc.DeviceTable;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The interfaces and what went through them: a table, or with -e as ifconfig(8) shows them. */
final class Interfaces {
    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_PPP = 512;
    private static final int ARPHRD_TUNNEL = 768;
    private static final int ARPHRD_LOOPBACK = 772;
    private static final int ARPHRD_SIT = 776;

    /** An address of an unknown kind is shown with as many bytes as an ioctl(2) has room for. */
    private static final int UNSPECIFIED_BYTES = 16;

    private final Settings settings;
    private final Sources sources;
    private final Output out;
    private final AddressText cell = new AddressText();

    Interfaces(Settings settings, Sources sources, Console console) {
        this.settings = settings;
        this.sources = sources;
        this.out = console.out();
    }

    int print() throws IOException {
        print(InterfaceList.read(sources));
        return 0;
    }

    void print(Iterable<NetInterface> interfaces) throws ClosedOutput {
        out.text("Kernel Interface table").line();
        if (settings.extended == 0) {
            out.text("Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg")
                    .line();
        }
        for (NetInterface one : interfaces) {
            if (settings.all || (one.flags() & NetInterface.UP) != 0) {
                if (settings.extended == 0) {
                    row(one);
                } else {
                    page(one);
                }
            }
        }
    }

    private void row(NetInterface one) throws ClosedOutput {
        out.left(UnixSockets.path(one.name()), 15).put(' ').number(one.mtu(), 5);
        DeviceTable.Device c = one.counters();
        if (c == null) {
            out.text("      - no statistics available -                        ");
        } else {
            figure(c.received(), 8);
            figure(c.receiveErrors(), 6);
            figure(c.receiveDropped(), 6);
            out.put(' ').left(Long.toUnsignedString(c.receiveFifo()), 6);
            figure(c.sent(), 8);
            figure(c.sendErrors(), 6);
            figure(c.sendDropped(), 6);
            figure(c.sendFifo(), 6);
            out.put(' ');
        }
        out.text(one.letters()).line();
    }

    private void figure(long value, int width) {
        out.put(' ').right(Long.toUnsignedString(value), width);
    }

    private void page(NetInterface one) throws ClosedOutput {
        out.text(UnixSockets.path(one.name()))
                .text(": flags=")
                .number(one.flags())
                .put('<')
                .text(one.words())
                .text(">  mtu ")
                .number(one.mtu())
                .line();
        inet(one);
        for (NetInterface.Inet6 address : one.inet6()) {
            inet6(address);
        }
        hardware(one);
        DeviceTable.Device c = one.counters();
        if (c != null) {
            traffic("RX", c.received(), c.receivedBytes());
            out.text("        RX errors ").text(Long.toUnsignedString(c.receiveErrors()));
            out.text("  dropped ").text(Long.toUnsignedString(c.receiveDropped()));
            out.text("  overruns ").text(Long.toUnsignedString(c.receiveFifo()));
            out.text("  frame ").text(Long.toUnsignedString(c.receiveFrame())).line();
            traffic("TX", c.sent(), c.sentBytes());
            out.text("        TX errors ").text(Long.toUnsignedString(c.sendErrors()));
            out.text("  dropped ").text(Long.toUnsignedString(c.sendDropped()));
            out.text(" overruns ").text(Long.toUnsignedString(c.sendFifo()));
            out.text("  carrier ").text(Long.toUnsignedString(c.carrier()));
            out.text("  collisions ")
                    .text(Long.toUnsignedString(c.collisions()))
                    .line();
        }
        place(one.map());
        out.line();
    }

    private void inet(NetInterface one) throws ClosedOutput {
        NetInterface.Inet inet = one.inet();
        if (inet == null) {
            return;
        }
        cell.clear().inet(inet.address());
        out.text("        inet ");
        cell.write(out, 0);
        out.text("  netmask ");
        cell.clear().inet(inet.prefix() == 0 ? 0 : -1 << 32 - inet.prefix());
        cell.write(out, 0);
        if ((one.flags() & NetInterface.BROADCAST) != 0) {
            out.text("  broadcast ");
            cell.clear().inet(inet.broadcast());
            cell.write(out, 0);
        }
        if ((one.flags() & NetInterface.POINTOPOINT) != 0) {
            out.text("  destination ");
            cell.clear().inet(inet.peer());
            cell.write(out, 0);
        }
        out.line();
    }

    private void inet6(NetInterface.Inet6 address) throws ClosedOutput {
        out.text("        inet6 ");
        cell.clear().inet6(address.high(), address.low());
        cell.write(out, 0);
        int scope = address.scope();
        out.text("  prefixlen ").number(address.prefix()).text("  scopeid 0x").text(Integer.toHexString(scope));
        String words = (scope & 0x80) != 0 ? ",compat" : "";
        words += (scope & ~0x80) == 0 ? ",global" : "";
        words += (scope & 0x20) != 0 ? ",link" : "";
        words += (scope & 0x40) != 0 ? ",site" : "";
        words += (scope & 0x10) != 0 ? ",host" : "";
        if (!words.isEmpty()) {
            out.put('<').text(words.substring(1)).put('>');
        }
        out.line();
    }

    private void hardware(NetInterface one) throws ClosedOutput {
        out.text("        ");
        String kind;
        switch (one.type()) {
            case ARPHRD_ETHER -> {
                out.text("ether ").text(one.hardware());
                kind = "Ethernet";
            }
            case ARPHRD_LOOPBACK -> {
                out.text("loop");
                kind = "Local Loopback";
            }
            case ARPHRD_PPP -> {
                out.text("ppp");
                kind = "Point-to-Point Protocol";
            }
            case ARPHRD_TUNNEL -> {
                out.text("tunnel");
                kind = "IPIP Tunnel";
            }
            case ARPHRD_SIT -> {
                out.text("sit");
                kind = "IPv6-in-IPv4";
            }
            default -> {
                out.text("unspec ").text(unspecified(one.hardware()));
                kind = "UNSPEC";
            }
        }
        out.text("  txqueuelen ")
                .number(one.queue())
                .text("  (")
                .text(kind)
                .put(')')
                .line();
    }

    static String unspecified(String hardware) {
        StringBuilder text = new StringBuilder(hardware.toUpperCase(Locale.ROOT).replace(':', '-'));
        while (text.length() < 3 * UNSPECIFIED_BYTES - 1) {
            text.append(text.isEmpty() ? "00" : "-00");
        }
        text.setLength(3 * UNSPECIFIED_BYTES - 1);
        return text.toString();
    }

    private void traffic(String direction, long packets, long bytes) throws ClosedOutput {
        out.text("        ")
                .text(direction)
                .text(" packets ")
                .text(Long.toUnsignedString(packets))
                .text("  bytes ")
                .text(Long.toUnsignedString(bytes))
                .text(" (")
                .text(rounded(bytes))
                .put(')')
                .line();
    }

    /** Bytes in the largest unit that they exceed, with one digit behind the point, cut and not rounded. */
    static String rounded(long bytes) {
        String[] units = {" B", " KiB", " MiB", " GiB", " TiB", " PiB"};
        int unit = 0;
        while (unit < units.length - 1
                && Long.compareUnsigned(bytes >>> 10 * unit, 1024) >= 0
                && bytes != 1L << 10 * (unit + 1)) {
            unit++;
        }
        if (unit == 0) {
            return Long.toUnsignedString(bytes) + ".0 B";
        }
        long whole = bytes >>> 10 * unit;
        long rest = bytes >>> 10 * (unit - 1) & 1023;
        long below = bytes & (1L << 10 * (unit - 1)) - 1;
        long tenth = (rest * 10 + (below * 10 >>> 10 * (unit - 1))) >>> 10;
        return whole + "." + tenth + units[unit];
    }

    private void place(NetInterface.@Nullable Map map) throws ClosedOutput {
        if (map == null || map.interrupt() == 0 && map.start() == 0 && map.dma() == 0 && map.base() < 0x100) {
            return;
        }
        out.text("        device ");
        if (map.interrupt() != 0) {
            out.text("interrupt ").number(map.interrupt()).text("  ");
        }
        if (map.base() >= 0x100) {
            out.text("base 0x").text(Long.toHexString(map.base())).text("  ");
        }
        if (map.start() != 0) {
            out.text("memory 0x")
                    .text(Long.toHexString(map.start()))
                    .put('-')
                    .text(Long.toHexString(map.end()))
                    .text("  ");
        }
        if (map.dma() != 0) {
            out.text("  dma 0x").text(Integer.toHexString(map.dma()));
        }
        out.line();
    }
}
