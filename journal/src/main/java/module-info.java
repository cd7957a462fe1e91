import org.jspecify.annotations.NullMarked;

/// systemd's journal files: memory-mapped, several interleaved, through their own indexes. Nothing but reading.
@NullMarked
module astray.journal {
    requires static transitive org.jspecify;
    requires org.tukaani.xz;

    exports astray.journal;
    exports astray.journal.data;
}
