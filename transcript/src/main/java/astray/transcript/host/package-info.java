/** What a host says of itself and of names: hostname, date, sysctl, counters, hosts files, resolvers' answers. */
package astray.transcript.host;
