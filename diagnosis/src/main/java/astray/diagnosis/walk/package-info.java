/** A packet's way: the request at the asker, the reply at the target. */
@NullMarked
package astray.diagnosis.walk;

import org.jspecify.annotations.NullMarked;
