package astray.kernel.proc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The table of interfaces and what went through them, {@code dev} (proc(5)). */
public final class DeviceTable {
    private static final int MOST = 1 << 20;

    private DeviceTable() {}

    /**
     * An interface's counters since it was made; packets, but for the bytes.
     *
     * @param name the interface
     * @param receivedBytes bytes received
     * @param received packets received
     * @param receiveErrors damaged
     * @param receiveDropped dropped for want of room or of a protocol
     * @param receiveFifo lost in the device's queue
     * @param receiveFrame framed wrongly
     * @param receiveCompressed compressed
     * @param multicast multicast ones received
     * @param sentBytes bytes sent
     * @param sent packets sent
     * @param sendErrors could not be sent
     * @param sendDropped dropped before they were sent
     * @param sendFifo lost in the device's queue
     * @param collisions collisions
     * @param carrier lost for want of a carrier
     * @param sendCompressed compressed
     */
    public record Device(
            String name,
            long receivedBytes,
            long received,
            long receiveErrors,
            long receiveDropped,
            long receiveFifo,
            long receiveFrame,
            long receiveCompressed,
            long multicast,
            long sentBytes,
            long sent,
            long sendErrors,
            long sendDropped,
            long sendFifo,
            long collisions,
            long carrier,
            long sendCompressed) {}

    /** Reads the table; an unsigned 64-bit count above 2^63 reads as negative. */
    public static List<Device> parse(byte[] text) {
        List<Device> devices = new ArrayList<>();
        Fields fields = new Fields();
        Lines lines = new Lines(new ByteArrayInputStream(text), fields);
        try {
            lines.next();
            lines.next();
            while (lines.next() && devices.size() < MOST) {
                String name = fields.before(':');
                if (!name.isEmpty()) {
                    devices.add(device(name, fields));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return devices;
    }

    private static Device device(String name, Fields fields) {
        long[] v = new long[16];
        for (int i = 0; i < v.length; i++) {
            v[i] = fields.decimal();
        }
        return new Device(
                name, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14],
                v[15]);
    }
}
