import org.jspecify.annotations.NullMarked;

/// The commands: parse, call, print.
@NullMarked
module astray.cli {
    requires static org.jspecify;
    requires astray.facts;
    requires astray.transcript;
    requires astray.diagnosis;
    requires astray.report;
    requires astray.collect;
    requires astray.instruments;
}
