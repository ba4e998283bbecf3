package sosad.app.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import sosad.model.NodeId;

/**
 * Nodes of the picture that are hidden, in their place, until a message of the same sender needs one: to make a node
 * and its style again costs more than everything else that is done for a message.
 */
public final class NodePool<N extends Node> {
    /** Of each sender; more are seldom needed again. */
    private static final int MAX_SPARE = 8;

    private final Map<NodeId, Deque<N>> hidden = new HashMap<>();

    /**
     * Hides a node for later. Gives false if enough are hidden: then it is to be removed. The keyboard leaves it, since
     * JavaFX takes it from a hidden node only some time later, when it may show another message.
     */
    public boolean keep(NodeId sender, N node) {
        Deque<N> others = hidden.computeIfAbsent(sender, first -> new ArrayDeque<>());
        if (others.size() >= MAX_SPARE) {
            return false;
        }
        FocusHome.leave(node);
        Controls.show(node, false);
        return others.add(node);
    }

    /** Shows a hidden node again, the last among its parent's children. */
    public Optional<N> take(NodeId sender) {
        Optional<N> taken = Optional.ofNullable(hidden.get(sender)).map(Deque::poll);
        taken.ifPresent(node -> {
            Controls.show(node, true);
            node.toFront();
        });
        return taken;
    }
}
