/** tcpdump(1), in the dialect of its version 5.0. */
package astray.instruments.tcpdump;
