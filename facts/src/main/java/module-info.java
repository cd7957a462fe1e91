import org.jspecify.annotations.NullMarked;

/// The one vocabulary: immutable records in one sealed family, each with its origin.
@NullMarked
module astray.facts {
    requires static org.jspecify;
}
