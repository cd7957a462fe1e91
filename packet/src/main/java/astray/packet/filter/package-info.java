/**
 * The language of pcap-filter(7), in libpcap's dialect of 1.11, compiled to classic BPF: for the kernel when capturing,
 * for the interpreter in {@link Program} when reading. The way of an expression: words ({@code Lexer}), a tree
 * ({@code Parser}), conditions on numbers of the packet ({@code Generator} and its helpers), a graph of tests that is
 * made short ({@code Optimiser}), instructions ({@code Emitter}, {@code Assembler}).
 *
 * <p>A condition is pure: a test asks about a {@code Value}, and a value is a number computed from the packet and
 * nothing else. So equal values can be shared wherever they occur, and which register holds what is decided last. What
 * is not pure is the end: a value that needs a byte beyond the captured ones ends the program with a refusal, also below
 * a {@code not}. So no step may add loads to a path or move one in front of a decision that could have spared it.
 */
package astray.packet.filter;
