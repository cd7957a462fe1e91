/** The heart: facts in, verdict out. */
package astray.diagnosis;
