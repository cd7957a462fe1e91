package astray.collect.capture;

import astray.facts.IpAddress;
import astray.packet.LinkType;
import astray.packet.file.CaptureException;
import astray.packet.file.CaptureFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a capture file holds, once it was gone through: bounded, whatever its size. */
final class Digest {
    private static final int MOST_NAMES = 4096;
    private static final int MOST_LINK_TYPES = 64;

    /** The longest packet that libpcap knows of; more stands in hostile files only. */
    private static final int LONGEST = 262_144;

    private final FrameTable table;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<LinkType, Long> unreadLinks = new LinkedHashMap<>();
    private final LinkType linkType;
    private final int snapshotLength;
    private @Nullable CaptureException trouble;

    private Digest(CaptureFile file, Set<IpAddress> asked) {
        table = new FrameTable(FrameTable.ROWS, asked);
        linkType = file.linkType();
        snapshotLength = file.snapshotLength();
    }

    /** Goes through a file, with an eye on some addresses. Where it breaks off, what came before stands. */
    static Digest of(CaptureFile file, Set<IpAddress> asked) {
        Digest digest = new Digest(file, asked);
        try {
            digest.read(file);
        } catch (CaptureException e) {
            digest.trouble = e;
        }
        return digest;
    }

    private void read(CaptureFile file) throws CaptureException {
        byte[] bytes = new byte[FrameTable.KEPT_BYTES];
        LinkType current = file.linkType();
        boolean reads = PacketHead.reads(current.number());
        String name = null;
        int device = 0;
        while (file.next()) {
            if (!file.linkType().equals(current)) {
                current = file.linkType();
                reads = PacketHead.reads(current.number());
            }
            if (!reads && (unreadLinks.size() < MOST_LINK_TYPES || unreadLinks.containsKey(current))) {
                unreadLinks.merge(current, 1L, Long::sum);
            }
            String told = file.interfaceName();
            if (told != null && !told.equals(name)) {
                name = told;
                device = number(told);
            }
            int captured = Math.min(file.captured(), bytes.length);
            file.bytes().get(file.offset(), bytes, 0, captured);
            int wire = Math.min(Math.max(file.length(), file.captured()), LONGEST);
            int nanos = (int) Math.min(file.nanos(), 999_999_999);
            table.add(current.number(), bytes, captured, wire, file.seconds(), nanos, told == null ? 0 : device);
        }
    }

    /** Negative, so that it is no index; 0 for one too many. */
    private int number(String name) {
        Integer known = numbers.get(name);
        if (known == null && names.size() < MOST_NAMES) {
            names.add(name);
            known = -names.size();
            numbers.put(name, known);
        }
        return known == null ? 0 : known;
    }

    /** The packets. */
    FrameTable table() {
        return table;
    }

    /** The link type of the file, or of its first interface. */
    LinkType linkType() {
        return linkType;
    }

    /** How many bytes of each packet were kept, in the file or by its first interface. */
    int snapshotLength() {
        return snapshotLength;
    }

    /** The names that the file gives its interfaces: only pcapng has them. */
    List<String> names() {
        return names;
    }

    /** The name that the file itself gives a row's interface; {@code null} for none. */
    @Nullable
    String nameOf(int device) {
        return device < 0 && device >= -names.size() ? names.get(-1 - device) : null;
    }

    /** How many packets there are of each link type that is not read. */
    Map<LinkType, Long> unreadLinks() {
        return unreadLinks;
    }

    /** Why it could not be read to its end; {@code null} when it could. */
    @Nullable
    CaptureException trouble() {
        return trouble;
    }
}
