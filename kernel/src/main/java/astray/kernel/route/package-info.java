/**
 * rtnetlink(7): links, addresses, routes and their kin as views over messages. A view reads what is asked for and never
 * fails, whatever the bytes are; the requests that fetch such messages stand beside it.
 */
package astray.kernel.route;
