package sosad.app.cluster;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import sosad.model.Entry;
import sosad.model.NodeId;

/** A listener that remembers what it was told. */
final class Recorded implements Consumer<ClusterEvent> {
    final Queue<String> told = new ConcurrentLinkedQueue<>();
    final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Runnable wakeUp;
    private BiConsumer<NodeId, String> deaths = (node, lastWords) -> {};

    Recorded() {
        this(() -> {});
    }

    Recorded(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    /** Passes deaths on, too. */
    void whenOneDies(BiConsumer<NodeId, String> then) {
        deaths = then;
    }

    @Override
    public void accept(ClusterEvent event) {
        if (event instanceof ClusterEvent.SomethingCame) {
            wakeUp.run();
        } else if (event instanceof ClusterEvent.ClientWrote wrote) {
            Entry entry = wrote.entry();
            told.add(String.format(Locale.ROOT, "%s outside %s@%d", wrote.node(), entry.key(), entry.timestamp()));
        } else if (event instanceof ClusterEvent.ProcessDied died) {
            told.add("%s died: %s".formatted(died.process(), died.lastWords()));
            deaths.accept(died.process(), died.lastWords());
        } else if (event instanceof ClusterEvent.LineLogged logged) {
            lines.add("%s: %s".formatted(logged.process(), logged.line()));
        }
    }
}
