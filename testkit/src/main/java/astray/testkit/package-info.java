/** What tests share. Never shipped. */
@NullMarked
package astray.testkit;

import org.jspecify.annotations.NullMarked;
