package astray.packet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Replies of Rx tell nothing of what was called: that is known from the call. */
final class RxTest {
    private static final int CLIENT = 1;
    private static final int SERVER = 2;
    private static final int CACHE_PORT = 7001;
    private static final int LOCATION_PORT = 7003;
    private static final int FILE_PORT = 7000;
    private static final int RAW = 101;

    private final Line line = new Line();
    private final PacketText text = new PacketText(PrintOptions.PLAIN, PacketText.Bytes.NONE, Names.NONE, line);

    private String print(int source, int destination, int sourcePort, int destinationPort, String payload) {
        byte[] bytes = HexFormat.of().parseHex(payload.replace(" ", ""));
        ByteBuffer packet = ByteBuffer.allocate(28 + bytes.length);
        packet.putShort((short) 0x4500).putShort((short) packet.capacity()).putInt(0);
        packet.put((byte) 64).put((byte) 17).putShort((short) 0);
        packet.putInt(0xc0000200 + source).putInt(0xc0000200 + destination);
        packet.putShort((short) sourcePort).putShort((short) destinationPort);
        packet.putShort((short) (8 + bytes.length)).putShort((short) 0).put(bytes);
        line.cut(0);
        text.print(RAW, packet.array(), 0, packet.capacity(), packet.capacity());
        return line.toString();
    }

    private String call(int port, int number, String operation) {
        return print(CLIENT, SERVER, CACHE_PORT, port, header(number, "01 05") + operation);
    }

    private String reply(int port, int number, String type, String results) {
        return print(SERVER, CLIENT, port, CACHE_PORT, header(number, type) + results);
    }

    private static String header(int number, String typeAndFlags) {
        return "00000001 00000004 %08x 00000001 00000001 %s 0000 0000 0001".formatted(number, typeAndFlags);
    }

    @Test
    void aReplyIsToldByItsCall() {
        assertEquals(
                "IP 192.0.2.1.7001 > 192.0.2.2.7003:  rx data vldb call get-new-volume-id bump 1 (36)",
                call(LOCATION_PORT, 1, "000001f9 00000001"));
        assertEquals(
                "IP 192.0.2.2.7003 > 192.0.2.1.7001:  rx data vldb reply get-new-volume-id newvol 77 (32)",
                reply(LOCATION_PORT, 1, "01 04", "0000004d"));
    }

    @Test
    void aReplyWithoutItsCallIsOnlyData() {
        assertEquals("IP 192.0.2.2.7003 > 192.0.2.1.7001:  rx data (32)", reply(LOCATION_PORT, 2, "01 04", "0000004d"));
    }

    @Test
    void anAbortTellsItsError() {
        call(FILE_PORT, 3, "00000084 20000001 00000002 00000003");
        assertEquals(
                "IP 192.0.2.2.7000 > 192.0.2.1.7001:  rx abort fs reply fetch-status error volume offline (32)",
                reply(FILE_PORT, 3, "04 00", "0000006a"));
    }

    @Test
    void theEldestOfManyCallsIsForgotten() {
        for (int number = 1; number <= 65; number++) {
            call(LOCATION_PORT, number, "000001f9 00000001");
        }
        assertEquals("IP 192.0.2.2.7003 > 192.0.2.1.7001:  rx data (32)", reply(LOCATION_PORT, 1, "01 04", "0000004d"));
        assertEquals(
                "IP 192.0.2.2.7003 > 192.0.2.1.7001:  rx data vldb reply get-new-volume-id newvol 77 (32)",
                reply(LOCATION_PORT, 2, "01 04", "0000004d"));
    }
}
