/** Which host a block of text is from. */
package astray.transcript.hosts;
