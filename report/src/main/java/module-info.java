import org.jspecify.annotations.NullMarked;

/** A verdict as a page for people and as JSON, in English and Chinese. */
@NullMarked
module astray.report {
    requires transitive astray.diagnosis;
    requires static transitive org.jspecify;

    exports astray.report;
}
