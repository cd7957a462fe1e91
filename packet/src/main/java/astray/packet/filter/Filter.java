package astray.packet.filter;

import astray.packet.LinkType;

/** Compiles expressions of pcap-filter(7). */
public final class Filter {
    private Filter() {}

    /**
     * The program of an expression for the packets of a file, with the common names. No words take every packet.
     *
     * @throws FilterException when it is no expression, or none for this link, or refuses every packet
     */
    public static Program compile(String expression, LinkType linkType) {
        return compile(expression, Settings.of(linkType));
    }

    /**
     * The program of an expression. No words take every packet.
     *
     * @throws FilterException when it is no expression, or none for this link; also when it can take no packet at all
     *     and that is seen while it is optimised. Where libpcap does not optimise (802.11's headers, Geneve, chains) it
     *     does not see that either, and such an expression is a program that takes nothing.
     */
    public static Program compile(String expression, Settings settings) {
        Expr expr = Parser.parse(expression);
        if (expr == null) {
            return Program.all(settings.snapshotLength);
        }
        Condition condition = new Generator(expression, settings).whole(expr);
        Block root = Block.of(condition, Block.ACCEPT, Block.REJECT);
        if (settings.optimised) {
            // Elsewhere libpcap does not optimise; what it says to packets that are cut is kept.
            boolean plain = hasOnlyPlainValues(root);
            root = Optimiser.optimised(root, plain);
            if (root == Block.REJECT && plain) {
                throw new FilterException("expression rejects all packets");
            }
        }
        return new Assembler(settings.snapshotLength, settings.optimised).assemble(root);
    }

    private static boolean hasOnlyPlainValues(Block root) {
        for (Block block : Order.topological(root)) {
            if (!block.isEnd()
                    && (!block.test().subject().isPlain()
                            || !block.test().against().isPlain())) {
                return false;
            }
        }
        return true;
    }
}
