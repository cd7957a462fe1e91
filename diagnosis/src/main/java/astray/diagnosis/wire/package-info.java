/** What captures and traces show. */
@NullMarked
package astray.diagnosis.wire;

import org.jspecify.annotations.NullMarked;
