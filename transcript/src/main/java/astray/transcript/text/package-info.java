/** Small tools for reading hostile text. */
package astray.transcript.text;
