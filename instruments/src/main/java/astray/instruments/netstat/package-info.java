/** netstat(8) of net-tools 2.10. */
package astray.instruments.netstat;
