package astray.kernel;

import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Signals that a command answers instead of ending (signal(7)). Whoever started the command may have had it ignore them,
 * as a shell does with SIGINT for what runs in the background; they come all the same.
 */
public final class Signals {
    /** {@code SIGINT}. */
    public static final Signal INTERRUPT = new Signal("INT", 2);

    /** {@code SIGTERM}. */
    public static final Signal TERMINATE = new Signal("TERM", 15);

    /** {@code SIGUSR1}. */
    public static final Signal USER_1 = new Signal("USR1", 10);

    /** {@code struct sigaction} of the kernel: handler, flags, restorer, and a mask of 64 signals. */
    private static final int ACTION = 32;

    private static final int MASK = 8;

    /**
     * A signal.
     *
     * @param name without SIG
     * @param number of asm-generic/signal.h
     */
    public record Signal(String name, int number) {}

    private Signals() {}

    /** What {@link #handle} set; closing it brings back what was there before, but for ignoring. */
    public static final class Handling implements AutoCloseable {
        private final Map<String, Object> before = new LinkedHashMap<>();

        private Handling() {}

        @Override
        public void close() {
            before.forEach(Signals::set);
        }
    }

    /** Has each of these signals run an action, on a thread of Java's own, until what is returned is closed. */
    public static Handling handle(Runnable action, Signal... signals) {
        Handling handling = new Handling();
        for (Signal signal : signals) {
            byDefault(signal.number());
            handling.before.put(signal.name(), set(signal.name(), handler(action, signal.name())));
        }
        return handling;
    }

    /** Java leaves a signal alone that it finds ignored. */
    private static void byDefault(int number) {
        try (Arena arena = Arena.ofConfined()) {
            // all zero: SIG_DFL
            Sys.call(CallNumber.RT_SIGACTION, number, arena.allocate(ACTION, 8).address(), 0, MASK);
        }
    }

    private static Object handler(Runnable action, String name) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (!method.getName().equals("handle")) {
                throw new UnsupportedOperationException("handler of SIG" + name + ": " + method.getName());
            }
            action.run();
            return null;
        };
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            return Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {type}, handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot handle signals", e);
        }
    }

    /**
     * {@code sun.misc.Signal.handle}. By reflection: the compiler would warn of the class at each use, and no option
     * keeps it from that.
     */
    private static Object set(String name, Object handler) {
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            Object signal = signalClass.getConstructor(String.class).newInstance(name);
            Method handle = signalClass.getMethod("handle", signalClass, handlerClass);
            return Objects.requireNonNull(handle.invoke(null, signal, handler));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot handle signals", e);
        }
    }
}
