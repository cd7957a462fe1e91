package astray.probe;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What root may do beyond others (capabilities(7)). */
final class Capabilities {
    private static final int VERSION_3 = 0x20080522;

    private Capabilities() {}

    /** Leaves the calling thread without any, for good: {@code struct cap_user_header}, twice {@code cap_user_data}. */
    @SuppressWarnings("restricted")
    static void drop() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(8, 8);
            header.set(ValueLayout.JAVA_INT, 0, VERSION_3);
            Linker linker = Linker.nativeLinker();
            int result = (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("capset"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invokeExact(header, arena.allocate(24, 8));
            if (result != 0) {
                throw new AssertionError("capset");
            }
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
