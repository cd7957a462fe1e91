/** journalctl(1) on the journal module: the options, lines and statuses of systemd 252, for reading. */
package astray.instruments.journalctl;
