/** A host as its facts show it, and what its routing decides. */
@NullMarked
package astray.diagnosis.model;

import org.jspecify.annotations.NullMarked;
