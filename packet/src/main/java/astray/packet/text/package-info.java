/**
 * Packets as text, in tcpdump's words. One class for each protocol, all alike: where its fields lie (with the RFC or
 * header that says so), then how it prints. A class reads only through the {@link astray.packet.text.Sheet}, whose
 * getters know where the captured bytes end.
 */
package astray.packet.text;
