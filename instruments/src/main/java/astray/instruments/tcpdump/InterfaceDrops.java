package astray.instruments.tcpdump;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Packets that an interface had no room for (sysfs-class-net-statistics), since this was made. */
final class InterfaceDrops {
    private static final int LONGEST = 64;

    private final String device;
    private final long before;

    InterfaceDrops(String device) {
        this.device = device;
        this.before = total();
    }

    /** How many since then; 0 where the system does not tell. */
    long since() {
        return Math.max(0, total() - before);
    }

    private long total() {
        return device.equals(Devices.ANY) ? 0 : counter("rx_missed_errors") + counter("rx_fifo_errors");
    }

    private long counter(String name) {
        try (FileInputStream in = new FileInputStream("/sys/class/net/" + device + "/statistics/" + name)) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
            Long number = CommandLine.number(text);
            return number == null ? 0 : number;
        } catch (IOException e) {
            return 0;
        }
    }
}
