/** Captured packets as facts, whether they come from a file or from the wire. */
@NullMarked
package astray.collect.capture;

import org.jspecify.annotations.NullMarked;
