package astray.kernel.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * System calls by number through syscall(2). One handle serves them all: each shape of a native call that is linked
 * costs a command some 30 ms at its start.
 *
 * <p>Results follow the kernel's own convention, not the C library's: a value from 0 up is the result, a negative one
 * is an error number with its sign turned. Nothing here throws for what the kernel refuses.
 */
public final class Sys {
    /** {@code long f(long, long, long, long, long, long, long)}: the one shape of native call that is linked. */
    static final FunctionDescriptor SHAPE = FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG);

    /**
     * Where a thread's errno goes: a few bytes that are never freed, for a thread. Allocating them anew at each call
     * would cost a listing of many sockets more than its calls.
     */
    private static final ThreadLocal<MemorySegment> STATE = new ThreadLocal<>() {
        @Override
        protected MemorySegment initialValue() {
            return Arena.global().allocate(Linker.Option.captureStateLayout());
        }
    };

    private Sys() {}

    /** Linked at the first call only: a command that needs no kernel pays nothing. */
    @SuppressWarnings("restricted")
    private static final class Native {
        static final MemorySegment SYSCALL =
                Linker.nativeLinker().defaultLookup().findOrThrow("syscall");

        /** The address is given at each call: binding it to the handle would take one more class at each start. */
        static final MethodHandle HANDLE =
                Linker.nativeLinker().downcallHandle(SHAPE, Linker.Option.captureCallState("errno"));

        private Native() {}
    }

    /** {@code long syscall(long number, ...)}. */
    public static long call(int number, long a, long b, long c, long d, long e, long f) {
        try {
            MemorySegment state = STATE.get();
            long result = (long) Native.HANDLE.invokeExact(Native.SYSCALL, state, (long) number, a, b, c, d, e, f);
            // on Linux errno is all that is captured
            return result == -1 ? -Words.first(state) : result;
        } catch (Throwable impossible) {
            throw new AssertionError("a native call throws nothing", impossible);
        }
    }

    /** With no argument. */
    public static long call(int number) {
        return call(number, 0, 0, 0, 0, 0, 0);
    }

    /** With one argument. */
    public static long call(int number, long a) {
        return call(number, a, 0, 0, 0, 0, 0);
    }

    /** With two arguments. */
    public static long call(int number, long a, long b) {
        return call(number, a, b, 0, 0, 0, 0);
    }

    /** With three arguments. */
    public static long call(int number, long a, long b, long c) {
        return call(number, a, b, c, 0, 0, 0);
    }

    /** With four arguments. */
    public static long call(int number, long a, long b, long c, long d) {
        return call(number, a, b, c, d, 0, 0);
    }

    /** With five arguments. */
    public static long call(int number, long a, long b, long c, long d, long e) {
        return call(number, a, b, c, d, e, 0);
    }
}
