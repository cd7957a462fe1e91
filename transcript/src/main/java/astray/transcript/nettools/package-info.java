/** The forms of net-tools and of its BSD relatives: ifconfig, route, netstat -r, arp, ndp. */
package astray.transcript.nettools;
