/** What container engines tell of their networks. */
package astray.transcript.docker;
