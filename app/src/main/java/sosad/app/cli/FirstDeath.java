package sosad.app.cli;

import java.util.Optional;
import sosad.app.cluster.Cluster;
import sosad.app.process.NodeException;
import sosad.model.Entry;
import sosad.model.NodeId;

/** Listens to a cluster that nobody watches; remembers only the first node that died unasked. */
final class FirstDeath implements Cluster.Listener {
    private Optional<NodeException> firstDeath = Optional.empty();

    @Override
    public void somethingCame() {
        // What came is taken note of with the answers to commands, and by polling.
    }

    @Override
    public void outsideWrite(NodeId node, Entry entry, boolean lost) {
        // The tables show it; nobody else is to be told.
    }

    @Override
    public void died(NodeId node, String lastWords) {
        if (firstDeath.isEmpty()) {
            firstDeath = Optional.of(new NodeException(node, lastWords));
        }
    }

    @Override
    public void logged(NodeId node, String line) {
        // What matters of it stands in the message of a failure.
    }

    /** @throws NodeException if a node has died unasked */
    void complain() {
        firstDeath.ifPresent(death -> {
            throw death;
        });
    }
}
