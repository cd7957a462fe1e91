package astray.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class XxHash64Test {
    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        XxHash64 hash = new XxHash64();
        hash.add(bytes, 0, bytes.length);
        return hash.value();
    }

    /** As xxhsum(1) prints them. */
    @Test
    void knownTextsHaveTheirHashes() {
        assertEquals(0xef46db3751d8e999L, hash(""));
        assertEquals(0xd24ec4f1a98c6e5bL, hash("a"));
        assertEquals(0x44bc2cf5ad770999L, hash("abc"));
        assertEquals(0xfbcea83c8a378bf1L, hash("Nobody inspects the spammish repetition"));
    }

    @Property(tries = 300)
    void piecesDoNotMatter(@ForAll @Size(max = 200) byte[] bytes, @ForAll byte size) {
        XxHash64 whole = new XxHash64();
        whole.add(bytes, 0, bytes.length);
        XxHash64 pieces = new XxHash64();
        int piece = 1 + (size & 0x3f);
        for (int at = 0; at < bytes.length; at += piece) {
            pieces.add(bytes, at, Math.min(piece, bytes.length - at));
        }
        assertEquals(whole.value(), pieces.value());
    }
}
