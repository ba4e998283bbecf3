package sosad.node.host;

import sosad.engine.Watcher;

/** Is told of what happens at the node and its peer port, in order. */
public interface NodeWatcher extends Watcher {
    /** Something at the peer port was refused and changed nothing. */
    default void refused(String reason) {}
}
