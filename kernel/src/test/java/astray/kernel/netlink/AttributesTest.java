package astray.kernel.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.IpAddress;
import astray.kernel.Layouts;
import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private static Attributes of(Request request) {
        Message message = Message.at(request.finish(7), 0);
        if (message == null) {
            throw new AssertionError("no message");
        }
        return message.attributes(0);
    }

    @Test
    void headersAreAsTheKernelHasThem() {
        assertEquals(Layouts.size("struct nlmsghdr"), Message.HEADER);
        byte[] message = new Request(0x1234).flags(0x300).zeroes(4).finish(0x01020304);
        assertEquals(message.length, Attributes.s32At(message, Layouts.offset("struct nlmsghdr", "nlmsg_len")));
        assertEquals(0x1234, Attributes.u16At(message, Layouts.offset("struct nlmsghdr", "nlmsg_type")));
        assertEquals(0x301, Attributes.u16At(message, Layouts.offset("struct nlmsghdr", "nlmsg_flags")));
        assertEquals(0x01020304, Attributes.s32At(message, Layouts.offset("struct nlmsghdr", "nlmsg_seq")));
    }

    @Property
    void whatIsWrittenIsRead(
            @ForAll @IntRange(min = 0, max = 255) int u8,
            @ForAll @IntRange(min = 0, max = 65535) int u16,
            @ForAll int word,
            @ForAll @Size(max = 40) byte[] bytes,
            @ForAll long high,
            @ForAll long low) {
        IpAddress v6 = new IpAddress(astray.facts.Family.INET6, high, low);
        Attributes read = of(new Request(1)
                .attributeU8(1, u8)
                .attributeU16(2, u16)
                .attributeU32(3, word)
                .attribute(4, bytes)
                .attribute(5, v6)
                .attribute(6, IpAddress.v4(word))
                .attributeBe16(7, u16)
                .nested(8, inside -> inside.attributeU8(1, u8).nested(2, deep -> deep.attributeU32(3, word))));
        assertEquals(u8, read.u8(1, -1));
        assertEquals(u16, read.u16(2, -1));
        assertEquals(word, read.s32(3, ~word));
        assertEquals(Integer.toUnsignedLong(word), read.u32(3, -1));
        assertArrayEquals(bytes, read.bytes(4));
        assertEquals(v6, read.address(5));
        assertEquals(IpAddress.v4(word), read.address(6));
        assertEquals(u16, read.be16(7, -1));
        assertEquals(word, read.nested(8).nested(2).s32(3, ~word));
        assertFalse(read.has(9));
        assertTrue(read.nested(9).isEmpty());
    }

    @Test
    void whatIsMissingOrTooShortIsTheValueGiven() {
        Attributes read = of(new Request(1).attributeU8(1, 5).attribute(2, new byte[3]));
        assertEquals(-1, read.u16(1, -1));
        assertEquals(-1, read.u32(2, -1));
        assertEquals(-1, read.u64(2, -1));
        assertNull(read.address(2));
        assertNull(read.string(3));
    }

    @Test
    void theRowEndsWhereALengthDoesNotFit() {
        byte[] bytes = {5, 0, 1, 0, 42, 0, 0, 0, (byte) 200, 0, 2, 0};
        Attributes read = new Attributes(bytes, 0, bytes.length);
        assertEquals(42, read.u8(1, -1));
        assertFalse(read.has(2));
    }

    @FuzzTest(maxDuration = "30s")
    @Tag("fuzz")
    void anyBytesAreReadWithoutAccident(byte[] bytes) {
        walk(new Attributes(bytes, 0, bytes.length), 0);
        for (Message m = Message.at(bytes, 0); m != null; m = m.next()) {
            assertTrue(m.length() >= 0);
            walk(m.attributes(m.u8(0)), 0);
            assertTrue(m.u64(m.length() - 4) == 0 && m.be16(m.length()) == 0);
        }
    }

    private static void walk(Attributes attributes, int depth) {
        for (Attributes.Attribute attribute : attributes) {
            assertEquals(attribute.length(), attribute.bytes().length);
            assertTrue(attribute.string().length() <= attribute.length());
            assertEquals(0, attribute.u64(attribute.length()));
            attribute.address();
            if (depth < 8) {
                walk(attribute.nested(), depth + 1);
                walk(attribute.nested(attribute.u8(0)), depth + 1);
            }
        }
    }
}
