package astray.packet.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a graph of blocks into a program: instructions for each block, places for the blocks, lengths for the jumps. */
final class Assembler {
    /** The longest a conditional jump reaches; farther it needs a jump of its own. */
    private static final int REACH = 255;

    private final int snapshotLength;
    private final boolean sharing;

    /**
     * @param snapshotLength what a program answers to a packet it takes
     * @param sharing whether a block may use what blocks before it left in the registers, and equal blocks be one
     */
    Assembler(int snapshotLength, boolean sharing) {
        this.snapshotLength = snapshotLength;
        this.sharing = sharing;
    }

    Program assemble(Block root) {
        List<Block> order = endsLast(Order.topological(root));
        Map<Block, Integer> numbers = new HashMap<>();
        List<Test> tests = new ArrayList<>();
        for (Block block : order) {
            numbers.put(block, numbers.size());
            if (!block.isEnd()) {
                tests.add(block.test());
            }
        }
        Map<Value, Integer> kept = sharing ? Emitter.worthKeeping(tests) : Map.of();
        Set<Test> choices = Emitter.choices(tests);
        Map<Block, State> entry = new HashMap<>();
        List<Piece> pieces = new ArrayList<>();
        for (Block block : order) {
            Piece piece = new Piece();
            pieces.add(piece);
            if (block.isEnd()) {
                piece.answer = block == Block.ACCEPT ? snapshotLength : 0;
                continue;
            }
            State state = sharing ? entry.getOrDefault(block, new State()) : new State();
            new Emitter(piece, state, kept).test(block.test());
            piece.yes = numbers.getOrDefault(block.yes(), -1);
            piece.no = numbers.getOrDefault(block.no(), -1);
            boolean chosen = choices.contains(block.test());
            for (int answer = 0; answer < 2; answer++) {
                if (chosen) {
                    state.answers.put(block.test(), answer == 1);
                }
                enter(entry, block.next(answer == 1), state);
            }
        }
        return link(sharing ? merged(pieces) : pieces);
    }

    /** The kernel takes what a "ret" knows of memory for what is known after it, and refuses loads there. */
    private static List<Block> endsLast(List<Block> order) {
        List<Block> sorted = new ArrayList<>();
        for (Block block : order) {
            if (!block.isEnd()) {
                sorted.add(block);
            }
        }
        for (Block block : order) {
            if (block.isEnd()) {
                sorted.add(block);
            }
        }
        return sorted;
    }

    private static void enter(Map<Block, State> entry, Block block, State from) {
        State there = entry.get(block);
        if (there == null) {
            entry.put(block, new State(from));
        } else {
            there.meet(from);
        }
    }

    /** Equal pieces made one, from the end on; those that nothing leads to any more are left out. */
    private static List<Piece> merged(List<Piece> pieces) {
        record Same(Piece piece) {
            @Override
            public boolean equals(Object other) {
                return other instanceof Same(Piece its) && piece.sameAs(its);
            }

            @Override
            public int hashCode() {
                return piece.hash();
            }
        }
        int[] now = new int[pieces.size()];
        Map<Same, Integer> known = new HashMap<>();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            if (piece.jump != null) {
                piece.yes = now[piece.yes];
                piece.no = now[piece.no];
            }
            Integer same = known.putIfAbsent(new Same(piece), i);
            now[i] = same == null ? i : same;
        }
        return reachable(pieces, now[0]);
    }

    private static List<Piece> reachable(List<Piece> pieces, int first) {
        int[] places = new int[pieces.size()];
        boolean[] reached = new boolean[pieces.size()];
        reached[first] = true;
        List<Piece> left = new ArrayList<>();
        for (int i = first; i < pieces.size(); i++) {
            if (reached[i]) {
                Piece piece = pieces.get(i);
                places[i] = left.size();
                left.add(piece);
                if (piece.jump != null) {
                    reached[piece.yes] = true;
                    reached[piece.no] = true;
                }
            }
        }
        for (Piece piece : left) {
            if (piece.jump != null) {
                piece.yes = places[piece.yes];
                piece.no = places[piece.no];
            }
        }
        return left;
    }

    private Program link(List<Piece> pieces) {
        int count = pieces.size();
        boolean[] farYes = new boolean[count];
        boolean[] farNo = new boolean[count];
        int[] starts = new int[count + 1];
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < count; i++) {
                starts[i + 1] = starts[i] + pieces.get(i).lines.size() + 1 + (farYes[i] ? 1 : 0) + (farNo[i] ? 1 : 0);
            }
            for (int i = 0; i < count; i++) {
                Piece piece = pieces.get(i);
                if (piece.jump != null) {
                    int after = starts[i] + piece.lines.size() + 1;
                    if (!farYes[i] && starts[piece.yes] - after > REACH) {
                        farYes[i] = true;
                        grown = true;
                    }
                    if (!farNo[i] && starts[piece.no] - after > REACH) {
                        farNo[i] = true;
                        grown = true;
                    }
                }
            }
        }
        Rows rows = new Rows(starts[count]);
        for (int i = 0; i < count; i++) {
            write(rows, pieces.get(i), starts, farYes[i], farNo[i]);
        }
        return new Program(rows.codes, rows.yes, rows.no, rows.constants);
    }

    private static void write(Rows rows, Piece piece, int[] starts, boolean farYes, boolean farNo) {
        int start = rows.at;
        for (int i = 0; i < piece.lines.size(); i++) {
            Piece.Line line = piece.lines.get(i);
            int after = start + i + 1;
            if (line.code() == (Bpf.JMP | Bpf.JA)) {
                rows.add(line.code(), 0, 0, start + piece.labels.get(line.yes()) - after);
            } else if (line.yes() >= 0) {
                int yes = start + piece.labels.get(line.yes()) - after;
                int no = start + piece.labels.get(line.no()) - after;
                if (yes > REACH || no > REACH) {
                    throw new FilterException("expression is too complex");
                }
                rows.add(line.code(), yes, no, line.k());
            } else {
                rows.add(line.code(), 0, 0, line.k());
            }
        }
        Piece.Line jump = piece.jump;
        if (jump == null) {
            rows.add(Bpf.RET | Bpf.K, 0, 0, piece.answer);
            return;
        }
        int after = rows.at + 1;
        int jumps = (farYes ? 1 : 0) + (farNo ? 1 : 0);
        int yes = farYes ? 0 : starts[piece.yes] - after;
        int no = farNo ? jumps - 1 : starts[piece.no] - after;
        rows.add(jump.code(), yes, no, jump.k());
        if (farYes) {
            rows.add(Bpf.JMP | Bpf.JA, 0, 0, starts[piece.yes] - rows.at - 1);
        }
        if (farNo) {
            rows.add(Bpf.JMP | Bpf.JA, 0, 0, starts[piece.no] - rows.at - 1);
        }
    }

    /** The columns of a program while it is written. */
    private static final class Rows {
        final int[] codes;
        final int[] yes;
        final int[] no;
        final int[] constants;
        int at;

        Rows(int length) {
            codes = new int[length];
            yes = new int[length];
            no = new int[length];
            constants = new int[length];
        }

        void add(int code, int jumpYes, int jumpNo, int k) {
            codes[at] = code;
            yes[at] = jumpYes;
            no[at] = jumpNo;
            constants[at++] = k;
        }
    }
}
