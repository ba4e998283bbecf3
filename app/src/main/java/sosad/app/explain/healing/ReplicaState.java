package sosad.app.explain.healing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.ReplicaSnapshot.EntryState;

/** A state in which some replica was met, and what has come of it so far: see {@link ReplicaStates}. */
final class ReplicaState {
    final int id;
    final ReplicaSnapshot snapshot;
    final Map<ReplicaStates.Deed, Step> steps = new HashMap<>();
    private final Map<Key, Entry> entries = new HashMap<>();

    /**
     * The outcome of something done to a replica.
     *
     * @param next its state then
     * @param sent the numbers of the messages it sent
     * @param changesTable whether an entry or a row is another one than before
     */
    record Step(ReplicaState next, List<Integer> sent, boolean changesTable) {}

    ReplicaState(int id, ReplicaSnapshot snapshot) {
        this.id = id;
        this.snapshot = snapshot;
        snapshot.entries().stream().map(EntryState::entry).forEach(entry -> entries.put(entry.key(), entry));
    }

    /** What it holds, by key. */
    Map<Key, Entry> entries() {
        return entries;
    }

    /** Returns whether both hold the same entry of the key, or of every key if none is given. */
    boolean agreesWith(ReplicaState other, Optional<Key> key) {
        return key.map(one -> Objects.equals(entries.get(one), other.entries.get(one)))
                .orElseGet(() -> entries.equals(other.entries));
    }
}
