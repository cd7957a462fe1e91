import org.jspecify.annotations.NullMarked;

/// What others compressed is unpacked here: LZ4 and Zstandard in plain Java, XZ by its library. It knows of no other
/// module and opens no file.
@NullMarked
module astray.codec {
    requires static transitive org.jspecify;
    requires org.tukaani.xz;

    exports astray.codec;
}
