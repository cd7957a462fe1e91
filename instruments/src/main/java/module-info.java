import org.jspecify.annotations.NullMarked;

/// The seven instruments that people know, straight on their sources. They know nothing of diagnosis.
@NullMarked
module astray.instruments {
    requires static org.jspecify;
    requires astray.facts;
    requires astray.journal;
    requires astray.kernel;
    requires astray.packet;

    exports astray.instruments;
}
