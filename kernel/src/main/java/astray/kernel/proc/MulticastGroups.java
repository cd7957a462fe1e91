package astray.kernel.proc;

import astray.facts.Family;
import astray.facts.IpAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The tables of joined multicast groups: {@code igmp}, {@code igmp6}, {@code dev_mcast} (proc(5)). */
public final class MulticastGroups {
    private static final int MOST = 1 << 20;

    private MulticastGroups() {}

    /**
     * A group that an interface listens to.
     *
     * @param index the interface's index
     * @param device the interface's name
     * @param group the group
     * @param users how often it was joined
     */
    public record Group(int index, String device, IpAddress group, long users) {}

    /**
     * A link-layer address that an interface listens to besides its own.
     *
     * @param index the interface's index
     * @param device the interface's name
     * @param address in hexadecimal, without colons
     * @param users how often it was asked for
     * @param lasting how often it was asked for by the administrator
     */
    public record LinkGroup(int index, String device, String address, long users, long lasting) {}

    private interface Reader {
        void read(Lines lines, Fields fields) throws IOException;
    }

    private static void parse(byte[] text, Reader reader) {
        Fields fields = new Fields();
        try {
            reader.read(new Lines(new ByteArrayInputStream(text), fields), fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads {@code igmp}: a line for each interface, and one behind it for each of its groups. */
    public static List<Group> inet(byte[] text) {
        List<Group> groups = new ArrayList<>();
        parse(text, (lines, fields) -> {
            lines.next();
            int index = 0;
            String device = "";
            while (lines.next() && groups.size() < MOST) {
                if (fields.peek() != '\t') {
                    index = (int) fields.decimal();
                    device = fields.word();
                    continue;
                }
                int bits = (int) fields.hex(8);
                if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
                    bits = Integer.reverseBytes(bits);
                }
                groups.add(new Group(index, device, IpAddress.v4(bits), fields.decimal()));
            }
        });
        return groups;
    }

    /** Reads {@code igmp6}. */
    public static List<Group> inet6(byte[] text) {
        List<Group> groups = new ArrayList<>();
        parse(text, (lines, fields) -> {
            while (lines.next() && groups.size() < MOST) {
                int index = (int) fields.decimal();
                String device = fields.word();
                long high = fields.hex(16);
                long low = fields.hex(16);
                groups.add(new Group(index, device, new IpAddress(Family.INET6, high, low), fields.decimal()));
            }
        });
        return groups;
    }

    /** Reads {@code dev_mcast}. */
    public static List<LinkGroup> link(byte[] text) {
        List<LinkGroup> groups = new ArrayList<>();
        parse(text, (lines, fields) -> {
            while (lines.next() && groups.size() < MOST) {
                int index = (int) fields.decimal();
                String device = fields.word();
                long users = fields.decimal();
                long lasting = fields.decimal();
                groups.add(new LinkGroup(index, device, fields.word(), users, lasting));
            }
        });
        return groups;
    }
}
