package astray.packet.filter;

import astray.packet.LinkType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A program of classic BPF, as the kernel's socket filters take it ({@code struct sock_filter}, linux/filter.h) and as
 * {@link #run} interprets it. A program answers how many bytes of the packet to keep; 0 refuses the packet.
 */
public final class Program {
    /** The most instructions that the kernel takes (BPF_MAXINSNS). */
    public static final int KERNEL_LIMIT = 4096;

    final int[] codes;
    final int[] jumpsTrue;
    final int[] jumpsFalse;
    final int[] constants;

    /** Columns of equal length, one row for each instruction: code, both jump offsets, constant. */
    Program(int[] codes, int[] jumpsTrue, int[] jumpsFalse, int[] constants) {
        this.codes = codes;
        this.jumpsTrue = jumpsTrue;
        this.jumpsFalse = jumpsFalse;
        this.constants = constants;
    }

    /** A program that keeps so many bytes of every packet. */
    public static Program all(int snapshotLength) {
        return new Program(new int[] {Bpf.RET}, new int[1], new int[1], new int[] {snapshotLength});
    }

    /** How many instructions there are. */
    public int length() {
        return codes.length;
    }

    /** The operation code of an instruction, 16 bits. */
    public int code(int at) {
        return codes[at];
    }

    /** How many instructions a conditional jump skips when its test holds, 0 to 255. */
    public int jumpTrue(int at) {
        return jumpsTrue[at];
    }

    /** How many instructions a conditional jump skips when its test does not hold, 0 to 255. */
    public int jumpFalse(int at) {
        return jumpsFalse[at];
    }

    /** The constant of an instruction: 32 bits. */
    public int constant(int at) {
        return constants[at];
    }

    /**
     * Whether the kernel would take it: it is short enough and has no jump backwards, which only {@code protochain}
     * needs. Where it would not, take all packets and {@link #run} it on each.
     */
    public boolean fitsKernel() {
        if (length() > KERNEL_LIMIT) {
            return false;
        }
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == (Bpf.JMP | Bpf.JA) && constants[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * This program as the kernel can run it on a cooked link (LINUX_SLL, LINUX_SLL2), where packets come without the
     * header that they are given later; {@code null} when the kernel cannot.
     */
    public @Nullable Program cooked(LinkType linkType) {
        return CookedFilter.of(this, linkType.number());
    }

    /** The codes of all instructions, in a new array. */
    public int[] codes() {
        return codes.clone();
    }

    /** What each instruction skips when its test holds, in a new array. */
    public int[] jumpsTrue() {
        return jumpsTrue.clone();
    }

    /** What each instruction skips when its test does not hold, in a new array. */
    public int[] jumpsFalse() {
        return jumpsFalse.clone();
    }

    /** The constants of all instructions, in a new array. */
    public int[] constants() {
        return constants.clone();
    }

    /** Whether it refuses every packet without looking. */
    public boolean refusesAll() {
        return codes[0] == Bpf.RET && constants[0] == 0;
    }

    /**
     * Runs the program on a packet in a buffer; quick where an array is behind that. A load beyond the captured bytes and a division by zero
     * refuse the packet, as in the kernel.
     *
     * @param at where in the buffer the packet begins
     * @param captured how many bytes of it there are; all must lie within the buffer
     * @param length how long it was on the wire
     * @return how many bytes to keep, as unsigned; 0 refuses the packet
     */
    public int run(ByteBuffer packet, int at, int captured, int length) {
        if (packet.hasArray()) {
            return Interpreter.run(this, packet.array(), packet.arrayOffset() + at, captured, length);
        }
        byte[] copy = new byte[captured];
        packet.get(at, copy);
        return Interpreter.run(this, copy, 0, captured, length);
    }

    /** As {@link #run(ByteBuffer, int, int, int)}, on a packet in an array. */
    public int run(byte[] packet, int at, int captured, int length) {
        return Interpreter.run(this, packet, at, captured, length);
    }

    /** Whether the program takes a packet that is whole in an array. */
    public boolean matches(byte[] packet) {
        return run(ByteBuffer.wrap(packet), 0, packet.length, packet.length) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Program program
                && Arrays.equals(codes, program.codes)
                && Arrays.equals(jumpsTrue, program.jumpsTrue)
                && Arrays.equals(jumpsFalse, program.jumpsFalse)
                && Arrays.equals(constants, program.constants);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes) * 31 + Arrays.hashCode(constants);
    }

    /** The listing of {@code tcpdump -d}. */
    @Override
    public String toString() {
        return Listing.readable(this);
    }
}
