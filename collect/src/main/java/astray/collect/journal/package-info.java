/** systemd's journals as evidence: read by the module journal, told in the words of journalctl. */
package astray.collect.journal;
