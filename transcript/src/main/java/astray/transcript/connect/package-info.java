/** What ssh, nc, curl, telnet and their like say of a connection they tried to open. */
package astray.transcript.connect;
