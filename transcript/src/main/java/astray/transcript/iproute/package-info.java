/** The forms of {@code ip} (iproute2): addr, link, route, rule, neigh, each plain, -o, -d, -br and -j. */
package astray.transcript.iproute;
