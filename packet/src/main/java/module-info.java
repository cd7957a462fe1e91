import org.jspecify.annotations.NullMarked;

/// Frames as bytes: capture files are read and written, the filter language is compiled and run. No input or output
/// to the kernel. It knows of the other modules only how an address is written ({@link astray.facts.IpAddress}) and how
/// a compressed capture is unpacked.
@NullMarked
module astray.packet {
    requires static transitive org.jspecify;
    requires transitive astray.facts;
    requires astray.codec;

    exports astray.packet;
    exports astray.packet.file;
    exports astray.packet.filter;
    exports astray.packet.text;
}
