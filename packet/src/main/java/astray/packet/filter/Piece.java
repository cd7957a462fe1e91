package astray.packet.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of a block before they have places: jumps within the block go to labels, the last one leaves it.
 * Where it leads is known by the number of the block there.
 */
final class Piece {
    /**
     * One instruction.
     *
     * @param yes the label a jump within the block goes to when its test holds, else −1
     * @param no the label for when it does not, else −1
     */
    record Line(int code, int k, int yes, int no) {}

    /** The instructions, the block's own jump not among them. */
    final List<Line> lines = new ArrayList<>();

    /** For each label the index of the line it stands before. */
    final List<Integer> labels = new ArrayList<>();

    /** The jump that ends it, or null for an end of the program. */
    @Nullable
    Line jump;

    /** What the program answers, where it ends. */
    int answer;

    /** The numbers of the pieces that follow. */
    int yes = -1;

    int no = -1;

    void add(int code, int k) {
        lines.add(new Line(code, k, -1, -1));
    }

    int newLabel() {
        labels.add(-1);
        return labels.size() - 1;
    }

    void place(int label) {
        labels.set(label, lines.size());
    }

    /** A conditional jump within the block. */
    void addJump(int code, int k, int yesLabel, int noLabel) {
        lines.add(new Line(code, k, yesLabel, noLabel));
    }

    /** A jump within the block that is always taken, forward or back. */
    void addAlways(int label) {
        lines.add(new Line(Bpf.JMP | Bpf.JA, 0, label, -1));
    }

    /** Whether both do the same and lead to the same. */
    boolean sameAs(Piece other) {
        return lines.equals(other.lines)
                && labels.equals(other.labels)
                && java.util.Objects.equals(jump, other.jump)
                && answer == other.answer
                && yes == other.yes
                && no == other.no;
    }

    int hash() {
        return ((lines.hashCode() * 31 + java.util.Objects.hashCode(jump)) * 31 + yes) * 31 + no;
    }
}
