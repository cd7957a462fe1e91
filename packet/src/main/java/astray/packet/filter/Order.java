package astray.packet.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks over a graph of blocks, without recursion: a graph may be as deep as an expression is long. */
final class Order {
    private Order() {}

    /**
     * All blocks that can be reached, ends included, each before those it leads to: first what follows an answer of yes,
     * then what only an answer of no leads to. It is the order in which instructions are laid out.
     */
    static List<Block> topological(Block root) {
        List<Block> order = new ArrayList<>();
        Map<Block, Boolean> done = new HashMap<>();
        Deque<Block> path = new ArrayDeque<>();
        path.push(root);
        while (!path.isEmpty()) {
            Block block = path.element();
            if (done.containsKey(block) && done.get(block)) {
                path.pop();
                continue;
            }
            if (block.isEnd() || done.containsKey(block) && settled(done, block.yes())) {
                done.put(block, true);
                order.add(block);
                path.pop();
            } else if (settled(done, block.no())) {
                done.put(block, false);
                path.push(block.yes());
            } else {
                done.putIfAbsent(block, false);
                path.push(block.no());
            }
        }
        Collections.reverse(order);
        return order;
    }

    private static boolean settled(Map<Block, Boolean> done, Block block) {
        return Boolean.TRUE.equals(done.get(block));
    }

    /**
     * The same graph with equal blocks made one: those that ask the same and lead to the same.
     *
     * @param dropping whether a block goes whose answer does not matter, and with it the loads it makes
     */
    static Block merged(Block root, boolean dropping) {
        record Shape(Test test, Block yes, Block no) {}
        List<Block> order = topological(root);
        Map<Shape, Block> known = new HashMap<>();
        Map<Block, Block> now = new HashMap<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            Block block = order.get(i);
            if (block.isEnd()) {
                now.put(block, block);
                continue;
            }
            Block yes = of(now, block.yes());
            Block no = of(now, block.no());
            if (yes == no && dropping) {
                now.put(block, yes);
                continue;
            }
            block.lead(true, yes);
            block.lead(false, no);
            Block first = known.putIfAbsent(new Shape(block.test(), yes, no), block);
            now.put(block, first == null ? block : first);
        }
        return of(now, root);
    }

    private static Block of(Map<Block, Block> now, Block block) {
        Block found = now.get(block);
        return found == null ? block : found;
    }
}
