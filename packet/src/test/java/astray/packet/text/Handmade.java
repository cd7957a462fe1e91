package astray.packet.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Packets made by hand, as {@code handmade.tsv} and {@code handmade-routing.tsv} list them: a name, whether the dialects of tcpdump 4.99 and 5.0 agree
 * on it ({@code both}) or not ({@code 5.0}), tcpdump's options, what carries it, its bytes, its text with lines parted
 * by {@code \n}. It is carried by {@code udp SOURCE DESTINATION}, {@code tcp SOURCE DESTINATION}, {@code ip PROTOCOL},
 * {@code ip6 PROTOCOL}, {@code ether TYPE} (hexadecimal), or is a frame of {@code link TYPE}.
 */
final class Handmade {
    private static final int ETHERNET = 1;

    private static final List<String> FILES = List.of("handmade.tsv", "handmade-routing.tsv");

    private final String name;
    private final boolean both;
    private final String options;
    private final String carrier;
    private final byte[] payload;
    private final String text;

    private Handmade(String name, boolean both, String options, String carrier, byte[] payload, String text) {
        this.name = name;
        this.both = both;
        this.options = options;
        this.carrier = carrier;
        this.payload = payload;
        this.text = text;
    }

    String name() {
        return name;
    }

    /** Whether an installed tcpdump of either dialect prints the same. */
    boolean both() {
        return both;
    }

    String options() {
        return options;
    }

    byte[] payload() {
        return payload;
    }

    /** What is printed. */
    String text() {
        return text;
    }

    /** All that are listed. */
    static List<Handmade> all() throws IOException {
        List<Handmade> rows = new ArrayList<>();
        for (String file : FILES) {
            rows.addAll(of(file));
        }
        return rows;
    }

    private static List<Handmade> of(String file) throws IOException {
        try (InputStream in = Handmade.class.getResourceAsStream("/astray/packet/text/" + file)) {
            if (in == null) {
                throw new IOException("no " + file);
            }
            List<Handmade> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    rows.add(row(line));
                }
            }
            return rows;
        }
    }

    private static Handmade row(String line) {
        String[] columns = line.split("\t", -1);
        byte[] payload = HexFormat.of().parseHex(columns[4].replace(" ", ""));
        String text = columns[5].replace("\\n", "\n").replace("\\t", "\t");
        return new Handmade(columns[0], columns[1].equals("both"), columns[2], columns[3], payload, text);
    }

    /** The same with other bytes. */
    Handmade with(byte[] other) {
        return new Handmade(name, both, options, carrier, other, text);
    }

    /** The options, with another verbosity unless that is negative. */
    PrintOptions printOptions(int verbosity) {
        int v = 0;
        int q = 0;
        boolean link = false;
        PrintOptions.Forced forced = PrintOptions.Forced.NONE;
        String[] words = options.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "-v", "-vv", "-vvv", "-vvvv" -> v += words[i].length() - 1;
                case "-q" -> q++;
                case "-e" -> link = true;
                case "-T" -> {
                    i++;
                    forced = PrintOptions.Forced.valueOf(words[i].toUpperCase(java.util.Locale.ROOT));
                }
                default -> {
                    // none
                }
            }
        }
        return new PrintOptions(
                verbosity < 0 ? v : verbosity, q, true, false, link, false, false, false, false, false, false, forced);
    }

    /** The link-layer type of the frame. */
    int linkType() {
        return carrier.startsWith("link ") ? Integer.parseInt(carrier.substring(5)) : ETHERNET;
    }

    /** The frame's bytes. */
    byte[] frame() {
        String[] words = carrier.split(" ", -1);
        return switch (words[0]) {
            case "udp" -> ip(17, udp(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
            case "tcp" -> ip(6, tcp(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
            case "ip6" -> ip6(Integer.parseInt(words[1]), payload);
            case "ip" -> ip(Integer.parseInt(words[1]), payload);
            case "ether" -> ether(Integer.parseInt(words[1], 16), payload);
            case "link" -> payload;
            default -> throw new IllegalArgumentException(carrier);
        };
    }

    /** What is printed of it. */
    String print(int verbosity) {
        Line line = new Line();
        PacketText text = new PacketText(printOptions(verbosity), PacketText.Bytes.NONE, Names.NONE, line);
        byte[] frame = frame();
        text.print(linkType(), frame, 0, frame.length, frame.length);
        return line.toString();
    }

    private static byte[] ether(int type, byte[] payload) {
        return ByteBuffer.allocate(14 + payload.length)
                .put(new byte[] {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1})
                .putShort((short) type)
                .put(payload)
                .array();
    }

    private static byte[] ip(int protocol, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(20 + payload.length)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + payload.length))
                .putInt(0)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(0xc0000201)
                .putInt(0xc0000202)
                .put(payload);
        byte[] bytes = packet.array();
        packet.putShort(10, (short) Checksum.of(Checksum.add(0, bytes, 0, 20)));
        return ether(EtherType.IP4, bytes);
    }

    private static byte[] ip6(int protocol, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(40 + payload.length)
                .putInt(0x60000000)
                .putShort((short) payload.length)
                .put((byte) protocol)
                .put((byte) 64)
                .putLong(0x20010db800000000L)
                .putLong(1)
                .putLong(0x20010db800000000L)
                .putLong(2)
                .put(payload);
        return ether(EtherType.IP6, packet.array());
    }

    private byte[] udp(int source, int destination) {
        return ByteBuffer.allocate(8 + payload.length)
                .putShort((short) source)
                .putShort((short) destination)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    private byte[] tcp(int source, int destination) {
        ByteBuffer segment = ByteBuffer.allocate(20 + payload.length)
                .putShort((short) source)
                .putShort((short) destination)
                .putInt(1)
                .putInt(1)
                .putShort((short) 0x5018)
                .putShort((short) 1000)
                .putInt(0)
                .put(payload);
        byte[] bytes = segment.array();
        long pseudo = 0xc000L + 0x0201 + 0xc000 + 0x0202 + 6 + bytes.length;
        segment.putShort(16, (short) Checksum.of(Checksum.add(pseudo, bytes, 0, bytes.length)));
        return bytes;
    }
}
