package astray.packet.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts a block's test into instructions: the value tested into the accumulator A, one it is compared with into the index
 * register X, what else is needed into memory. What is at hand is not computed again.
 */
final class Emitter {
    /** A value that takes fewer instructions than that is computed anew rather than kept in memory. */
    private static final int WORTH_KEEPING = 4;

    /** The other cells hold what one computation needs for a moment. */
    private static final int MOST_KEPT = 8;

    /** In which cell a value is kept that more than one block needs. */
    private final Map<Value, Integer> kept;

    private final int firstTemporary;
    private final Piece piece;
    private final State state;
    private int temporaries;

    /** Emits into a piece, beginning with what the state says, and leaves in the state what holds at its end. */
    Emitter(Piece piece, State state, Map<Value, Integer> kept) {
        this.piece = piece;
        this.state = state;
        this.kept = kept;
        this.firstTemporary = kept.size();
    }

    /** The values worth a cell: costly ones that more than one of the tests need, the cells counted from 0. */
    static Map<Value, Integer> worthKeeping(Iterable<Test> tests) {
        Map<Value, Integer> uses = new HashMap<>();
        Map<Value, Integer> cells = new HashMap<>();
        for (Test test : tests) {
            Map<Value, Boolean> counted = new HashMap<>();
            count(test.subject(), uses, counted);
            count(test.against(), uses, counted);
        }
        // In the order the values came to be: parts before the whole, and the same expression gives the same program.
        List<Value> again = new ArrayList<>();
        uses.forEach((value, times) -> {
            if (times > 1) {
                again.add(value);
            }
        });
        again.sort((one, other) -> Integer.compare(one.id, other.id));
        for (Value value : again) {
            if (cells.size() < MOST_KEPT && cost(value, cells) >= WORTH_KEEPING) {
                cells.put(value, cells.size());
            }
        }
        return cells;
    }

    /** The tests that choices hang on, among the values of others. */
    static Set<Test> choices(Iterable<Test> tests) {
        Set<Test> choices = new HashSet<>();
        Map<Value, Boolean> seen = new HashMap<>();
        for (Test test : tests) {
            choices(test.subject(), choices, seen);
            choices(test.against(), choices, seen);
        }
        return choices;
    }

    private static void choices(Value value, Set<Test> choices, Map<Value, Boolean> seen) {
        if (seen.put(value, true) != null) {
            return;
        }
        if (value.test != null) {
            choices.add(value.test);
            choices(value.test.subject(), choices, seen);
            choices(value.test.against(), choices, seen);
        }
        if (value.left != null) {
            choices(value.left, choices, seen);
        }
        if (value.right != null) {
            choices(value.right, choices, seen);
        }
    }

    private static void count(Value value, Map<Value, Integer> uses, Map<Value, Boolean> counted) {
        if (counted.put(value, true) != null) {
            return;
        }
        uses.merge(value, 1, Integer::sum);
        if (value.left != null) {
            count(value.left, uses, counted);
        }
        if (value.right != null) {
            count(value.right, uses, counted);
        }
        if (value.test != null) {
            count(value.test.subject(), uses, counted);
            count(value.test.against(), uses, counted);
        }
    }

    /** How many instructions a value takes, with those that are kept at hand. */
    private static int cost(Value value, Map<Value, Integer> kept) {
        if (kept.containsKey(value)) {
            return 1;
        }
        return switch (value.op) {
            case CONSTANT, LENGTH -> 1;
            case LOAD -> value.left == null ? 1 : 1 + (isHeaderLength(value.left) ? 1 : cost(value.left, kept));
            case NEGATE -> 1 + cost(value.left(), kept);
            case SELECT ->
                3 + cost(value.test().subject(), kept) + cost(value.left(), kept) + cost(value.right(), kept);
            case CHAIN -> 30;
            default ->
                value.right().isConstant()
                        ? 1 + cost(value.left(), kept)
                        : 3 + cost(value.left(), kept) + cost(value.right(), kept);
        };
    }

    /** The whole test; the jump itself goes to the piece's end. */
    void test(Test test) {
        if (test.against().isConstant()) {
            toA(test.subject());
            piece.jump = new Piece.Line(Bpf.JMP | Bpf.of(test.jump()) | Bpf.K, test.against().k, -1, -1);
        } else {
            both(test.subject(), test.against());
            piece.jump = new Piece.Line(Bpf.JMP | Bpf.of(test.jump()) | Bpf.X, 0, -1, -1);
        }
    }

    /** One value into A, another into X. */
    private void both(Value a, Value x) {
        if (state.x == x && leavesX(a)) {
            toA(a);
        } else if (loadsX(x)) {
            toA(a);
            toX(x);
        } else if (needsNoX(a)) {
            toX(x);
            toA(a);
        } else {
            toA(a);
            int cell = temporary(a);
            toX(x);
            load(cell, a);
            release(cell);
        }
    }

    private int temporary(Value inA) {
        int already = state.cellOf(inA);
        if (already >= 0) {
            temporaries++;
            return already;
        }
        int cell = firstTemporary + temporaries++;
        if (cell >= Bpf.CELLS) {
            throw new FilterException("too many registers needed to evaluate expression");
        }
        store(cell, inA);
        return cell;
    }

    private void release(int cell) {
        temporaries--;
        if (cell >= firstTemporary) {
            state.cells[cell] = null;
        }
    }

    private void store(int cell, Value inA) {
        piece.add(Bpf.ST, cell);
        state.cells[cell] = inA;
    }

    private void load(int cell, Value value) {
        if (state.a != value) {
            piece.add(Bpf.LD | Bpf.MEM, cell);
            state.a = value;
        }
    }

    private void toA(Value value) {
        if (state.a == value) {
            return;
        }
        int cell = state.cellOf(value);
        if (cell >= 0) {
            piece.add(Bpf.LD | Bpf.MEM, cell);
            state.a = value;
            return;
        }
        if (state.x == value) {
            piece.add(Bpf.MISC | Bpf.TXA, 0);
            state.a = value;
            return;
        }
        switch (value.op) {
            case CONSTANT -> piece.add(Bpf.LD | Bpf.IMM, value.k);
            case LENGTH -> piece.add(Bpf.LD | Bpf.LEN, 0);
            case LOAD -> {
                if (value.left == null) {
                    piece.add(Bpf.LD | Bpf.ABS | Bpf.ofWidth(value.size), value.k);
                } else {
                    toX(value.left);
                    piece.add(Bpf.LD | Bpf.IND | Bpf.ofWidth(value.size), value.k);
                }
            }
            case NEGATE -> {
                toA(value.left());
                piece.add(Bpf.ALU | Bpf.NEG, 0);
            }
            case SELECT -> choose(value);
            case CHAIN -> Chain.emit(piece, value, firstTemporary + temporaries, state);
            default -> calculate(value);
        }
        state.a = value;
        Integer keep = kept.get(value);
        if (keep != null && state.cells[keep] != value) {
            store(keep, value);
        }
    }

    private void calculate(Value value) {
        int code = Bpf.ALU | Bpf.of(value.op);
        if (!value.right().isConstant()) {
            both(value.left(), value.right());
            piece.add(code | Bpf.X, 0);
            return;
        }
        toA(value.left());
        int k = value.right().k;
        if (value.op == Op.ADD && k < 0) {
            piece.add(Bpf.ALU | Bpf.SUB | Bpf.K, -k);
        } else {
            piece.add(code | Bpf.K, k);
        }
    }

    private void choose(Value value) {
        Test test = value.test();
        Boolean known = state.answers.get(test);
        if (known != null) {
            toA(known ? value.left() : value.right());
            return;
        }
        int shared = shared(value);
        if (test.against().isConstant()) {
            toA(test.subject());
        } else {
            both(test.subject(), test.against());
        }
        int yes = piece.newLabel();
        int no = piece.newLabel();
        int end = piece.newLabel();
        int code = Bpf.JMP | Bpf.of(test.jump());
        if (test.against().isConstant()) {
            piece.addJump(code | Bpf.K, test.against().k, yes, no);
        } else {
            piece.addJump(code | Bpf.X, 0, yes, no);
        }
        State before = new State(state);
        piece.place(yes);
        state.answers.put(test, true);
        toA(value.left());
        State after = new State(state);
        piece.addAlways(end);
        restore(before);
        piece.place(no);
        state.answers.put(test, false);
        toA(value.right());
        piece.place(end);
        state.a = value;
        after.a = value;
        state.meet(after);
        if (shared >= 0) {
            release(shared);
        }
    }

    /** Computes before a choice the costliest value that both ways need, and keeps it; −1 for none. */
    private int shared(Value choice) {
        Set<Value> needed = new HashSet<>();
        need(choice.left(), needed);
        Set<Value> also = new HashSet<>();
        need(choice.right(), also);
        Value costliest = null;
        int most = WORTH_KEEPING - 1;
        for (Value value : also) {
            if (needed.contains(value) && state.cellOf(value) < 0) {
                int cost = cost(value, kept);
                if (cost > most || cost == most && costliest != null && value.id < costliest.id) {
                    costliest = value;
                    most = cost;
                }
            }
        }
        if (costliest == null) {
            return -1;
        }
        toA(costliest);
        return temporary(costliest);
    }

    /** Adds the values without which a value cannot be computed, itself among them. */
    private static void need(Value value, Set<Value> needed) {
        if (!needed.add(value)) {
            return;
        }
        switch (value.op) {
            case CONSTANT, LENGTH, CHAIN -> {
                // Nothing else.
            }
            case LOAD -> {
                if (value.left != null) {
                    need(value.left, needed);
                }
            }
            case NEGATE -> need(value.left(), needed);
            case SELECT -> {
                Set<Value> one = new HashSet<>();
                need(value.left(), one);
                Set<Value> other = new HashSet<>();
                need(value.right(), other);
                one.retainAll(other);
                needed.addAll(one);
            }
            default -> {
                need(value.left(), needed);
                need(value.right(), needed);
            }
        }
    }

    private void restore(State to) {
        state.a = to.a;
        state.x = to.x;
        System.arraycopy(to.cells, 0, state.cells, 0, to.cells.length);
        state.answers.clear();
        state.answers.putAll(to.answers);
    }

    private void toX(Value value) {
        if (state.x == value) {
            return;
        }
        int cell = state.cellOf(value);
        if (cell >= 0 && state.a != value) {
            piece.add(Bpf.LDX | Bpf.MEM, cell);
        } else if (value.isConstant()) {
            piece.add(Bpf.LDX | Bpf.IMM, value.k);
        } else if (value.op == Op.LENGTH && state.a != value) {
            piece.add(Bpf.LDX | Bpf.LEN, 0);
        } else if (isHeaderLength(value) && state.a != value) {
            piece.add(Bpf.LDX | Bpf.MSH | Bpf.B, value.left().left().k);
        } else {
            toA(value);
            piece.add(Bpf.MISC | Bpf.TAX, 0);
        }
        state.x = value;
    }

    /** Whether X takes it by one instruction that leaves A alone, even if what it holds now is lost meanwhile. */
    private boolean loadsX(Value value) {
        return state.cellOf(value) >= 0 || value.isConstant() || value.op == Op.LENGTH || isHeaderLength(value);
    }

    /** Whether a value can be computed into A without a change of X. */
    private boolean leavesX(Value value) {
        if (state.a == value || state.cellOf(value) >= 0) {
            return true;
        }
        return switch (value.op) {
            case CONSTANT, LENGTH -> true;
            case LOAD -> value.left == null || state.x == value.left;
            case NEGATE -> leavesX(value.left());
            case SELECT, CHAIN -> false;
            default -> value.right().isConstant() && leavesX(value.left());
        };
    }

    /** Whether a value can be computed into A whatever X and A hold, and X is as before. */
    private boolean needsNoX(Value value) {
        if (state.cellOf(value) >= 0) {
            return true;
        }
        return switch (value.op) {
            case CONSTANT, LENGTH -> true;
            case LOAD -> value.left == null;
            case NEGATE -> needsNoX(value.left());
            case SELECT, CHAIN -> false;
            default -> value.right().isConstant() && needsNoX(value.left());
        };
    }

    /** What {@code ldxb 4*([k]&0xf)} computes: the length of an IPv4 header at a fixed place. */
    private static boolean isHeaderLength(Value value) {
        return value.op == Op.SHIFT_LEFT
                && value.right().is(2)
                && value.left().op == Op.AND
                && value.left().right().is(0xf)
                && value.left().left().op == Op.LOAD
                && value.left().left().size == 1
                && value.left().left().left == null;
    }
}
