package astray.kernel;

import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

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

    /** Has each of these signals run an action, on a thread of Java's own, from now on. */
    public static void handle(Runnable action, Signal... signals) {
        for (Signal signal : signals) {
            byDefault(signal.number());
            handle(action, signal.name());
        }
    }

    /** Java leaves a signal alone that it finds ignored. */
    private static void byDefault(int number) {
        try (Arena arena = Arena.ofConfined()) {
            // all zero: SIG_DFL
            Sys.call(CallNumber.RT_SIGACTION, number, arena.allocate(ACTION, 8).address(), 0, MASK);
        }
    }

    /**
     * {@code sun.misc.Signal.handle}. By reflection: the compiler would warn of the class at each use, and no option
     * keeps it from that.
     */
    private static void handle(Runnable action, String name) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "handle" -> {
                    action.run();
                    return null;
                }
                case "equals" -> {
                    return proxy == arguments[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                default -> {
                    return "handler of SIG" + name;
                }
            }
        };
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            Object signal = signalClass.getConstructor(String.class).newInstance(name);
            Method handle = signalClass.getMethod("handle", signalClass, handlerClass);
            handle.invoke(
                    null,
                    signal,
                    Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handlerClass}, handler));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot handle signals", e);
        }
    }
}
