/** rtnetlink(7): links, addresses, routes, rules, nexthops and neighbours as views over the kernel's messages. */
package astray.kernel.route;
