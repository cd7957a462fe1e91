package astray.packet.filter;

/**
 * The loop that goes along a chain of headers ({@code protochain}), with a jump backwards that the kernel refuses. IPv6:
 * hop-by-hop, destination, routing and fragment headers; both: authentication headers. As in libpcap an authentication
 * header is taken to begin the chain anew, counted from the start of the IP header.
 */
final class Chain {
    private static final int NO_NEXT_HEADER = 59;
    private static final int HOP_BY_HOP = 0;
    private static final int DESTINATION = 60;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;

    private static final int JEQ = Bpf.JMP | Bpf.JEQ | Bpf.K;

    private Chain() {}

    static void emit(Piece piece, Value chain, int cell, State state) {
        int header = chain.k;
        if (chain.size == 4) {
            piece.add(Bpf.LD | Bpf.ABS | Bpf.B, header + 9);
            piece.add(Bpf.LDX | Bpf.MSH | Bpf.B, header);
        } else {
            piece.add(Bpf.LD | Bpf.ABS | Bpf.B, header + 6);
            piece.add(Bpf.LDX | Bpf.IMM, 40);
        }
        int again = piece.newLabel();
        int end = piece.newLabel();
        piece.place(again);
        ifEqual(piece, chain.wanted, end);
        ifEqual(piece, NO_NEXT_HEADER, end);
        int authentication = piece.newLabel();
        if (chain.size == 6) {
            extension(piece, header, cell, again, authentication);
        } else {
            piece.add(Bpf.ALU | Bpf.ADD | Bpf.K, 0);
        }
        piece.place(authentication);
        int on = piece.newLabel();
        piece.addJump(JEQ, AUTHENTICATION, on, end);
        piece.place(on);
        // A = the next protocol, X = (its length + 2) * 4.
        piece.add(Bpf.MISC | Bpf.TXA, 0);
        piece.add(Bpf.LD | Bpf.IND | Bpf.B, header);
        piece.add(Bpf.ST, cell);
        piece.add(Bpf.MISC | Bpf.TXA, 0);
        piece.add(Bpf.ALU | Bpf.ADD | Bpf.K, 1);
        piece.add(Bpf.MISC | Bpf.TAX, 0);
        piece.add(Bpf.LD | Bpf.IND | Bpf.B, header);
        piece.add(Bpf.ALU | Bpf.ADD | Bpf.K, 2);
        piece.add(Bpf.ALU | Bpf.MUL | Bpf.K, 4);
        piece.add(Bpf.MISC | Bpf.TAX, 0);
        piece.add(Bpf.LD | Bpf.MEM, cell);
        piece.addAlways(again);
        piece.place(end);
        piece.add(Bpf.ALU | Bpf.ADD | Bpf.K, 0);
        state.x = null;
        state.cells[cell] = null;
    }

    private static void extension(Piece piece, int header, int cell, int again, int other) {
        int extension = piece.newLabel();
        for (int protocol : new int[] {HOP_BY_HOP, DESTINATION, ROUTING}) {
            ifEqual(piece, protocol, extension);
        }
        piece.addJump(JEQ, FRAGMENT, extension, other);
        piece.place(extension);
        // A = the next protocol, X += (its length + 1) * 8.
        piece.add(Bpf.LD | Bpf.IND | Bpf.B, header);
        piece.add(Bpf.ST, cell);
        piece.add(Bpf.LD | Bpf.IND | Bpf.B, header + 1);
        piece.add(Bpf.ALU | Bpf.ADD | Bpf.K, 1);
        piece.add(Bpf.ALU | Bpf.MUL | Bpf.K, 8);
        piece.add(Bpf.ALU | Bpf.ADD | Bpf.X, 0);
        piece.add(Bpf.MISC | Bpf.TAX, 0);
        piece.add(Bpf.LD | Bpf.MEM, cell);
        piece.addAlways(again);
    }

    private static void ifEqual(Piece piece, int k, int label) {
        int next = piece.newLabel();
        piece.addJump(JEQ, k, label, next);
        piece.place(next);
    }
}
