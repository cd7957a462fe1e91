import org.jspecify.annotations.NullMarked;

/// Facts in, verdict out. Pure: it opens no file and no socket, and reads no clock.
@NullMarked
module astray.diagnosis {
    requires static org.jspecify;
    requires transitive astray.facts;
}
