/** The one vocabulary: immutable facts, and where they were seen. */
package astray.facts;
