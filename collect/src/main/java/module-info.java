import org.jspecify.annotations.NullMarked;

/// Gathers a machine's evidence, and says what it could not look at.
@NullMarked
module astray.collect {
    requires static org.jspecify;
    requires transitive astray.facts;
    requires transitive astray.transcript;
    requires astray.codec;
    requires astray.journal;
    requires astray.kernel;
    requires astray.packet;
    requires astray.probe;

    exports astray.collect;
}
