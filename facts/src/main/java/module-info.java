import org.jspecify.annotations.NullMarked;

/** The one vocabulary of Astray: facts as values, and where each was seen. */
@NullMarked
module astray.facts {
    requires static transitive org.jspecify;

    exports astray.facts;
}
