package astray.kernel.packet;

import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Programs of classic BPF for the kernel's sockets (SO_ATTACH_FILTER, linux/filter.h). */
public final class SocketFilter {
    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;

    /** {@code struct sock_filter}: __u16 code, __u8 jt, __u8 jf, __u32 k. */
    static final int INSTRUCTION = 8;

    static final int CODE = 0;
    static final int JUMP_TRUE = 2;
    static final int JUMP_FALSE = 3;
    static final int CONSTANT = 4;

    /** {@code struct sock_fprog}: a count, and a pointer. */
    static final int PROGRAM = 16;

    static final int PROGRAM_CODE = 8;

    private SocketFilter() {}

    /**
     * Attaches a program, given as columns with a row for each instruction, in the place of the one that was there.
     *
     * @throws ErrnoException EINVAL when the kernel does not take such a program
     */
    static void attach(Descriptor socket, int[] codes, int[] jumpsTrue, int[] jumpsFalse, int[] constants)
            throws ErrnoException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment program = local.allocate((long) INSTRUCTION * codes.length, 8);
            for (int i = 0; i < codes.length; i++) {
                long at = (long) INSTRUCTION * i;
                program.set(ValueLayout.JAVA_SHORT, at + CODE, (short) codes[i]);
                program.set(ValueLayout.JAVA_BYTE, at + JUMP_TRUE, (byte) jumpsTrue[i]);
                program.set(ValueLayout.JAVA_BYTE, at + JUMP_FALSE, (byte) jumpsFalse[i]);
                program.set(ValueLayout.JAVA_INT, at + CONSTANT, constants[i]);
            }
            MemorySegment header = local.allocate(PROGRAM, 8);
            header.set(ValueLayout.JAVA_SHORT, 0, (short) codes.length);
            header.set(ValueLayout.JAVA_LONG, PROGRAM_CODE, program.address());
            socket.checked(
                    Sys.call(
                            CallNumber.SETSOCKOPT,
                            socket.number(),
                            SOL_SOCKET,
                            SO_ATTACH_FILTER,
                            header.address(),
                            PROGRAM),
                    "setsockopt");
        }
    }
}
