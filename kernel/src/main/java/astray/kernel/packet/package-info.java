/** Packets as the machine sees them on its interfaces: packet(7). */
package astray.kernel.packet;
