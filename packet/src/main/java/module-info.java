import org.jspecify.annotations.NullMarked;

/// Frames as bytes: capture files are read and written, the filter language is compiled and run. No input or output
/// to the kernel, and nothing of the other modules.
@NullMarked
module astray.packet {
    requires static transitive org.jspecify;

    exports astray.packet;
    exports astray.packet.file;
    exports astray.packet.filter;
}
