package astray.transcript.document;

import astray.transcript.hosts.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document.
 *
 * @param kind what it is
 * @param dressing what stands before its lines
 * @param named the host that its prompt or section mark names
 * @param fence the border that opened it, for a code block
 */
record Region(Kind kind, Dressing dressing, Draft.@Nullable Named named, Mark.@Nullable Fence fence) {

    /** What a part of a document can be. */
    enum Kind {
        /** What people wrote; outputs may stand bare in it. */
        PROSE,
        /** A block of code. */
        FENCE,
        /** After a prompt. */
        SESSION,
        /** After a section mark. */
        SECTION
    }

    /** Whether all text in it is some output. */
    boolean holdsOutput() {
        return kind != Kind.PROSE;
    }

    Region named(Draft.@Nullable Named host) {
        return new Region(kind, dressing, host, fence);
    }

    Region dressed(Dressing other) {
        return new Region(kind, other, named, fence);
    }
}
