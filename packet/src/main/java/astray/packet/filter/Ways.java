package astray.packet.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What leads to a block of a graph. */
final class Ways {
    private final Map<Block, List<Block>> into = new HashMap<>();

    Ways(Block root) {
        for (Block block : Order.topological(root)) {
            if (!block.isEnd()) {
                add(block, block.yes());
                if (block.no() != block.yes()) {
                    add(block, block.no());
                }
            }
        }
    }

    private void add(Block from, Block to) {
        into.computeIfAbsent(to, _ -> new ArrayList<>(2)).add(from);
    }

    /** The blocks that lead to one; none for the first and for one that cannot be reached. */
    List<Block> into(Block block) {
        return into.getOrDefault(block, List.of());
    }
}
