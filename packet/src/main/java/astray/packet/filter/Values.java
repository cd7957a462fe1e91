package astray.packet.filter;

import astray.packet.filter.Test.Jump;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values: one object for equal ones, and in the simplest form that computes the same. */
final class Values {
    private record Key(Op op, int left, int right, @Nullable Test test, int k, int size, int wanted) {}

    private final Map<Key, Value> known = new HashMap<>();

    private Value make(
            Op op, @Nullable Value left, @Nullable Value right, @Nullable Test test, int k, int size, int wanted) {
        Key key = new Key(op, left == null ? -1 : left.id, right == null ? -1 : right.id, test, k, size, wanted);
        Value made = known.get(key);
        if (made == null) {
            made = new Value(op, left, right, test, k, size, wanted, known.size());
            known.put(key, made);
        }
        return made;
    }

    Value constant(int k) {
        return make(Op.CONSTANT, null, null, null, k, 0, 0);
    }

    Value length() {
        return make(Op.LENGTH, null, null, null, 0, 0, 0);
    }

    /** The bytes at a fixed place, counted from the start of the packet. */
    Value load(int size, int offset) {
        return make(Op.LOAD, null, null, null, offset, size, 0);
    }

    /** The bytes at a place that has a computed part; null where it has none. */
    Value load(int size, @Nullable Value index, int offset) {
        if (index == null) {
            return load(size, offset);
        }
        if (index.isConstant()) {
            return load(size, offset + index.k);
        }
        if (index.op == Op.ADD && index.right().isConstant() && staysPositive(index.left(), index.right().k, offset)) {
            return load(size, index.left(), offset + index.right().k);
        }
        return make(Op.LOAD, index, null, null, offset, size, 0);
    }

    /** Whether a sum cannot exceed 31 bits: only then may a constant be moved from the index to the offset. */
    private static boolean staysPositive(Value value, int added, int offset) {
        return added >= 0 && offset >= 0 && most(value) + added + offset <= Integer.MAX_VALUE;
    }

    /** A bound that a value does not exceed, as unsigned. */
    private static long most(Value value) {
        long all = 0xffff_ffffL;
        return switch (value.op) {
            case CONSTANT -> Integer.toUnsignedLong(value.k);
            case LOAD -> all >>> 32 - 8 * value.size;
            case AND -> Math.min(most(value.left()), most(value.right()));
            case ADD -> Math.min(all, most(value.left()) + most(value.right()));
            case SHIFT_LEFT -> value.right().isConstant() ? Math.min(all, most(value.left()) << value.right().k) : all;
            case SELECT -> Math.max(most(value.left()), most(value.right()));
            case LENGTH, NEGATE, SUBTRACT, MULTIPLY, DIVIDE, MODULO, OR, XOR, SHIFT_RIGHT, CHAIN -> all;
        };
    }

    Value negate(Value of) {
        return of.isConstant() ? constant(-of.k) : make(Op.NEGATE, of, null, null, 0, 0, 0);
    }

    /** An operation; a constant divisor is not zero and a constant shift below 32, which the caller has seen to. */
    Value combine(Op op, Value left, Value right) {
        if (right.isConstant()) {
            if (left.isConstant()) {
                return constant(op.apply(left.k, right.k));
            }
            return byConstant(op, left, right);
        }
        if (left.is(0) && (op == Op.ADD || op == Op.OR || op == Op.XOR)) {
            return right;
        }
        if (left.isConstant() && (op == Op.ADD || op == Op.AND || op == Op.OR || op == Op.MULTIPLY || op == Op.XOR)) {
            return byConstant(op, right, left);
        }
        if (op == Op.ADD && right.op == Op.ADD && right.right().isConstant()) {
            return byConstant(Op.ADD, combine(Op.ADD, left, right.left()), right.right());
        }
        if (op == Op.ADD && left.op == Op.ADD && left.right().isConstant()) {
            return byConstant(Op.ADD, combine(Op.ADD, left.left(), right), left.right());
        }
        return make(op, left, right, null, 0, 0, 0);
    }

    private Value byConstant(Op op, Value left, Value right) {
        if (op == Op.SUBTRACT) {
            return byConstant(Op.ADD, left, constant(-right.k));
        }
        if (op == Op.ADD && left.op == Op.ADD && left.right().isConstant()) {
            return byConstant(Op.ADD, left.left(), constant(left.right().k + right.k));
        }
        if (right.k == 0 && leavesAlone(op)) {
            return left;
        }
        if (right.k == 0 && (op == Op.MULTIPLY || op == Op.AND)) {
            return constant(0);
        }
        if (right.k == 1 && (op == Op.MULTIPLY || op == Op.DIVIDE)) {
            return left;
        }
        return make(op, left, right, null, 0, 0, 0);
    }

    private static boolean leavesAlone(Op withZero) {
        return switch (withZero) {
            case ADD, SUBTRACT, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT -> true;
            default -> false;
        };
    }

    Value add(@Nullable Value left, Value right) {
        return left == null ? right : combine(Op.ADD, left, right);
    }

    /** The length of the IPv4 header that begins at a place: four times the lower half of its first byte. */
    Value ipv4HeaderLength(@Nullable Value index, int offset) {
        Value words = combine(Op.AND, load(1, index, offset), constant(0xf));
        return combine(Op.SHIFT_LEFT, words, constant(2));
    }

    Value select(Condition condition, Value yes, Value no) {
        return switch (condition) {
            case Condition.Always always -> always.holds() ? yes : no;
            case Condition.Inverse(Condition of) -> select(of, no, yes);
            case Condition.Both(Condition first, Condition second) -> select(first, select(second, yes, no), no);
            case Condition.Either(Condition first, Condition second) -> select(first, yes, select(second, yes, no));
            case Test test -> yes == no ? yes : make(Op.SELECT, yes, no, test, 0, 0, 0);
        };
    }

    /**
     * The end of a chain of headers.
     *
     * @param offset where the IP header begins
     */
    Value chain(int version, int offset, int wanted) {
        return make(Op.CHAIN, null, null, null, offset, version, wanted);
    }

    /** A comparison in the simplest form that tells the same. */
    Condition compare(Value subject, Jump jump, Value against) {
        if (!against.isConstant()) {
            return new Test(subject, jump, against);
        }
        int k = against.k;
        if (subject.isConstant()) {
            return jump.holds(subject.k, k) ? Condition.Always.TRUE : Condition.Always.FALSE;
        }
        return switch (jump) {
            case EQUAL -> equal(subject, k);
            case GREATER, GREATER_OR_EQUAL -> new Test(subject, jump, against);
            case ANY_BIT -> k == 0 ? Condition.Always.FALSE : new Test(subject, jump, against);
        };
    }

    private Condition equal(Value subject, int k) {
        if (subject.op == Op.ADD && subject.right().isConstant()) {
            return equal(subject.left(), k - subject.right().k);
        }
        if (subject.op == Op.SUBTRACT && k == 0) {
            return new Test(subject.left(), Jump.EQUAL, subject.right());
        }
        if (subject.op == Op.AND && k == 0 && subject.right().isConstant()) {
            return new Test(subject.left(), Jump.ANY_BIT, subject.right()).not();
        }
        return new Test(subject, Jump.EQUAL, constant(k));
    }
}
