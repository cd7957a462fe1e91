import org.jspecify.annotations.NullMarked;

/// A verdict as a page for people, as JSON and as HTML.
@NullMarked
module astray.report {
    requires static org.jspecify;
    requires transitive astray.diagnosis;
    requires com.fasterxml.jackson.core;
}
