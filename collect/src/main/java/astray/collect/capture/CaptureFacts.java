package astray.collect.capture;

import astray.collect.capture.PacketHead.Kind;
import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.FrameCount;
import astray.facts.IpAddress;
import astray.facts.Moment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Captured packets as facts, each with tcpdump's line for it. */
final class CaptureFacts {
    /** How many kinds of packets become facts: those that tell of trouble go first. */
    private static final int MOST_ROWS = 8_192;

    private static final long FIRST_SECOND = -31_557_014_167_219_200L;
    private static final long LAST_SECOND = 31_556_889_864_403_199L;

    private final FrameTable table;
    private final Devices devices;
    private final Naming naming;
    private final ZoneRules zone;
    private final PacketLine words;
    private final PacketHead head = new PacketHead();
    private final @Nullable String onlyDevice;

    /** What an interface is called that a capture names by a number; {@code null} when that is not known. */
    interface Naming {
        @Nullable
        String of(int device);
    }

    /** Where facts go. */
    interface Taker {
        /**
         * Takes one.
         *
         * @param number the packet's number in the capture, from 1
         * @param text tcpdump's line for it
         */
        void take(Fact fact, long number, String text);
    }

    /**
     * Prepares to tell.
     *
     * @param devices the capturing host's
     * @param naming what the capture itself, or the host, calls its interfaces
     * @param zone the time zone in which lines are printed
     */
    CaptureFacts(FrameTable table, Devices devices, Naming naming, ZoneRules zone) {
        this.table = table;
        this.devices = devices;
        this.naming = naming;
        this.zone = zone;
        words = new PacketLine(
                naming::of, seconds -> zone.getOffset(instant(seconds, 0)).getTotalSeconds());
        onlyDevice = onlyDevice();
    }

    /** The interface that the link-layer addresses tell a capture of one interface to be of; {@code null} for none. */
    @Nullable
    String device() {
        return onlyDevice;
    }

    private @Nullable String onlyDevice() {
        String only = null;
        for (Sample sample : table.samples()) {
            sample.shownTo(head);
            if (table.device(sample.row()) != 0 || head.direction != PacketHead.UNTOLD) {
                return null;
            }
            long own = devices.owns(head.sourceMac) ? head.sourceMac : head.destinationMac;
            if (devices.owns(own)) {
                String name = devices.ofMac(own);
                if (name == null || only != null && !name.equals(only)) {
                    return null;
                }
                only = name;
            }
        }
        return only;
    }

    /**
     * Tells all.
     *
     * @return how many packets there were of kinds that are left out
     */
    long tell(Taker taker) {
        BitSet chosen = chosen();
        BitSet counted = new BitSet();
        for (Sample sample : table.samples()) {
            int row = sample.row();
            if (!chosen.get(row)) {
                continue;
            }
            String text = words.of(sample);
            Frame frame = frame(sample, text);
            if (frame == null) {
                continue;
            }
            taker.take(frame, sample.number(), text);
            if (table.count(row) > table.kept(row) && !counted.get(row)) {
                counted.set(row);
                Moment last = moment(table.lastSeconds(row), table.lastNanos(row));
                taker.take(new FrameCount(frame, table.count(row), last), sample.number(), text);
            }
        }
        long left = table.uncounted();
        for (int row = chosen.nextClearBit(0); row < table.rows(); row = chosen.nextClearBit(row + 1)) {
            left += table.count(row);
        }
        return left;
    }

    // -- which -------------------------------------------------------------------------------------------------

    private BitSet chosen() {
        BitSet chosen = new BitSet();
        int rows = table.rows();
        if (rows <= MOST_ROWS) {
            chosen.set(0, rows);
            return chosen;
        }
        Set<Ends> answers = answers();
        for (int urgency = MOST_URGENT; urgency <= LEAST_URGENT; urgency++) {
            for (int row = 0; row < rows && chosen.cardinality() < MOST_ROWS; row++) {
                if (!chosen.get(row) && urgency(row, answers) == urgency) {
                    chosen.set(row);
                }
            }
        }
        return chosen;
    }

    private static final int MOST_URGENT = -1;
    private static final int LEAST_URGENT = 4;

    /** Two ends; for a question about an address the second one is that address. */
    private record Ends(IpAddress from, IpAddress to) {}

    /** Who answered whom: connections that were accepted, addresses that were told. */
    private Set<Ends> answers() {
        Set<Ends> answers = new HashSet<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.kind(row) == Kind.TCP && table.detail(row) == PacketHead.ACCEPTS) {
                answers.add(new Ends(table.destination(row), table.source(row)));
            } else if (table.kind(row) == Kind.ARP && table.detail(row) == PacketHead.ARP_REPLY) {
                answers.add(new Ends(table.source(row), table.source(row)));
            } else if (table.detail(row) == PacketHead.ADVERTISEMENT) {
                answers.add(new Ends(table.destination(row), table.destination(row)));
            }
        }
        return answers;
    }

    /** 0 for what went unanswered, more for what matters less; less for whom the question is about. */
    private int urgency(int row, Set<Ends> answers) {
        if (table.isAsked(row)) {
            return MOST_URGENT;
        }
        IpAddress to = table.destination(row);
        return switch (table.kind(row)) {
            case ARP, NEIGHBOUR_DISCOVERY -> {
                boolean asks =
                        table.detail(row) == PacketHead.ARP_REQUEST || table.detail(row) == PacketHead.SOLICITATION;
                yield asks && !answers.contains(new Ends(to, to)) ? 0 : 2;
            }
            case TCP -> {
                if (table.detail(row) == PacketHead.OPENS) {
                    yield answers.contains(new Ends(table.source(row), to)) ? 2 : 0;
                }
                yield table.detail(row) == PacketHead.RESETS ? 1 : table.detail(row) == PacketHead.ACCEPTS ? 2 : 3;
            }
            case ICMP -> 1;
            case UDP, OTHER_IP, NONE -> LEAST_URGENT;
        };
    }

    // -- what --------------------------------------------------------------------------------------------------

    private @Nullable Frame frame(Sample sample, String text) {
        Frame.Body body = words.body(text);
        if (body == null) {
            return null;
        }
        sample.shownTo(head);
        if (body instanceof Frame.Resolution told
                && told.reply()
                && told.lladdr() == null
                && head.kind == Kind.NEIGHBOUR_DISCOVERY) {
            body = new Frame.Resolution(true, told.about(), told.teller(), Devices.macText(head.about));
        } else if (body instanceof Frame.Other other && other.source() == null && head.kind != Kind.ARP) {
            body = new Frame.Other(
                    Endpoint.of(head.source(), null), Endpoint.of(head.destination(), null), other.details());
        }
        return new Frame(
                moment(sample.seconds(), sample.nanos()),
                device(table.device(sample.row())),
                direction(),
                Devices.macText(head.sourceMac),
                Devices.macText(head.destinationMac),
                body);
    }

    private @Nullable String device(int told) {
        if (told != 0) {
            return naming.of(told);
        }
        if (onlyDevice != null) {
            return onlyDevice;
        }
        String name = devices.ofMac(head.sourceMac);
        return name != null ? name : devices.ofMac(head.destinationMac);
    }

    private @Nullable String direction() {
        return switch (head.direction) {
            case PacketHead.TO_US -> "In";
            case PacketHead.BROADCAST -> "B";
            case PacketHead.MULTICAST -> "M";
            case PacketHead.TO_OTHERS -> "P";
            case PacketHead.OUTGOING -> "Out";
            default -> byAddresses();
        };
    }

    /** Which way a packet went, by whose addresses it bears. */
    private @Nullable String byAddresses() {
        if (devices.owns(head.sourceMac)) {
            return "Out";
        }
        if (devices.owns(head.destinationMac)) {
            return "In";
        }
        if (head.destinationMac < 0) {
            boolean out = devices.holds(head.source());
            boolean in = devices.holds(head.destination());
            return out == in ? null : out ? "Out" : "In";
        }
        if (!devices.knowsMacs()) {
            return null;
        }
        boolean group = (head.destinationMac >>> 40 & 1) != 0;
        return !group ? "P" : head.destinationMac == 0xffff_ffff_ffffL ? "B" : "M";
    }

    private Moment moment(long seconds, int nanos) {
        Instant at = instant(seconds, nanos);
        ZoneOffset offset = zone.getOffset(at);
        // as tcpdump shows it
        int micros = at.getNano() / 1000 * 1000;
        return new Moment.Dated(LocalDateTime.ofEpochSecond(at.getEpochSecond(), micros, offset), offset);
    }

    /** A time that a hostile file may have put beyond all calendars. */
    private static Instant instant(long seconds, int nanos) {
        return Instant.ofEpochSecond(Math.clamp(seconds, FIRST_SECOND / 2, LAST_SECOND / 2), nanos);
    }
}
