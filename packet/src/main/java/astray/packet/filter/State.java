package astray.packet.filter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which values the registers and the memory hold at a place of the program, null where that is not known; and how tests
 * were answered on the way to it.
 */
final class State {
    @Nullable
    Value a;

    @Nullable
    Value x;

    final @Nullable Value[] cells;
    final Map<Test, Boolean> answers = new HashMap<>();

    State() {
        cells = new Value[Bpf.CELLS];
    }

    State(State other) {
        a = other.a;
        x = other.x;
        cells = Arrays.copyOf(other.cells, other.cells.length);
        answers.putAll(other.answers);
    }

    /** Forgets what does not hold in the other state too. */
    void meet(State other) {
        a = a == other.a ? a : null;
        x = x == other.x ? x : null;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i] == other.cells[i] ? cells[i] : null;
        }
        answers.entrySet().retainAll(other.answers.entrySet());
    }

    int cellOf(Value value) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == value) {
                return i;
            }
        }
        return -1;
    }
}
