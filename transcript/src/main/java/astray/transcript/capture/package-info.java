/** What was seen on the wire: the lines of {@code tcpdump}. */
package astray.transcript.capture;
