package astray.packet.filter;

/** The three forms in which tcpdump prints a program: {@code -d}, {@code -dd} and {@code -ddd}. */
public final class Listing {
    private Listing() {}

    /** For people: one line for each instruction, numbered ({@code -d}). Each line ends with a newline. */
    public static String readable(Program program) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < program.length(); i++) {
            line(out, program, i);
            out.append('\n');
        }
        return out.toString();
    }

    /** As initialisers of C ({@code -dd}). */
    public static String asC(Program program) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < program.length(); i++) {
            out.append("{ 0x").append(Integer.toHexString(program.code(i)));
            out.append(", ").append(program.jumpTrue(i));
            out.append(", ").append(program.jumpFalse(i));
            String hex = Integer.toHexString(program.constant(i));
            out.append(", 0x").repeat('0', 8 - hex.length()).append(hex).append(" },\n");
        }
        return out.toString();
    }

    /** As decimal numbers after a line with their count ({@code -ddd}). */
    public static String asNumbers(Program program) {
        StringBuilder out = new StringBuilder().append(program.length()).append('\n');
        for (int i = 0; i < program.length(); i++) {
            out.append(program.code(i)).append(' ');
            out.append(program.jumpTrue(i)).append(' ');
            out.append(program.jumpFalse(i)).append(' ');
            out.append(Integer.toUnsignedString(program.constant(i))).append('\n');
        }
        return out.toString();
    }

    private static void line(StringBuilder out, Program program, int at) {
        String number = Integer.toString(at);
        out.append('(')
                .repeat('0', Math.max(0, 3 - number.length()))
                .append(number)
                .append(") ");
        int code = program.code(at);
        padded(out, name(code), 8);
        String operand = operand(code, program.constant(at), at);
        if (Bpf.isConditionalJump(code)) {
            padded(out, operand, 16);
            out.append("jt ").append(at + 1 + program.jumpTrue(at));
            out.append("\tjf ").append(at + 1 + program.jumpFalse(at));
        } else {
            out.append(operand);
        }
    }

    private static void padded(StringBuilder out, String text, int width) {
        out.append(text).repeat(' ', Math.max(0, width - text.length())).append(' ');
    }

    private static String name(int code) {
        return switch (Bpf.kind(code)) {
            case Bpf.LD -> (code & 0xe0) == Bpf.ABS || (code & 0xe0) == Bpf.IND ? "ld" + suffix(code) : "ld";
            case Bpf.LDX -> (code & 0xe0) == Bpf.MSH ? "ldxb" : "ldx";
            case Bpf.ST -> "st";
            case Bpf.STX -> "stx";
            case Bpf.RET -> "ret";
            case Bpf.MISC -> (code & Bpf.TXA) != 0 ? "txa" : "tax";
            case Bpf.JMP ->
                switch (code & 0xf0) {
                    case Bpf.JA -> "ja";
                    case Bpf.JEQ -> "jeq";
                    case Bpf.JGT -> "jgt";
                    case Bpf.JGE -> "jge";
                    default -> "jset";
                };
            default ->
                switch (code & 0xf0) {
                    case Bpf.ADD -> "add";
                    case Bpf.SUB -> "sub";
                    case Bpf.MUL -> "mul";
                    case Bpf.DIV -> "div";
                    case Bpf.MOD -> "mod";
                    case Bpf.AND -> "and";
                    case Bpf.OR -> "or";
                    case Bpf.XOR -> "xor";
                    case Bpf.LSH -> "lsh";
                    case Bpf.RSH -> "rsh";
                    default -> "neg";
                };
        };
    }

    private static String suffix(int load) {
        return switch (load & 0x18) {
            case Bpf.H -> "h";
            case Bpf.B -> "b";
            default -> "";
        };
    }

    private static String operand(int code, int k, int at) {
        return switch (Bpf.kind(code)) {
            case Bpf.LD, Bpf.LDX ->
                switch (code & 0xe0) {
                    case Bpf.IMM -> "#0x" + Integer.toHexString(k);
                    case Bpf.ABS -> "[" + Metadata.place(k) + "]";
                    case Bpf.IND -> "[x + " + k + "]";
                    case Bpf.MEM -> "M[" + k + "]";
                    case Bpf.LEN -> "#pktlen";
                    default -> "4*([" + k + "]&0xf)";
                };
            case Bpf.ST, Bpf.STX -> "M[" + k + "]";
            case Bpf.RET -> "#" + k;
            case Bpf.MISC -> "";
            case Bpf.JMP ->
                code == (Bpf.JMP | Bpf.JA)
                        ? Integer.toString(at + 1 + k)
                        : (code & Bpf.X) != 0 ? "x" : "#0x" + Integer.toHexString(k);
            default -> calculation(code, k);
        };
    }

    /** Masks are printed in base 16, other numbers in base 10. */
    private static String calculation(int code, int k) {
        if ((code & 0xf0) == Bpf.NEG) {
            return "";
        }
        if ((code & Bpf.X) != 0) {
            return "x";
        }
        return switch (code & 0xf0) {
            case Bpf.AND, Bpf.OR, Bpf.XOR -> "#0x" + Integer.toHexString(k);
            default -> "#" + k;
        };
    }
}
