package astray.packet.filter;

import org.jspecify.annotations.Nullable;

/**
 * Programs for cooked links (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2) as the kernel can run them. Their header is made
 * up after capturing: the kernel's filter sees packets from the network header on, and what the header would say it
 * tells aside (SKF_AD_OFF of linux/filter.h).
 */
final class CookedFilter {
    private static final int ASIDE = Tunnels.ASIDE;
    private static final int ASIDE_PROTOCOL = ASIDE;
    private static final int ASIDE_PACKET_TYPE = ASIDE + 4;
    private static final int ASIDE_INTERFACE = ASIDE + 8;
    private static final int ASIDE_HARDWARE_TYPE = ASIDE + 28;

    private static final int SLL = 113;
    private static final int SLL_HEADER = 16;
    private static final int SLL2_HEADER = 20;

    private CookedFilter() {}

    /** The program for the kernel; {@code null} when it asks for what the kernel does not tell. */
    static @Nullable Program of(Program program, int linkType) {
        int header = linkType == SLL ? SLL_HEADER : SLL2_HEADER;
        int count = program.length();
        int[] codes = new int[count];
        int[] yes = new int[count];
        int[] no = new int[count];
        int[] constants = new int[count];
        for (int i = 0; i < count; i++) {
            int code = program.code(i);
            int k = program.constant(i);
            codes[i] = code;
            yes[i] = program.jumpTrue(i);
            no[i] = program.jumpFalse(i);
            constants[i] = k;
            switch (Bpf.kind(code)) {
                case Bpf.LD, Bpf.LDX -> {
                    int mode = code & 0xe0;
                    boolean indirect = mode == Bpf.IND;
                    if (mode == Bpf.LEN) {
                        return null;
                    }
                    if (mode == Bpf.IMM || mode == Bpf.MEM || k < 0 && !indirect) {
                        continue;
                    }
                    if (k >= header) {
                        constants[i] = k - header;
                    } else {
                        int aside = indirect || mode == Bpf.MSH ? 0 : aside(linkType, k, Bpf.width(code));
                        if (aside == 0) {
                            return null;
                        }
                        constants[i] = aside;
                    }
                }
                case Bpf.RET -> constants[i] = k == 0 ? 0 : Math.max(1, k - header);
                default -> {}
            }
        }
        return new Program(codes, yes, no, constants);
    }

    /** Where the kernel tells what the header has at a place; 0 where it does not. */
    private static int aside(int linkType, int at, int width) {
        if (linkType == SLL) {
            return at == 0 && width == 2 ? ASIDE_PACKET_TYPE : at == 14 && width == 2 ? ASIDE_PROTOCOL : 0;
        }
        return switch (at << 4 | width) {
            case 0 << 4 | 2 -> ASIDE_PROTOCOL;
            case 4 << 4 | 4 -> ASIDE_INTERFACE;
            case 8 << 4 | 2 -> ASIDE_HARDWARE_TYPE;
            case 10 << 4 | 1 -> ASIDE_PACKET_TYPE;
            default -> 0;
        };
    }
}
