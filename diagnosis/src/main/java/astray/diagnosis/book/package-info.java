/** What was observed, sorted: by kind, by host, by who is who. */
@NullMarked
package astray.diagnosis.book;

import org.jspecify.annotations.NullMarked;
