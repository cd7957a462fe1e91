package astray.kernel.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Users as the C library knows them (nsswitch.conf(5)): from LDAP or systemd, besides the file. Linking these costs a
 * command's start some 30 ms and a query may go over the network, so {@code /etc/passwd} is asked first.
 */
public final class PasswordDatabase {
    // struct passwd, pwd.h: char *pw_name, *pw_passwd; uid_t pw_uid; gid_t pw_gid; char *pw_gecos, *pw_dir, *pw_shell
    private static final int PASSWD = 48;
    private static final int PW_NAME = 0;
    private static final int PW_UID = 16;

    private static final int TEXTS = 1 << 16;
    private static final int LONGEST_NAME = 1 << 10;

    private PasswordDatabase() {}

    /** The functions, in one shape: their numbers and pointers all go in whole registers. */
    @SuppressWarnings("restricted")
    private static final class Native {
        /** {@code int getpwuid_r(uid_t, struct passwd *, char *buffer, size_t, struct passwd **result)}. */
        static final MethodHandle BY_UID = link("getpwuid_r");

        /** {@code int getpwnam_r(const char *name, struct passwd *, char *buffer, size_t, struct passwd **result)}. */
        static final MethodHandle BY_NAME = link("getpwnam_r");

        private Native() {}

        private static MethodHandle link(String function) {
            return Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow(function),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.JAVA_LONG));
        }

        /** The name in a {@code struct passwd}, whose pointer leads into the texts beside it. */
        static String name(MemorySegment passwd, MemorySegment texts) {
            long offset = passwd.get(ValueLayout.JAVA_LONG, PW_NAME) - texts.address();
            if (offset < 0 || offset >= texts.byteSize()) {
                return "";
            }
            return texts.getString(offset, StandardCharsets.UTF_8);
        }
    }

    /** The name of a user; {@code null} when there is none, or it could not be asked. */
    public static @Nullable String name(int uid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment passwd = arena.allocate(PASSWD, 8);
            MemorySegment texts = arena.allocate(TEXTS);
            String name = ask(Native.BY_UID, uid & 0xffff_ffffL, passwd, texts, arena)
                    ? Native.name(passwd, texts)
                    : "";
            return name.isEmpty() ? null : name;
        }
    }

    /** The number of a user; {@code null} when there is none of this name, or it could not be asked. */
    public static @Nullable Integer uid(String name) {
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            return null;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment passwd = arena.allocate(PASSWD, 8);
            MemorySegment texts = arena.allocate(TEXTS);
            boolean found = ask(Native.BY_NAME, arena.allocateFrom(name).address(), passwd, texts, arena);
            return found ? passwd.get(ValueLayout.JAVA_INT, PW_UID) : null;
        }
    }

    private static boolean ask(MethodHandle function, long key, MemorySegment passwd, MemorySegment texts, Arena arena) {
        MemorySegment result = arena.allocate(8, 8);
        try {
            int error = (int) function.invokeExact(
                    key, passwd.address(), texts.address(), texts.byteSize(), result.address());
            return error == 0 && result.get(ValueLayout.JAVA_LONG, 0) != 0;
        } catch (Throwable impossible) {
            throw new AssertionError("a native call throws nothing", impossible);
        }
    }
}
