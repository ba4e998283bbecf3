package sosad.app.lab.live;

import java.util.Map;
import java.util.Optional;
import sosad.app.load.LoadSettings;
import sosad.model.NodeId;

/**
 * The clients of a live cluster and their replies.
 *
 * @param settings what the clients do; empty: there are none
 * @param writesPerSecond how many writes were acknowledged within the last second
 * @param readsPerSecond how many reads were answered within the last second
 * @param errors how many requests were refused or never answered since the clients began
 * @param writes the writes acknowledged within the last second at each node and gateway
 */
public record LiveLoad(
        Optional<LoadSettings> settings,
        long writesPerSecond,
        long readsPerSecond,
        long errors,
        Map<NodeId, Long> writes) {
    /** No clients. */
    public static final LiveLoad NONE = new LiveLoad(Optional.empty(), 0, 0, 0, Map.of());

    public LiveLoad {
        writes = Map.copyOf(writes);
    }

    /** Returns whether clients write and read. */
    public boolean isRunning() {
        return settings.isPresent();
    }
}
