/** Who listens and who is connected: {@code netstat}, {@code ss} and {@code lsof -i}. */
package astray.transcript.sockets;
