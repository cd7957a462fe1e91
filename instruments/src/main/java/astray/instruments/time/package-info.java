/** Times in the words that people type on command lines. */
package astray.instruments.time;
