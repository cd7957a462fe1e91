import org.jspecify.annotations.NullMarked;

/// The classic tools' text, read into facts and printed from facts.
@NullMarked
module astray.transcript {
    requires static org.jspecify;
    requires transitive astray.facts;
    requires com.fasterxml.jackson.core;
}
