/** The causes, a small class each. */
@NullMarked
package astray.diagnosis.cause;

import org.jspecify.annotations.NullMarked;
