package sosad.app.compare;

import java.util.Map;
import sosad.model.Entry;
import sosad.model.Key;

/** Each sends the other all it holds. */
final class FullState extends Reconciliation {
    FullState(FrameBytes frames) {
        super(frames);
    }

    @Override
    String name() {
        return "full state";
    }

    @Override
    void reconcile(Map<Key, Entry> first, Map<Key, Entry> second, StoreDifference difference) {
        send(first.values(), 0);
        send(second.values(), 0);
    }

    @Override
    long memoryBytes() {
        return 0;
    }
}
