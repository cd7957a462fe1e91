/** What is asked, by whom and of whom, where nobody said it; and what the tries came to. */
@NullMarked
package astray.diagnosis.ask;

import org.jspecify.annotations.NullMarked;
