/** The forms of traceroute, tracepath, mtr, ping and arping: who answers on the way. */
package astray.transcript.path;
