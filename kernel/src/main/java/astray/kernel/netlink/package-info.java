/** netlink(7): messages and their attributes as views over bytes, and the socket that they come from. */
package astray.kernel.netlink;
