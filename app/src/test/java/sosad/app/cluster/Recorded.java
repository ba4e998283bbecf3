package sosad.app.cluster;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import sosad.model.Entry;
import sosad.model.NodeId;

/** A listener that remembers what it was told. */
final class Recorded implements Cluster.Listener {
    final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Runnable wakeUp;
    private BiConsumer<NodeId, String> deaths = (node, lastWords) -> {};

    Recorded() {
        this(() -> {});
    }

    Recorded(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    /** Somebody else is to be told of deaths too. */
    void whenOneDies(BiConsumer<NodeId, String> then) {
        deaths = then;
    }

    @Override
    public void somethingCame() {
        wakeUp.run();
    }

    @Override
    public void outsideWrite(NodeId node, Entry entry, boolean lost) {
        told.add(String.format(Locale.ROOT, "%s outside %s@%d", node, entry.key(), entry.timestamp()));
    }

    @Override
    public void died(NodeId node, String lastWords) {
        told.add("%s died: %s".formatted(node, lastWords));
        deaths.accept(node, lastWords);
    }

    @Override
    public void logged(NodeId node, String line) {
        // not of interest
    }
}
