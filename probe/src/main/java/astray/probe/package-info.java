/**
 * Probes. An {@code Ask} says what to send, how often, and how long to wait; {@link Probes} makes a round of them at
 * once on the calling thread, so in the network namespace that it is in; a {@code Report} says what was sent, what
 * came and when. Nothing throws for what the network or the kernel refuses: that is an answer.
 */
package astray.probe;
