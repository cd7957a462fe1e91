/**
 * The kernel's sockets by sock_diag(7): internet, unix and packet sockets as views over the messages that describe them.
 */
package astray.kernel.socket;
