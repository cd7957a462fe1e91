package astray.instruments.tcpdump;

import astray.instruments.getopt.Getopt;
import astray.instruments.getopt.Option;
import astray.instruments.getopt.OptionTable;
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

    private static final OptionTable TABLE = new OptionTable(
            "tcpdump",
            Option.value('c', "", "stop after so many packets"),
            Option.flag(COUNT, "count", "with -r: only say how many packets there are"),
            Option.value('F', "", "read the filter expression from this file"),
            Option.flag('h', "help", "this page"),
            Option.flag('O', "no-optimize", "do not make the filter's program short"),
            Option.value('r', "", "read packets from this file; - for standard input"),
            Option.value(SKIP, "skip", "pass over so many packets first"),
            Option.value('V', "", "read the files that this file lists; - for standard input"),
            Option.flag(VERSION, "version", "the version"),
            Option.flag('A', "", "print each packet's characters; twice: with the link-layer header"),
            Option.flag('b', "", "AS numbers in ASDOT notation"),
            Option.flag('e', "", "print the link-layer header"),
            Option.flag('g', "", "no line break behind the IP header with -v"),
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
                    "no time; -tt seconds since 1970; -ttt since the packet before;"
                            + " -tttt with the date; -ttttt since the first packet"),
            Option.value(PRECISION, "time-stamp-precision", "micro or nano"),
            Option.value(
                    'T',
                    "",
                    "take payloads for this: aodv carp cnfp domain lmp pgm pgm_zmtp1 ptp quic radius"
                            + " resp rpc rtp rtcp snmp someip tftp vat vxlan wb zmtp1"),
            Option.flag('u', "", "NFS file handles as numbers"),
            Option.flag('v', "", "print more; -vv and -vvv still more"),
            Option.flag('x', "", "print each packet's bytes; twice: with the link-layer header"),
            Option.flag('X', "", "print bytes and characters; twice: with the link-layer header"));

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
            case COUNT -> s.countOnly = true;
            case 'O' -> s.optimised = false;
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
