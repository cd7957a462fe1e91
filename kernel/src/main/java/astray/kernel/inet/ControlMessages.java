package astray.kernel.inet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What the kernel tells beside a packet: a row of {@code struct cmsghdr} (cmsg(3)) with 64-bit lengths. */
final class ControlMessages {
    /** {@code size_t cmsg_len}: of the header and the data, without the filling to the next. */
    static final int LENGTH = 0;

    static final int LEVEL = 8;
    static final int TYPE = 12;
    static final int HEADER = 16;

    private ControlMessages() {}

    /** The data of the first message of a kind; empty where there is none, or it is cut short. */
    static MemorySegment find(MemorySegment control, int level, int type) {
        long at = 0;
        while (at + HEADER <= control.byteSize()) {
            long length = control.get(ValueLayout.JAVA_LONG_UNALIGNED, at + LENGTH);
            if (length < HEADER || length > control.byteSize() - at) {
                break;
            }
            if (control.get(ValueLayout.JAVA_INT_UNALIGNED, at + LEVEL) == level
                    && control.get(ValueLayout.JAVA_INT_UNALIGNED, at + TYPE) == type) {
                return control.asSlice(at + HEADER, length - HEADER);
            }
            at += (length + 7) & -8L;
        }
        return MemorySegment.NULL;
    }
}
