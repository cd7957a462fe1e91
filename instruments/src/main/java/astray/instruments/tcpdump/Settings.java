package astray.instruments.tcpdump;

import astray.packet.LinkType;
import astray.packet.text.PacketText;
import astray.packet.text.PrintOptions;
import astray.packet.text.PrintOptions.Forced;
import astray.packet.text.TimeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command line asks for. */
final class Settings {
    /** The most that a packet can have, and what is kept of one unless told otherwise (MAXIMUM_SNAPLEN). */
    static final int LONGEST_PACKET = 262_144;

    /** Which packets are wanted, by {@code -Q}. */
    enum Direction {
        IN,
        OUT,
        BOTH
    }

    // where packets come from
    @Nullable
    String readFile;

    @Nullable
    String fileList;

    @Nullable
    String device;

    int ringBytes;
    boolean immediate;
    boolean promiscuous = true;
    Direction direction = Direction.BOTH;

    @Nullable
    String user;

    // what is asked for instead of packets
    boolean deviceList;
    boolean linkTypeList;
    boolean timeTypeList;

    // which
    @Nullable
    String expressionFile;

    List<String> expression = List.of();
    boolean optimised = true;
    long count;
    long skip;
    int listing;

    @Nullable
    LinkType linkType;

    int snapshotLength;
    boolean foreignNumeric;

    // what becomes of them
    boolean countOnly;

    @Nullable
    String writeFile;

    boolean printToo;
    boolean packetBuffered;
    long fileBytes;
    long fileSeconds;
    int fileCount;
    boolean lineBuffered;

    // how they are printed
    boolean numbers;
    boolean lengths;
    int times;
    boolean nanoseconds;
    int verbosity;
    int quiet;
    int numeric;
    boolean shortNames;
    boolean linkLevel;
    boolean absolute;
    boolean unchecked;
    boolean oneLine;
    boolean asDot;
    boolean rawNfs;
    boolean mesh;
    int ascii;
    int hexadecimal;
    int both;
    Forced forced = Forced.NONE;

    PrintOptions printing() {
        return new PrintOptions(
                verbosity,
                quiet,
                numeric > 0,
                shortNames,
                linkLevel,
                absolute,
                unchecked,
                oneLine,
                asDot,
                rawNfs,
                mesh,
                forced);
    }

    PacketText.Bytes bytes() {
        if (both > 0) {
            return both > 1 ? PacketText.Bytes.BOTH_ALL : PacketText.Bytes.BOTH;
        }
        if (hexadecimal > 0) {
            return hexadecimal > 1 ? PacketText.Bytes.HEX_ALL : PacketText.Bytes.HEX;
        }
        if (ascii > 0) {
            return ascii > 1 ? PacketText.Bytes.ASCII_ALL : PacketText.Bytes.ASCII;
        }
        return PacketText.Bytes.NONE;
    }

    TimeText.Kind timeKind() {
        return switch (times) {
            case 0 -> TimeText.Kind.CLOCK;
            case 1 -> TimeText.Kind.NONE;
            case 2 -> TimeText.Kind.EPOCH;
            case 3 -> TimeText.Kind.DELTA;
            case 4 -> TimeText.Kind.DATE;
            default -> TimeText.Kind.SINCE_FIRST;
        };
    }
}
