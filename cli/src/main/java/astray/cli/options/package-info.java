/** A getopt of our own: the usual libraries cost more than the whole command. */
@NullMarked
package astray.cli.options;

import org.jspecify.annotations.NullMarked;
