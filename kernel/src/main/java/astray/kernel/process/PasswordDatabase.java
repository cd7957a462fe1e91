package astray.kernel.process;

import astray.kernel.ErrnoException;
import astray.kernel.sys.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Users as the C library knows them (nsswitch.conf(5)): from LDAP or systemd, besides the file. A query may go over the
 * network, so {@code /etc/passwd} is asked first.
 */
public final class PasswordDatabase {
    // struct passwd, pwd.h: char *pw_name, *pw_passwd; uid_t pw_uid; gid_t pw_gid; char *pw_gecos, *pw_dir, *pw_shell
    private static final int PASSWD = 48;
    private static final int PW_NAME = 0;
    private static final int PW_UID = 16;
    private static final int PW_GID = 20;

    private static final int TEXTS = 1 << 16;
    private static final int LONGEST_NAME = 1 << 10;

    private PasswordDatabase() {}

    /** The name of a user; {@code null} when there is none, or it could not be asked. */
    public static @Nullable String name(int uid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment passwd = arena.allocate(PASSWD, 8);
            MemorySegment texts = arena.allocate(TEXTS);
            MemorySegment result = arena.allocate(8, 8);
            Libc.Status status = Libc.getpwuid(uid, passwd, texts, result);
            return found(status, result) ? name(passwd, texts) : null;
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
            MemorySegment result = arena.allocate(8, 8);
            Libc.Status status = Libc.getpwnam(arena.allocateFrom(name), passwd, texts, result);
            return found(status, result) ? passwd.get(ValueLayout.JAVA_INT, PW_UID) : null;
        }
    }

    /**
     * Becomes a user, with the user's groups, for good; needs to be root.
     *
     * @return false when there is none of this name
     * @throws ErrnoException when the kernel refuses
     */
    public static boolean become(String name) throws ErrnoException {
        if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment passwd = arena.allocate(PASSWD, 8);
            MemorySegment texts = arena.allocate(TEXTS);
            MemorySegment result = arena.allocate(8, 8);
            MemorySegment key = arena.allocateFrom(name);
            if (!found(Libc.getpwnam(key, passwd, texts, result), result)) {
                return false;
            }
            int uid = passwd.get(ValueLayout.JAVA_INT, PW_UID);
            int group = passwd.get(ValueLayout.JAVA_INT, PW_GID);
            Libc.Status status = Libc.becomeUser(key, uid, group);
            if (status.code() != 0) {
                throw new ErrnoException("setuid", name, status.errno());
            }
            return true;
        }
    }

    private static boolean found(Libc.Status status, MemorySegment result) {
        return status.code() == 0 && result.get(ValueLayout.JAVA_LONG, 0) != 0;
    }

    /** The name in a {@code struct passwd}, whose pointer leads into the texts beside it. */
    private static @Nullable String name(MemorySegment passwd, MemorySegment texts) {
        long offset = passwd.get(ValueLayout.JAVA_LONG, PW_NAME) - texts.address();
        return offset < 0 || offset >= texts.byteSize() ? null : texts.getString(offset, StandardCharsets.UTF_8);
    }
}
