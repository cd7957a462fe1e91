/** Times as the classic tools read and print them: the C library's time zones, systemd's ways of writing a time. */
package astray.instruments.time;
