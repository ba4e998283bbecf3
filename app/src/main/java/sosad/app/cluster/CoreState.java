package sosad.app.cluster;

import java.util.Objects;
import sosad.protocol.Saved;

/**
 * The contents of the core of a running node.
 *
 * @param saved its store, and what it knows of its peers; the entries in the order of the document's tables
 * @param owedPushes under how many keys, over all peers, its clients wrote since its last push there
 */
public record CoreState(Saved saved, int owedPushes) {
    public CoreState {
        Objects.requireNonNull(saved);
    }
}
