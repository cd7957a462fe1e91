/** Netfilter's rules as iptables and nft print them. Rules stay in their tool's own words. */
package astray.transcript.firewall;
