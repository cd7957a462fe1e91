import org.jspecify.annotations.NullMarked;

/** The classic tools' text: recognised, read into facts, printed from facts. */
@NullMarked
module astray.transcript {
    requires transitive astray.facts;
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports astray.transcript;
}
