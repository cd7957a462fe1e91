package astray.kernel;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.sys.Libc;
import astray.kernel.sys.SocketAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Names and addresses as this machine resolves them for every program: hosts file, name servers, and whatever else
 * nsswitch.conf(5) lists.
 *
 * <p>The C library cannot be interrupted while it waits for a name server, so each question is asked on a thread of its
 * own, in the network namespace of the thread that asks, and is left behind when its time is over. A resolver that
 * leaves too many behind is not asked again. For one thread at a time.
 */
public final class Resolver {
    /** Each is a thread with a stack, waiting for a name server for ten seconds and more. */
    private static final int MOST_LEFT_BEHIND = 8;

    private static final int MOST_REMEMBERED = 1 << 14;

    private static final int SOCK_STREAM = 1;
    private static final int NI_NAMEREQD = 8;
    private static final int NI_MAXHOST = 1025;

    /** {@code struct addrinfo} of netdb.h with 64-bit pointers. */
    private static final int INFO = 48;

    private static final int INFO_FAMILY = 4;
    private static final int INFO_SOCKTYPE = 8;
    private static final int INFO_ADDRLEN = 16;
    private static final int INFO_ADDR = 24;
    private static final int INFO_NEXT = 40;

    private static final int MOST_ADDRESSES = 256;

    private final long limitMillis;
    private final Map<IpAddress, Lookup<String>> remembered = new HashMap<>();
    private final List<FutureTask<?>> leftBehind = new ArrayList<>();

    /**
     * Makes one that has asked nothing yet.
     *
     * @param limitMillis how long to wait for each answer. The C library itself waits 5 s for a name server and then
     *     tries again
     */
    public Resolver(long limitMillis) {
        this.limitMillis = limitMillis;
    }

    /** The name of an address (getnameinfo(3) with NI_NAMEREQD); what was said once is remembered. */
    public Lookup<String> name(IpAddress address) {
        Lookup<String> known = remembered.get(address);
        if (known == null) {
            known = name(address, 0);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(address, known);
            }
        }
        return known;
    }

    /**
     * The name of an address that is link-local.
     *
     * @param scope the index of its interface; 0 for none
     */
    public Lookup<String> name(IpAddress address, int scope) {
        return ask(() -> askName(address, scope));
    }

    /** The addresses of a name, in the order in which programs try them (getaddrinfo(3), gai.conf(5)). */
    public Lookup<List<IpAddress>> addresses(String name) {
        return addresses(name, null);
    }

    /**
     * The addresses of a name.
     *
     * @param family only these; {@code null} for both families
     */
    public Lookup<List<IpAddress>> addresses(String name, @Nullable Family family) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return new Lookup.Failed<>(LookupError.NONAME);
        }
        return ask(() -> askAddresses(name, family));
    }

    private <T> Lookup<T> ask(Callable<Lookup<T>> question) {
        leftBehind.removeIf(FutureTask::isDone);
        if (leftBehind.size() >= MOST_LEFT_BEHIND) {
            return new Lookup.Unanswered<>(0);
        }
        FutureTask<Lookup<T>> task = new FutureTask<>(question);
        Thread.ofPlatform().name("resolver").daemon().start(task);
        try {
            return task.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            leftBehind.add(task);
            return new Lookup.Unanswered<>(limitMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lookup.Unanswered<>(0);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Lookup<String> askName(IpAddress address, int scope) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment host = arena.allocate(NI_MAXHOST);
            Libc.Status status = Libc.getnameinfo(SocketAddress.write(arena, address, 0, scope), host, NI_NAMEREQD);
            return status.code() == 0
                    ? new Lookup.Found<>(text(host))
                    : new Lookup.Failed<>(LookupError.of(status.code(), status.errno()));
        }
    }

    private static Lookup<List<IpAddress>> askAddresses(String name, @Nullable Family family) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment hints = arena.allocate(INFO, 8);
            // a type, or each address would come once for each
            hints.set(ValueLayout.JAVA_INT, INFO_SOCKTYPE, SOCK_STREAM);
            if (family != null) {
                hints.set(ValueLayout.JAVA_INT, INFO_FAMILY, SocketAddress.number(family));
            }
            MemorySegment result = arena.allocate(8, 8);
            Libc.Status status = Libc.getaddrinfo(arena.allocateFrom(name), hints, result);
            if (status.code() != 0) {
                return new Lookup.Failed<>(LookupError.of(status.code(), status.errno()));
            }
            long list = result.get(ValueLayout.JAVA_LONG, 0);
            try {
                return new Lookup.Found<>(addresses(list));
            } finally {
                Libc.freeaddrinfo(list);
            }
        }
    }

    private static List<IpAddress> addresses(long list) {
        List<IpAddress> addresses = new ArrayList<>();
        long at = list;
        while (at != 0 && addresses.size() < MOST_ADDRESSES) {
            MemorySegment info = Libc.at(at, INFO);
            long length = Integer.toUnsignedLong(info.get(ValueLayout.JAVA_INT, INFO_ADDRLEN));
            IpAddress address = SocketAddress.address(Libc.at(info.get(ValueLayout.JAVA_LONG, INFO_ADDR), length));
            if (address != null) {
                addresses.add(address);
            }
            at = info.get(ValueLayout.JAVA_LONG, INFO_NEXT);
        }
        return List.copyOf(addresses);
    }

    private static String text(MemorySegment host) {
        byte[] bytes = host.toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
