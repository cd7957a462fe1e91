package astray.kernel.sys;

/**
 * The numbers of the system calls that Astray makes, of {@code asm/unistd_64.h} on x86-64 and of
 * {@code asm-generic/unistd.h}, which aarch64 and riscv64 use.
 */
public final class CallNumber {
    private static final boolean X86 = System.getProperty("os.arch", "").equals("amd64");

    /** {@code int openat(int dirfd, const char *path, int flags, mode_t mode)}. */
    public static final int OPENAT = X86 ? 257 : 56;

    /** {@code int close(int fd)}. */
    public static final int CLOSE = X86 ? 3 : 57;

    /** {@code ssize_t read(int fd, void *buffer, size_t count)}. */
    public static final int READ = X86 ? 0 : 63;

    /** {@code ssize_t readlinkat(int dirfd, const char *path, char *buffer, size_t size)}. */
    public static final int READLINKAT = X86 ? 267 : 78;

    /** {@code int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask, size_t)}. */
    public static final int PPOLL = X86 ? 271 : 73;

    /** {@code int ioctl(int fd, unsigned long request, void *argument)}. */
    public static final int IOCTL = X86 ? 16 : 29;

    /** {@code int socket(int domain, int type, int protocol)}. */
    public static final int SOCKET = X86 ? 41 : 198;

    /** {@code int socketpair(int domain, int type, int protocol, int fds[2])}. */
    public static final int SOCKETPAIR = X86 ? 53 : 199;

    /** {@code int bind(int fd, const struct sockaddr *address, socklen_t length)}. */
    public static final int BIND = X86 ? 49 : 200;

    /** {@code int connect(int fd, const struct sockaddr *address, socklen_t length)}. */
    public static final int CONNECT = X86 ? 42 : 203;

    /** {@code int getsockname(int fd, struct sockaddr *address, socklen_t *length)}. */
    public static final int GETSOCKNAME = X86 ? 51 : 204;

    /** {@code ssize_t sendto(int fd, const void *, size_t, int flags, const struct sockaddr *, socklen_t)}. */
    public static final int SENDTO = X86 ? 44 : 206;

    /** {@code ssize_t recvfrom(int fd, void *, size_t, int flags, struct sockaddr *, socklen_t *)}. */
    public static final int RECVFROM = X86 ? 45 : 207;

    /** {@code ssize_t recvmsg(int fd, struct msghdr *, int flags)}. */
    public static final int RECVMSG = X86 ? 47 : 212;

    /** {@code int setsockopt(int fd, int level, int option, const void *value, socklen_t length)}. */
    public static final int SETSOCKOPT = X86 ? 54 : 208;

    /** {@code int getsockopt(int fd, int level, int option, void *value, socklen_t *length)}. */
    public static final int GETSOCKOPT = X86 ? 55 : 209;

    /** {@code int setns(int fd, int type)}. */
    public static final int SETNS = X86 ? 308 : 268;

    /** {@code int shutdown(int fd, int how)}. */
    public static final int SHUTDOWN = X86 ? 48 : 210;

    /** {@code ssize_t getrandom(void *buffer, size_t size, unsigned int flags)}. */
    public static final int GETRANDOM = X86 ? 318 : 278;

    /** {@code ssize_t getdents64(int fd, void *buffer, size_t size)}. */
    public static final int GETDENTS64 = X86 ? 217 : 61;

    /** {@code int statx(int dirfd, const char *path, int flags, unsigned mask, struct statx *buffer)}. */
    public static final int STATX = X86 ? 332 : 291;

    /** {@code ssize_t getxattr(const char *path, const char *name, void *value, size_t size)}. */
    public static final int GETXATTR = X86 ? 191 : 8;

    /** {@code void *mmap(void *address, size_t length, int protection, int flags, int fd, off_t offset)}. */
    public static final int MMAP = X86 ? 9 : 222;

    /** {@code int munmap(void *address, size_t length)}. */
    public static final int MUNMAP = X86 ? 11 : 215;

    /** {@code int rt_sigaction(int, const struct sigaction *, struct sigaction *, size_t size_of_sigset_t)}. */
    public static final int RT_SIGACTION = X86 ? 13 : 134;

    /** {@code off_t lseek(int fd, off_t offset, int whence)}. */
    public static final int LSEEK = X86 ? 8 : 62;

    /** {@code int syslog(int type, char *buffer, int size)}: klogctl(3) of the C library. */
    public static final int SYSLOG = X86 ? 103 : 116;

    /** {@code int clock_gettime(clockid_t clock, struct timespec *time)}. */
    public static final int CLOCK_GETTIME = X86 ? 228 : 113;

    private CallNumber() {}
}
