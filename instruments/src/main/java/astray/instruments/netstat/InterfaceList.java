package astray.instruments.netstat;

import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import astray.kernel.proc.DeviceTable;
import astray.kernel.proc.InterfaceAddresses6;
import astray.kernel.proc.NetFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the interfaces together from rtnetlink(7) and the text files: each label of an address is one too. */
final class InterfaceList {
    private static final int RTM_GETLINK = 18;
    private static final int RTM_GETADDR = 22;
    private static final int AF_INET = 2;

    // struct ifinfomsg and IFLA_* of linux/if_link.h
    private static final int IFINFOMSG = 16;
    private static final int IFI_TYPE = 2;
    private static final int IFI_FLAGS = 8;
    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_TXQLEN = 13;
    private static final int IFLA_MAP = 14;

    // struct ifaddrmsg and IFA_* of linux/if_addr.h
    private static final int IFADDRMSG = 8;
    private static final int IFA_PREFIXLEN = 1;
    private static final int IFA_INDEX = 4;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_LABEL = 3;
    private static final int IFA_BROADCAST = 4;

    private final Map<String, NetInterface> byName = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    private InterfaceList() {}

    /** The interfaces in the order in which they are shown. */
    static List<NetInterface> read(Sources sources) throws ErrnoException {
        Listing links;
        Listing addresses;
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            links = socket.dump(new Request(RTM_GETLINK).zeroes(IFINFOMSG));
            addresses = socket.dump(new Request(RTM_GETADDR).u8(AF_INET).zeroes(IFADDRMSG - 1));
        }
        return of(
                links,
                addresses,
                sources.net().read("dev") instanceof NetFile.Whole dev ? DeviceTable.parse(dev.bytes()) : List.of(),
                sources.net().read("if_inet6") instanceof NetFile.Whole inet6
                        ? InterfaceAddresses6.parse(inet6.bytes())
                        : List.of());
    }

    static List<NetInterface> of(
            Listing links,
            Listing addresses,
            List<DeviceTable.Device> devices,
            List<InterfaceAddresses6.Address> addresses6) {
        InterfaceList list = new InterfaceList();
        Map<String, DeviceTable.Device> counters = new HashMap<>();
        for (DeviceTable.Device device : devices) {
            counters.putIfAbsent(device.name(), device);
        }
        Map<String, List<NetInterface.Inet6>> inet6 = new HashMap<>();
        for (InterfaceAddresses6.Address a : addresses6) {
            inet6.computeIfAbsent(a.device(), name -> new ArrayList<>())
                    .add(new NetInterface.Inet6(a.address().high(), a.address().low(), a.prefix(), a.scope()));
        }
        for (Message link : links) {
            list.link(link, counters, inet6);
        }
        for (Message address : addresses) {
            list.address(address);
        }
        List<NetInterface> all = new ArrayList<>(list.byName.values());
        Collections.sort(all);
        return all;
    }

    private void link(
            Message link, Map<String, DeviceTable.Device> counters, Map<String, List<NetInterface.Inet6>> inet6) {
        Attributes attributes = link.attributes(IFINFOMSG);
        String name = attributes.string(IFLA_IFNAME);
        if (name == null) {
            return;
        }
        names.put(link.s32(4), name);
        byName.put(
                name,
                new NetInterface(
                        name,
                        link.s32(IFI_FLAGS) & 0xffff,
                        attributes.u32(IFLA_MTU, 0),
                        link.u16(IFI_TYPE),
                        hexadecimal(attributes.bytes(IFLA_ADDRESS)),
                        attributes.u32(IFLA_TXQLEN, 0),
                        null,
                        inet6.getOrDefault(name, List.of()),
                        map(attributes.get(IFLA_MAP)),
                        counters.get(name)));
    }

    private static NetInterface.@Nullable Map map(Attributes.@Nullable Attribute map) {
        return map == null ? null : new NetInterface.Map(map.u64(0), map.u64(8), map.u64(16), map.u16(24), map.u8(26));
    }

    private static String hexadecimal(byte @Nullable [] address) {
        StringBuilder text = new StringBuilder();
        if (address != null) {
            for (byte b : address) {
                text.append(text.isEmpty() ? "" : ":")
                        .append(Character.forDigit(b >> 4 & 15, 16))
                        .append(Character.forDigit(b & 15, 16));
            }
        }
        return text.toString();
    }

    private void address(Message message) {
        Attributes attributes = message.attributes(IFADDRMSG);
        String name = names.get(message.s32(IFA_INDEX));
        NetInterface device = name == null ? null : byName.get(name);
        if (device == null) {
            return;
        }
        String label = attributes.string(IFA_LABEL);
        String shown = label == null ? device.name() : label;
        NetInterface known = byName.get(shown);
        if (known != null && known.inet() != null) {
            return;
        }
        IpAddress local = attributes.address(IFA_LOCAL);
        IpAddress peer = attributes.address(IFA_ADDRESS);
        IpAddress broadcast = attributes.address(IFA_BROADCAST);
        if (local == null && peer == null) {
            return;
        }
        int own = bits(local == null ? peer : local);
        NetInterface.Inet inet =
                new NetInterface.Inet(own, message.u8(IFA_PREFIXLEN), bits(broadcast), peer == null ? own : bits(peer));
        boolean alias = known == null;
        byName.put(
                shown,
                new NetInterface(
                        shown,
                        device.flags(),
                        device.mtu(),
                        device.type(),
                        device.hardware(),
                        device.queue(),
                        inet,
                        alias ? List.of() : device.inet6(),
                        device.map(),
                        alias ? null : device.counters()));
    }

    private static int bits(@Nullable IpAddress address) {
        return address == null ? 0 : (int) address.low();
    }
}
