/** dmesg(1) of util-linux 2.38: the kernel's log, or a file with its records. */
package astray.instruments.dmesg;
