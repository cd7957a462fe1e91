/**
 * Capture files. {@link CaptureFile} walks through the packets of a pcap or pcapng file, from a mapped file or a pipe,
 * without an object for each; {@link PcapWriter} writes them, and {@link RotatingWriter} changes to the next file when
 * one is full.
 */
package astray.packet.file;
