package astray.journal.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HashTest {

    /** The reference's vectors_sip64: the key is 00 … 0f, the message 00 … n-1. */
    @Test
    void sipHashGivesTheReferenceVectors() {
        long key0 = 0x0706050403020100L;
        long key1 = 0x0f0e0d0c0b0a0908L;
        byte[] message = new byte[64];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }
        assertEquals(0x726fdb47dd0e0e31L, SipHash.hash(message, 0, key0, key1));
        assertEquals(0x74f839c593dc67fdL, SipHash.hash(message, 1, key0, key1));
        assertEquals(0x93f5f5799a932462L, SipHash.hash(message, 8, key0, key1));
        assertEquals(0xa129ca6149be45e5L, SipHash.hash(message, 15, key0, key1));
    }

    /** driver5() of lookup3.c: "c b" for the empty text and for "Four score and seven years ago". */
    @Test
    void jenkinsGivesTheReferenceVectors() {
        assertEquals(0xdeadbeefdeadbeefL, Jenkins.hash(new byte[0], 0));
        byte[] text = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0x17770551ce7226e6L, Jenkins.hash(text, text.length));
    }
}
