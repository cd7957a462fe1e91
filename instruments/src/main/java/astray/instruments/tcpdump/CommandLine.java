package astray.instruments.tcpdump;

import astray.instruments.getopt.Getopt;
import astray.instruments.getopt.Option;
import astray.instruments.getopt.OptionTable;
import astray.packet.LinkType;
import astray.packet.text.PrintOptions.Forced;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** tcpdump's options, and what becomes of a command line. */
final class CommandLine {
    private static final int VERSION = 0x100;
    private static final int PRECISION = 0x101;
    private static final int MICRO = 0x104;
    private static final int NANO = 0x105;
    private static final int COUNT = 0x106;
    private static final int SKIP = 0x107;
    private static final int LENGTHS = 0x108;

    private static final int IMMEDIATE = 0x102;
    private static final int PRINT = 0x103;

    /** In KiB. */
    private static final long LARGEST_RING = 1 << 20;

    /** The order is the original's, since it shows where a shortened name is ambiguous. */
    private static final OptionTable TABLE = new OptionTable(
            "tcpdump",
            Option.value('i', "interface", "capture on this interface, by name or number; any for all"),
            Option.value('r', "", "read packets from this file; - for standard input"),
            Option.value('V', "", "read the files that this file lists; - for standard input"),
            Option.flag('D', "list-interfaces", "the interfaces, numbered"),
            Option.flag('L', "list-data-link-types", "the link types that the interface has"),
            Option.value('y', "linktype", "the link type to capture with"),
            Option.value('B', "buffer-size", "the size of the ring in KiB; 65536 unless told"),
            Option.value('s', "snapshot-length", "keep so many bytes of each packet; 0: 262144"),
            Option.flag('p', "no-promiscuous-mode", "do not make the interface promiscuous"),
            Option.value('Q', "direction", "only packets that come in, go out: in, out or inout"),
            Option.flag(IMMEDIATE, "immediate-mode", "take each packet as it comes, not in batches"),
            Option.value('j', "time-stamp-type", "host: the only type there is"),
            Option.flag('J', "list-time-stamp-types", "the types of time stamp that the interface has"),
            Option.flag('I', "monitor-mode", "refused: wireless devices are captured as they are"),
            Option.value('Z', "relinquish-privileges", "become this user once the interface is open"),
            Option.value('c', "", "stop after so many packets"),
            Option.value(SKIP, "skip", "pass over so many packets first"),
            Option.value('F', "", "read the filter expression from this file"),
            Option.flag('O', "no-optimize", "do not make the filter's program short"),
            Option.flag('d', "", "print the filter's program and stop; -dd as C, -ddd as numbers"),
            Option.value('w', "", "write packets to this file; - for standard output"),
            Option.value('C', "", "next file after so many million bytes; with k, m, g: KiB, MiB, GiB"),
            Option.value('G', "", "next file after so many seconds; the name is for strftime"),
            Option.value('W', "", "so many files: with -C over again, with -G then stop"),
            Option.flag('U', "packet-buffered", "write each packet at once"),
            Option.flag(PRINT, "print", "print packets, though they are written too"),
            Option.flag(COUNT, "count", "with -r: only say how many packets there are"),
            Option.flag('A', "", "print each packet's characters; twice: with the link-layer header"),
            Option.flag('b', "", "AS numbers in ASDOT notation"),
            Option.flag('e', "", "print the link-layer header"),
            Option.flag('f', "", "names for addresses of the interface's own network only"),
            Option.flag('g', "", "no line break behind the IP header with -v"),
            Option.flag('H', "", "take wireless data frames to have mesh control fields where that can be"),
            Option.flag('K', "dont-verify-checksums", "do not check checksums"),
            Option.flag('l', "", "write each line at once"),
            Option.flag(LENGTHS, "lengths", "print the captured and the whole length of each packet"),
            Option.flag(MICRO, "micro", "times in microseconds"),
            Option.flag('n', "", "numbers instead of names"),
            Option.flag('N', "", "host names without their domain"),
            Option.flag(NANO, "nano", "times in nanoseconds"),
            Option.flag('#', "number", "print each packet's number"),
            Option.flag('q', "", "print less"),
            Option.flag('S', "absolute-tcp-sequence-numbers", "sequence numbers as they are, not relative"),
            Option.flag(
                    't',
                    "",
                    "no time; -tt seconds since 1970; -ttt since the packet before; -tttt with the date;"
                            + " -ttttt since the first packet"),
            Option.value(PRECISION, "time-stamp-precision", "micro or nano"),
            Option.value(
                    'T',
                    "",
                    "take payloads for this: aodv carp cnfp domain lmp pgm pgm_zmtp1 ptp quic radius resp rpc rtp"
                            + " rtcp snmp someip tftp vat vxlan wb zmtp1"),
            Option.flag('u', "", "NFS file handles as numbers"),
            Option.flag('v', "", "print more; -vv and -vvv still more; with -w: say how many packets came"),
            Option.flag('x', "", "print each packet's bytes; twice: with the link-layer header"),
            Option.flag('X', "", "print bytes and characters; twice: with the link-layer header"),
            Option.value('E', "", "refused: nothing is decrypted"),
            Option.value('M', "", "refused: TCP's MD5 signatures are not checked"),
            Option.value('m', "", "refused: no MIB modules are read"),
            Option.value('z', "", "refused: no command is run on finished files"),
            Option.flag('h', "help", "this page"),
            Option.flag(VERSION, "version", "the version"));

    /** What the run ends with when it cannot go on. */
    static final int FAILED = 1;

    /** What came of it: one of these, or settings. */
    sealed interface Outcome {}

    /** It asks for packets. */
    record Run(Settings settings) implements Outcome {}

    /** It asks for help, or the like. */
    record Page(String text) implements Outcome {}

    private CommandLine() {}

    static String version() {
        return "astray tcpdump, as tcpdump 5.0 with libpcap 1.11\n";
    }

    static String help() {
        return version() + "usage: tcpdump [OPTION...] [EXPRESSION]\n\n" + TABLE.help();
    }

    static Outcome read(List<String> words, boolean mixed) throws Failure {
        Settings settings = new Settings();
        Getopt getopt = new Getopt(TABLE, words, mixed);
        for (int key; (key = getopt.next()) != Getopt.END; ) {
            switch (key) {
                case 'h' -> {
                    return new Page(help());
                }
                case VERSION -> {
                    return new Page(version());
                }
                case Getopt.WRONG -> {
                    String complaint = getopt.complaint();
                    throw new Failure(complaint.substring(complaint.indexOf(' ') + 1) + "; see tcpdump --help");
                }
                default -> {
                    String value = getopt.argument();
                    if (key == 'I') {
                        throw new Failure("monitor mode (-I) is not supported");
                    }
                    if (value == null) {
                        flag(settings, key);
                    } else {
                        value(settings, key, value);
                    }
                }
            }
        }
        settings.expression = getopt.operands();
        check(settings);
        return new Run(settings);
    }

    private static void flag(Settings s, int key) {
        switch (key) {
            case 'D' -> s.deviceList = true;
            case 'L' -> s.linkTypeList = true;
            case 'J' -> s.timeTypeList = true;
            case 'p' -> s.promiscuous = false;
            case IMMEDIATE -> s.immediate = true;
            case 'd' -> s.listing++;
            case 'U' -> s.packetBuffered = true;
            case PRINT -> s.printToo = true;
            case 'f' -> s.foreignNumeric = true;
            case COUNT -> s.countOnly = true;
            case 'O' -> s.optimised = false;
            default -> printing(s, key);
        }
    }

    private static void printing(Settings s, int key) {
        switch (key) {
            case 'A' -> s.ascii++;
            case 'b' -> s.asDot = true;
            case 'e' -> s.linkLevel = true;
            case 'g' -> s.oneLine = true;
            case 'K' -> s.unchecked = true;
            case 'l' -> s.lineBuffered = true;
            case LENGTHS -> s.lengths = true;
            case MICRO -> s.nanoseconds = false;
            case 'n' -> s.numeric++;
            case 'N' -> s.shortNames = true;
            case NANO -> s.nanoseconds = true;
            case '#' -> s.numbers = true;
            case 'q' -> s.quiet++;
            case 'S' -> s.absolute = true;
            case 't' -> s.times++;
            case 'u' -> s.rawNfs = true;
            case 'H' -> s.mesh = true;
            case 'v' -> s.verbosity++;
            case 'x' -> s.hexadecimal++;
            case 'X' -> s.both++;
            default -> throw new IllegalStateException("an option that nobody reads: " + key);
        }
    }

    private static void value(Settings s, int key, String value) throws Failure {
        switch (key) {
            case 'c' -> s.count = count(value, "packet count");
            case SKIP -> s.skip = count(value, "packet skip count");
            case 'i' -> s.device = value;
            case 'y' -> s.linkType = linkType(value);
            case 'B' -> s.ringBytes = ring(value);
            case 's' -> s.snapshotLength = snapshotLength(value);
            case 'Q' -> s.direction = direction(value);
            case 'j' -> timeType(value);
            case 'Z' -> s.user = value;
            case 'w' -> s.writeFile = value;
            case 'C' -> s.fileBytes = size(value);
            case 'G' -> s.fileSeconds = seconds(value);
            case 'W' -> s.fileCount = (int) count(value, "number of output files");
            case 'E' -> throw new Failure("decryption (-E) is not supported");
            case 'M' -> throw new Failure("checking MD5 signatures (-M) is not supported");
            case 'm' -> throw new Failure("MIB modules (-m) are not supported");
            case 'z' -> throw new Failure("a command for finished files (-z) is not supported");
            case 'F' -> s.expressionFile = value;
            case 'r' -> s.readFile = value;
            case 'V' -> s.fileList = value;
            case PRECISION -> s.nanoseconds = precision(value);
            case 'T' -> s.forced = forced(value);
            default -> throw new IllegalStateException("an option that nobody reads: " + key);
        }
    }

    private static void check(Settings s) throws Failure {
        if (s.times > 5) {
            throw new Failure("only -t, -tt, -ttt, -tttt and -ttttt are supported");
        }
        if (s.foreignNumeric && (s.fileList != null || s.readFile != null)) {
            throw new Failure("-f can not be used with -V or -r");
        }
        if (s.countOnly && s.readFile == null && s.fileList == null) {
            throw new Failure("--count can only be used with -r or -V");
        }
        if (s.fileList != null && s.readFile != null) {
            throw new Failure("-V and -r are mutually exclusive.");
        }
    }

    /** A count from 1 to 2147483647. */
    static long count(String text, String what) throws Failure {
        Long number = number(text);
        if (number == null || number < 1 || number > Integer.MAX_VALUE) {
            throw new Failure("invalid " + what + " " + text);
        }
        return number;
    }

    /** A number of decimal digits; {@code null} when it is none. */
    static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static LinkType linkType(String name) throws Failure {
        LinkType link = LinkType.named(name);
        if (link == null) {
            throw new Failure("invalid data link type " + name);
        }
        return link;
    }

    private static int ring(String text) throws Failure {
        Long number = number(text);
        if (number == null || number < 1 || number > LARGEST_RING) {
            throw new Failure("invalid packet buffer size " + text);
        }
        return (int) (number << 10);
    }

    /** In any base that C knows. */
    private static int snapshotLength(String text) throws Failure {
        try {
            int length = Integer.decode(text);
            if (length >= 0 && length <= Settings.LONGEST_PACKET) {
                return length;
            }
        } catch (NumberFormatException e) {
            // no number
        }
        throw new Failure("invalid snaplen " + text + " (must be >= 0 and <= " + Settings.LONGEST_PACKET + ")");
    }

    private static Settings.Direction direction(String text) throws Failure {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "in" -> Settings.Direction.IN;
            case "out" -> Settings.Direction.OUT;
            case "inout" -> Settings.Direction.BOTH;
            default -> throw new Failure("unknown capture direction '" + text + "'");
        };
    }

    private static void timeType(String text) throws Failure {
        switch (text) {
            case "host" -> {}
            case "host_lowprec", "host_hiprec", "host_hiprec_unsynced", "adapter", "adapter_unsynced" ->
                throw new Failure("time stamps of type " + text + " are not supported");
            default -> throw new Failure("invalid time stamp type " + text);
        }
    }

    /** Millions of bytes, or what a letter behind the number says. */
    private static long size(String text) throws Failure {
        int last = text.isEmpty() ? 0 : text.charAt(text.length() - 1);
        long unit = switch (last) {
            case 'k' -> 1L << 10;
            case 'm' -> 1L << 20;
            case 'g' -> 1L << 30;
            default -> 1_000_000;
        };
        Long number = number(unit == 1_000_000 ? text : text.substring(0, text.length() - 1));
        if (number == null || number < 1) {
            throw new Failure("invalid file size " + text);
        }
        if (number > Long.MAX_VALUE / unit) {
            throw new Failure("file size " + text + " is too large");
        }
        return number * unit;
    }

    private static long seconds(String text) throws Failure {
        Long number = number(text);
        if (number == null || number < 0 || number > Integer.MAX_VALUE) {
            throw new Failure("invalid number of seconds " + text);
        }
        return number;
    }

    private static boolean precision(String text) throws Failure {
        if (text.startsWith("nano")) {
            return true;
        }
        if (text.startsWith("micro")) {
            return false;
        }
        throw new Failure("unsupported time stamp precision " + text);
    }

    private static Forced forced(String name) throws Failure {
        for (Forced forced : Forced.values()) {
            if (forced != Forced.NONE && forced.name().equals(name.toUpperCase(Locale.ROOT))) {
                return forced;
            }
        }
        throw new Failure("unknown packet type '" + name + "'");
    }
}
