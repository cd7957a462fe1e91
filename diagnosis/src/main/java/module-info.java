import org.jspecify.annotations.NullMarked;

/** Facts in, verdict out: opens no file and no socket, reads no clock. */
@NullMarked
module astray.diagnosis {
    requires transitive astray.facts;
    requires static transitive org.jspecify;

    exports astray.diagnosis;
}
