package astray.kernel.packet;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.netlink.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * A classic BPF program (linux/filter.h, bpf_common.h) that lets through what matters when one peer cannot get through:
 * packets from and to the peer, ARP, and ICMP of the peer's family. It sees packets from their network header on.
 */
final class PeerFilter {
    private static final int LOAD_WORD = 0x20;
    private static final int LOAD_BYTE = 0x30;
    private static final int JUMP_EQUAL = 0x15;
    private static final int RETURN = 0x06;

    /** {@code SKF_AD_OFF + SKF_AD_PROTOCOL}: the Ethernet type. */
    private static final int ETHERNET_TYPE = 0xfffff000;

    private static final int ACCEPT_BYTES = 256;

    /** Jumps are forward only and count instructions; these stand for the two ends until the program is complete. */
    private enum Target {
        NEXT,
        ACCEPT,
        REJECT
    }

    private record Instruction(int code, int value, Target yes, Target no) {}

    private final List<Instruction> program = new ArrayList<>();

    private PeerFilter() {}

    /** The program, eight bytes an instruction: {@code struct sock_filter} in the machine's byte order. */
    static long[] of(IpAddress peer) {
        PeerFilter filter = new PeerFilter();
        boolean inet = peer.family() == Family.INET;
        filter.load(LOAD_WORD, ETHERNET_TYPE);
        if (inet) {
            filter.test(Sightings.ARP, Target.ACCEPT, Target.NEXT);
        }
        filter.test(inet ? Sightings.IPV4 : Sightings.IPV6, Target.NEXT, Target.REJECT);
        filter.load(LOAD_BYTE, inet ? 9 : 6);
        filter.test(inet ? Sightings.ICMP : Sightings.ICMPV6, Target.ACCEPT, Target.NEXT);
        byte[] bytes = Request.bytesOf(peer);
        if (inet) {
            filter.load(LOAD_WORD, 12);
            filter.test(word(bytes, 0), Target.ACCEPT, Target.NEXT);
            filter.load(LOAD_WORD, 16);
            filter.test(word(bytes, 0), Target.ACCEPT, Target.REJECT);
        } else {
            // the last four bytes are enough here: whoever reads looks at all of them
            filter.load(LOAD_WORD, 8 + 12);
            filter.test(word(bytes, 12), Target.ACCEPT, Target.NEXT);
            filter.load(LOAD_WORD, 24 + 12);
            filter.test(word(bytes, 12), Target.ACCEPT, Target.REJECT);
        }
        return filter.finished();
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    private void load(int code, int offset) {
        program.add(new Instruction(code, offset, Target.NEXT, Target.NEXT));
    }

    private void test(int value, Target yes, Target no) {
        program.add(new Instruction(JUMP_EQUAL, value, yes, no));
    }

    private long[] finished() {
        int accept = program.size();
        long[] words = new long[accept + 2];
        for (int i = 0; i < accept; i++) {
            Instruction in = program.get(i);
            words[i] = instruction(in.code(), jump(in.yes(), i, accept), jump(in.no(), i, accept), in.value());
        }
        words[accept] = instruction(RETURN, 0, 0, ACCEPT_BYTES);
        words[accept + 1] = instruction(RETURN, 0, 0, 0);
        return words;
    }

    private static int jump(Target target, int from, int accept) {
        return switch (target) {
            case NEXT -> 0;
            case ACCEPT -> accept - from - 1;
            case REJECT -> accept - from;
        };
    }

    /** {@code struct sock_filter { u16 code; u8 jt; u8 jf; u32 k; }} as a little-endian machine holds it. */
    private static long instruction(int code, int yes, int no, int value) {
        return code | (long) yes << 16 | (long) no << 24 | (long) value << 32;
    }
}
