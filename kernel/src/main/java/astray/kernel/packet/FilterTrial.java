package astray.kernel.packet;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Asks the kernel what a program of classic BPF says to packets: two local sockets, and the program between them as a
 * socket filter (SO_ATTACH_FILTER, linux/filter.h). Needs no privilege and no network. For one thread.
 */
public final class FilterTrial implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 02000000;
    private static final int MSG_DONTWAIT = 0x40;

    private static final int LONGEST = 65536;

    private final Descriptor sender;
    private final Descriptor receiver;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment buffer = arena.allocate(LONGEST, 8);

    private FilterTrial(Descriptor sender, Descriptor receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    /**
     * Has the kernel take a program, given as columns with a row for each instruction.
     *
     * @throws ErrnoException EINVAL when the kernel does not take such a program
     */
    public static FilterTrial of(int[] codes, int[] jumpsTrue, int[] jumpsFalse, int[] constants)
            throws ErrnoException {
        FilterTrial trial = open();
        try {
            SocketFilter.attach(trial.receiver, codes, jumpsTrue, jumpsFalse, constants);
            return trial;
        } catch (ErrnoException e) {
            trial.close();
            throw e;
        }
    }

    private static FilterTrial open() throws ErrnoException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment pair = local.allocate(8, 4);
            long result = Sys.call(CallNumber.SOCKETPAIR, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, pair.address());
            Descriptor.check(result, "socketpair", "local");
            return new FilterTrial(
                    Descriptor.of(pair.get(ValueLayout.JAVA_INT, 0), "socketpair", "local"),
                    Descriptor.of(pair.get(ValueLayout.JAVA_INT, 4), "socketpair", "local"));
        }
    }

    /** Whether the program takes a packet of up to 64 KiB; none that is empty. */
    public boolean takes(byte[] packet) throws ErrnoException {
        MemorySegment.copy(packet, 0, buffer, ValueLayout.JAVA_BYTE, 0, packet.length);
        sender.checked(
                Sys.call(CallNumber.SENDTO, sender.number(), buffer.address(), packet.length, MSG_DONTWAIT, 0, 0),
                "sendto");
        long got = Sys.call(CallNumber.RECVFROM, receiver.number(), buffer.address(), LONGEST, MSG_DONTWAIT, 0, 0);
        if (got == -Errno.EAGAIN.number()) {
            return false;
        }
        receiver.checked(got, "recvfrom");
        return true;
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
        arena.close();
    }
}
