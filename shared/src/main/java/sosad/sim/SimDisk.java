package sosad.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.engine.Journal;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;
import sosad.sim.WorldPlan.DiskModel;

/** The disk of one node: what is on it, and what was handed over and is not. */
final class SimDisk implements Journal {
    private final DiskModel model;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final SortedMap<NodeId, SavedPeer> peers = new TreeMap<>();
    private Optional<Identity> identity = Optional.empty();
    private long sequence;
    private long written;
    private final List<Change> pending = new ArrayList<>();

    SimDisk(DiskModel model) {
        this.model = model;
    }

    /** The store's id and the starts under which it has changed. */
    record Identity(long storeId, List<Stage> starts) {}

    /** Something that was handed over. */
    sealed interface Change {
        record EntryPut(Entry entry) implements Change {}

        record Counted(long sequence) implements Change {}

        record PeerSaved(NodeId peer, SavedPeer saved) implements Change {}

        record Begun(Identity identity) implements Change {}
    }

    /** The whole state. */
    record State(
            List<Entry> entries,
            SortedMap<NodeId, SavedPeer> peers,
            Optional<Identity> identity,
            long sequence,
            long written,
            List<Change> pending) {}

    State state() {
        return new State(
                List.copyOf(entries.values()), new TreeMap<>(peers), identity, sequence, written, List.copyOf(pending));
    }

    void restore(State state) {
        state.entries().forEach(entry -> entries.put(entry.key(), entry));
        peers.putAll(state.peers());
        identity = state.identity();
        sequence = state.sequence();
        written = state.written();
        pending.addAll(state.pending());
    }

    /** Returns what is on the disk, if there is a store on it. */
    Optional<Saved> saved() {
        return identity.map(
                there -> new Saved(there.storeId(), sequence, List.copyOf(entries.values()), peers, there.starts()));
    }

    @Override
    public void entry(Entry entry) {
        change(new Change.EntryPut(entry));
    }

    @Override
    public void sequence(long newSequence) {
        change(new Change.Counted(newSequence));
    }

    @Override
    public void peer(NodeId peer, SavedPeer saved) {
        change(new Change.PeerSaved(peer, saved));
    }

    @Override
    public void store(long storeId, List<Stage> starts) {
        change(new Change.Begun(new Identity(storeId, starts)));
    }

    @Override
    public long number() {
        return written + pending.size();
    }

    @Override
    public boolean isDurable() {
        return pending.isEmpty();
    }

    private void change(Change change) {
        if (model != DiskModel.NONE) {
            pending.add(change);
            if (model == DiskModel.AT_ONCE) {
                write();
            }
        }
    }

    /** Everything handed over is on the disk from now on. */
    void write() {
        pending.forEach(this::write);
        written += pending.size();
        pending.clear();
    }

    private void write(Change change) {
        if (change instanceof Change.EntryPut held) {
            entries.remove(held.entry().key()); // it comes last in the order of arrival
            entries.put(held.entry().key(), held.entry());
        } else if (change instanceof Change.Counted counted) {
            sequence = counted.sequence();
        } else if (change instanceof Change.PeerSaved saved) {
            peers.put(saved.peer(), saved.saved());
        } else if (change instanceof Change.Begun begun) {
            identity = Optional.of(begun.identity());
        }
    }

    /** The process has ended: what is not on the disk is gone. */
    void forgetPending() {
        pending.clear();
    }

    /** Nothing is on the disk from now on. */
    void wipe() {
        entries.clear();
        peers.clear();
        identity = Optional.empty();
        sequence = 0;
        written = 0;
        pending.clear();
    }
}
