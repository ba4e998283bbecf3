package sosad.app.cli;

import java.util.Optional;
import java.util.function.Consumer;
import sosad.app.cluster.ClusterEvent;
import sosad.app.process.NodeException;

/**
 * Listens to a cluster that nobody watches; remembers only the first node that died by itself. What came is taken note
 * of with the answers to commands, the tables show what others wrote, and a failure's message says what was logged.
 */
final class FirstDeath implements Consumer<ClusterEvent> {
    private Optional<NodeException> firstDeath = Optional.empty();

    @Override
    public void accept(ClusterEvent event) {
        if (event instanceof ClusterEvent.ProcessDied died && firstDeath.isEmpty()) {
            firstDeath = Optional.of(new NodeException(died.process(), died.lastWords()));
        }
    }

    /** @throws NodeException if a node has died unasked */
    void complain() {
        firstDeath.ifPresent(death -> {
            throw death;
        });
    }
}
