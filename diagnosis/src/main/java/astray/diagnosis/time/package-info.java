/** Times that tools printed, put on the calendar. */
@NullMarked
package astray.diagnosis.time;

import org.jspecify.annotations.NullMarked;
