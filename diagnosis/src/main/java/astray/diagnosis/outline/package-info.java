/** What stands around the causes: the path, what is excluded, unknown, contradictory, and what happened when. */
@NullMarked
package astray.diagnosis.outline;

import org.jspecify.annotations.NullMarked;
