package astray.instruments.tcpdump;

import astray.instruments.Output;
import astray.kernel.ErrnoException;
import astray.kernel.inet.NetDevice;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Families;
import astray.kernel.route.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interfaces that can be captured on, in the original's order: the likeliest first. */
final class Devices {
    /** What stands for all interfaces. */
    static final String ANY = "any";

    // linux/if.h
    private static final int IFF_UP = 1;
    private static final int IFF_LOOPBACK = 8;
    private static final int IFF_RUNNING = 0x40;

    /**
     * An interface.
     *
     * @param connected whether it has a carrier; {@code null} where nobody says
     */
    private record Device(
            String name,
            boolean up,
            boolean running,
            boolean loopback,
            @Nullable Boolean connected) {
        /** How unlikely it is that one wants to capture here. */
        int unlikelihood() {
            boolean disconnected = !loopback && Boolean.FALSE.equals(connected);
            return (running ? 0 : 16)
                    + (up ? 0 : 8)
                    + (disconnected ? 4 : 0)
                    + (loopback ? 2 : 0)
                    + (name.equals(ANY) ? 1 : 0);
        }

        String status() {
            List<String> words = new ArrayList<>();
            if (up) {
                words.add("Up");
            }
            if (running) {
                words.add("Running");
            }
            if (loopback) {
                words.add("Loopback");
            }
            if (words.isEmpty()) {
                words.add("none");
            }
            if (!loopback && connected != null) {
                words.add(connected ? "Connected" : "Disconnected");
            }
            return String.join(", ", words);
        }
    }

    private final List<Device> devices = new ArrayList<>();

    private Devices() {}

    /** Those of the namespace that the thread is in. */
    static Devices list() throws IOException {
        Devices list = new Devices();
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            for (Message message : socket.dump(Link.list(Families.UNSPEC, Link.WITHOUT_STATISTICS))) {
                Link link = new Link(message);
                String name = link.name();
                if (name != null) {
                    list.devices.add(device(name, link.flags()));
                }
            }
        }
        list.devices.add(new Device(ANY, true, true, false, null));
        list.devices.sort(Comparator.comparingInt(Device::unlikelihood));
        return list;
    }

    private static Device device(String name, int flags) throws ErrnoException {
        return new Device(
                name,
                (flags & IFF_UP) != 0,
                (flags & IFF_RUNNING) != 0,
                (flags & IFF_LOOPBACK) != 0,
                NetDevice.hasCarrier(name));
    }

    /** The name of one by its number in the list, from 1; {@code null} when there are not so many. */
    @Nullable
    String name(long number) {
        return number < 1 || number > devices.size()
                ? null
                : devices.get((int) number - 1).name();
    }

    int size() {
        return devices.size();
    }

    /** Prints the list. */
    void print(Output out) throws IOException {
        int number = 0;
        for (Device device : devices) {
            out.number(++number).put('.').text(device.name());
            if (device.name().equals(ANY)) {
                out.text(" (Pseudo-device that captures on all interfaces)");
            }
            out.text(" [").text(device.status()).put(']').line();
        }
    }
}
