import org.jspecify.annotations.NullMarked;

/// Active measurement, bounded in packets and time: what a connection, an echo, a neighbour or a name server answers.
@NullMarked
module astray.probe {
    requires static org.jspecify;
    requires transitive astray.facts;
    requires transitive astray.kernel;

    exports astray.probe;
}
