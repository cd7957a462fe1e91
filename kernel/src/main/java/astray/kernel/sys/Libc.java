package astray.kernel.sys;

import astray.kernel.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Functions of the C library, for the few things that the kernel does not know: how this machine resolves names
 * (nsswitch.conf(5)). Each is linked at its first call.
 *
 * <p>All have the shape of syscall(2), so that no further shape has to be linked. That is sound wherever Java's linker
 * runs on Linux: an {@code int} or pointer argument fills a whole register or stack slot, those that a function does
 * not take are not looked at, and of an {@code int} result the lower half counts.
 */
public final class Libc {

    /** A function and how to call it. */
    @SuppressWarnings("restricted")
    private static MethodHandle link(String name) {
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow(name),
                        Sys.SHAPE,
                        Linker.Option.captureCallState("errno"));
    }

    private static final class NameInfo {
        static final MethodHandle HANDLE = link("getnameinfo");

        private NameInfo() {}
    }

    private static final class AddressInfo {
        static final MethodHandle HANDLE = link("getaddrinfo");
        static final MethodHandle FREE = link("freeaddrinfo");

        private AddressInfo() {}
    }

    private static final class Passwd {
        static final MethodHandle BY_UID = link("getpwuid_r");
        static final MethodHandle BY_NAME = link("getpwnam_r");

        private Passwd() {}
    }

    private static final class Identity {
        static final MethodHandle GROUPS = link("initgroups");
        static final MethodHandle GROUP = link("setgid");
        static final MethodHandle USER = link("setuid");

        private Identity() {}
    }

    /**
     * What a function of netdb.h says.
     *
     * @param code 0, or one of its EAI error codes, which are negative
     * @param errno what errno(3) was set to; it counts with EAI_SYSTEM only
     */
    public record Status(int code, Errno errno) {}

    private Libc() {}

    /** {@code int getnameinfo(const struct sockaddr *, socklen_t, char *host, socklen_t, char *service, socklen_t, int)}. */
    public static Status getnameinfo(MemorySegment address, MemorySegment host, int flags) {
        return status(
                NameInfo.HANDLE, address.address(), address.byteSize(), host.address(), host.byteSize(), 0, 0, flags);
    }

    /**
     * {@code int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **)}.
     *
     * @param result receives the list's address; what is there is freed by {@link #freeaddrinfo}
     */
    public static Status getaddrinfo(MemorySegment node, MemorySegment hints, MemorySegment result) {
        return status(AddressInfo.HANDLE, node.address(), 0, hints.address(), result.address(), 0, 0, 0);
    }

    /** {@code void freeaddrinfo(struct addrinfo *)}. */
    public static void freeaddrinfo(long list) {
        status(AddressInfo.FREE, list, 0, 0, 0, 0, 0, 0);
    }

    /** {@code int getpwuid_r(uid_t, struct passwd *, char *texts, size_t, struct passwd **result)}. */
    public static Status getpwuid(int uid, MemorySegment passwd, MemorySegment texts, MemorySegment result) {
        long number = uid & 0xffff_ffffL;
        return status(
                Passwd.BY_UID, number, passwd.address(), texts.address(), texts.byteSize(), result.address(), 0, 0);
    }

    /** {@code int getpwnam_r(const char *name, struct passwd *, char *texts, size_t, struct passwd **result)}. */
    public static Status getpwnam(MemorySegment name, MemorySegment passwd, MemorySegment texts, MemorySegment result) {
        long key = name.address();
        return status(Passwd.BY_NAME, key, passwd.address(), texts.address(), texts.byteSize(), result.address(), 0, 0);
    }

    /**
     * {@code initgroups(name, group)}, {@code setgid(group)}, {@code setuid(uid)}: the process becomes a user, all its
     * threads together, which the system calls by themselves do not do.
     *
     * @return what the first said that was refused, else the last
     */
    public static Status becomeUser(MemorySegment name, int uid, int group) {
        Status groups = status(Identity.GROUPS, name.address(), group & 0xffff_ffffL, 0, 0, 0, 0, 0);
        if (groups.code() != 0) {
            return groups;
        }
        Status main = status(Identity.GROUP, group & 0xffff_ffffL, 0, 0, 0, 0, 0, 0);
        return main.code() != 0 ? main : status(Identity.USER, uid & 0xffff_ffffL, 0, 0, 0, 0, 0, 0);
    }

    /** Memory of the C library's own. */
    @SuppressWarnings("restricted")
    public static MemorySegment at(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    private static Status status(MethodHandle function, long a, long b, long c, long d, long e, long f, long g) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            int code = (int) (long) function.invokeExact(state, a, b, c, d, e, f, g);
            return new Status(code, Errno.of(state.get(ValueLayout.JAVA_INT, 0)));
        } catch (Throwable impossible) {
            throw new AssertionError("a native call throws nothing", impossible);
        }
    }
}
