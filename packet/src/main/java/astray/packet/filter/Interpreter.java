package astray.packet.filter;

/**
 * Classic BPF as bpf(4) tells it, with libpcap's answers where the kernel and it may differ: a shift by more than 31
 * bits gives 0. Backward jumps are allowed, for chains of headers; each round of a chain goes forward in the packet or
 * ends by the limit on steps, so that no packet can hang it.
 */
final class Interpreter {
    /** More backward jumps than that no chain of headers needs; a packet that makes it do so is refused. */
    private static final int MOST_ROUNDS = 65536;

    private Interpreter() {}

    static int run(Program program, byte[] packet, int at, int captured, int length) {
        int[] codes = program.codes;
        int[] constants = program.constants;
        int[] yes = program.jumpsTrue;
        int[] no = program.jumpsFalse;
        int a = 0;
        int x = 0;
        int[] cells = null;
        int rounds = 0;
        int end = codes.length;
        for (int pc = 0; pc < end; pc++) {
            int code = codes[pc];
            int k = constants[pc];
            switch (code) {
                case Bpf.LD | Bpf.ABS | Bpf.W -> {
                    if (outside(k, 4, captured)) {
                        return 0;
                    }
                    a = word(packet, at + k);
                }
                case Bpf.LD | Bpf.IND | Bpf.W -> {
                    if (outside(x, k, 4, captured)) {
                        return 0;
                    }
                    a = word(packet, at + x + k);
                }
                case Bpf.LD | Bpf.ABS | Bpf.H -> {
                    if (outside(k, 2, captured)) {
                        return 0;
                    }
                    a = half(packet, at + k);
                }
                case Bpf.LD | Bpf.IND | Bpf.H -> {
                    if (outside(x, k, 2, captured)) {
                        return 0;
                    }
                    a = half(packet, at + x + k);
                }
                case Bpf.LD | Bpf.ABS | Bpf.B -> {
                    if (outside(k, 1, captured)) {
                        return 0;
                    }
                    a = packet[at + k] & 0xff;
                }
                case Bpf.LD | Bpf.IND | Bpf.B -> {
                    if (outside(x, k, 1, captured)) {
                        return 0;
                    }
                    a = packet[at + x + k] & 0xff;
                }
                case Bpf.LDX | Bpf.MSH | Bpf.B -> {
                    if (k < 0 || k >= captured) {
                        return 0;
                    }
                    x = (packet[at + k] & 0xf) << 2;
                }
                case Bpf.JMP | Bpf.JEQ | Bpf.K -> pc += a == k ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JSET | Bpf.K -> pc += (a & k) != 0 ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JGT | Bpf.K ->
                    pc += a + Integer.MIN_VALUE > k + Integer.MIN_VALUE ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JGE | Bpf.K ->
                    pc += a + Integer.MIN_VALUE >= k + Integer.MIN_VALUE ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JEQ | Bpf.X -> pc += a == x ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JSET | Bpf.X -> pc += (a & x) != 0 ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JGT | Bpf.X ->
                    pc += a + Integer.MIN_VALUE > x + Integer.MIN_VALUE ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JGE | Bpf.X ->
                    pc += a + Integer.MIN_VALUE >= x + Integer.MIN_VALUE ? yes[pc] : no[pc];
                case Bpf.JMP | Bpf.JA -> {
                    if (k < 0 && ++rounds > MOST_ROUNDS) {
                        return 0;
                    }
                    pc += k;
                }
                case Bpf.RET | Bpf.K -> {
                    return k;
                }
                case Bpf.LD | Bpf.IMM -> a = k;
                case Bpf.LDX | Bpf.IMM -> x = k;
                case Bpf.LD | Bpf.LEN -> a = length;
                case Bpf.LDX | Bpf.LEN -> x = length;
                case Bpf.LD | Bpf.MEM -> a = cells == null ? 0 : cells[k];
                case Bpf.LDX | Bpf.MEM -> x = cells == null ? 0 : cells[k];
                case Bpf.ST, Bpf.STX -> {
                    if (cells == null) {
                        cells = new int[Bpf.CELLS];
                    }
                    cells[k] = code == Bpf.ST ? a : x;
                }
                case Bpf.MISC | Bpf.TAX -> x = a;
                case Bpf.MISC | Bpf.TXA -> a = x;
                case Bpf.ALU | Bpf.NEG -> a = -a;
                default -> {
                    int by = (code & Bpf.X) != 0 ? x : k;
                    int operation = code & 0xf0;
                    if (by == 0 && (operation == Bpf.DIV || operation == Bpf.MOD)) {
                        return 0;
                    }
                    a = calculate(operation, a, by);
                }
            }
        }
        return 0;
    }

    private static int word(byte[] packet, int at) {
        return (packet[at] & 0xff) << 24
                | (packet[at + 1] & 0xff) << 16
                | (packet[at + 2] & 0xff) << 8
                | packet[at + 3] & 0xff;
    }

    private static int half(byte[] packet, int at) {
        return (packet[at] & 0xff) << 8 | packet[at + 1] & 0xff;
    }

    private static int calculate(int operation, int a, int by) {
        return switch (operation) {
            case Bpf.ADD -> a + by;
            case Bpf.SUB -> a - by;
            case Bpf.MUL -> a * by;
            case Bpf.DIV -> Integer.divideUnsigned(a, by);
            case Bpf.MOD -> Integer.remainderUnsigned(a, by);
            case Bpf.AND -> a & by;
            case Bpf.OR -> a | by;
            case Bpf.XOR -> a ^ by;
            case Bpf.LSH -> Integer.compareUnsigned(by, 31) > 0 ? 0 : a << by;
            case Bpf.RSH -> Integer.compareUnsigned(by, 31) > 0 ? 0 : a >>> by;
            default -> 0;
        };
    }

    /** Whether a load at a constant place is not within what was captured. */
    private static boolean outside(int k, int size, int captured) {
        return k < 0 || k > captured - size;
    }

    /** Whether a load at an index and a constant is not within what was captured; neither alone may exceed that. */
    private static boolean outside(int x, int k, int size, int captured) {
        return k < 0 || x < 0 || k > captured || x > captured - k || x + k > captured - size;
    }
}
