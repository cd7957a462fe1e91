import org.jspecify.annotations.NullMarked;

/// systemd's journal files: memory-mapped, several interleaved, through their own indexes. Nothing but reading.
@NullMarked
module astray.journal {
    requires static transitive org.jspecify;
    requires transitive astray.codec;

    exports astray.journal;
}
