/** The kernel's log buffer: /dev/kmsg (Documentation/ABI/testing/dev-kmsg) and syslog(2). */
package astray.kernel.log;
