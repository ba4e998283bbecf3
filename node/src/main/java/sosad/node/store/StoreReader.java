package sosad.node.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.Stage;

/** Reads a whole store and checks it: each record by its checksum, and by the tally that none is missing or old. */
final class StoreReader {
    private final Path path;
    private final MVMap<String, byte[]> entries;
    private final MVMap<String, byte[]> state;
    private final MVMap<String, byte[]> past;
    private final Tally tally = new Tally();

    /**
     * What was read.
     *
     * @param head the store's head
     * @param tally over all records
     * @param saved what the node comes back with
     * @param arrivals greater than the arrival of every entry
     */
    record Loaded(Head head, Tally tally, Saved saved, long arrivals) {}

    StoreReader(Path path, MVMap<String, byte[]> entries, MVMap<String, byte[]> state, MVMap<String, byte[]> past) {
        this.path = path;
        this.entries = entries;
        this.state = state;
        this.past = past;
    }

    /**
     * Reads the store of {@code node}.
     *
     * @throws DamageException if what is there is not what was written
     * @throws StoreException if it is another node's or of a newer format
     */
    Loaded load(NodeId node) throws DamageException, StoreException {
        Head head = head(node);
        Map<NodeId, SavedPeer> peers = peers();
        List<Arrived> arrived = entries(head.records());
        if (tally.records() != head.records() || tally.checksums() != head.checksums()) {
            throw new DamageException(String.format(
                    Locale.ROOT,
                    "%,d records were written, and not these %,d are there",
                    head.records(),
                    tally.records()));
        }
        long arrivals = arrived.isEmpty() ? 0 : arrived.get(arrived.size() - 1).arrival() + 1;
        List<Entry> inOrder = new ArrayList<>(arrived.size());
        arrived.forEach(one -> inOrder.add(one.entry()));
        List<Stage> starts = Identity.starts(past.get(Identity.NAME));
        return new Loaded(head, tally, new Saved(head.storeId(), head.sequence(), inOrder, peers, starts), arrivals);
    }

    private Head head(NodeId node) throws DamageException, StoreException {
        byte[] sealed = state.get(Head.NAME);
        if (sealed == null) {
            throw new DamageException("its head is missing");
        }
        if (Head.format(sealed) != Head.FORMAT) {
            throw new StoreException(String.format(
                    Locale.ROOT,
                    "%s has format %d, and this program knows format %d alone: use the program that wrote it, or begin with an empty store by --wipe",
                    path,
                    Head.format(sealed),
                    Head.FORMAT));
        }
        Head head = Head.read(sealed);
        if (!head.node().equals(node)) {
            throw new StoreException(
                    "%s is the store of node %s, not of %s: give each node a folder of its own with --data, or throw that store away by --wipe"
                            .formatted(path, head.node(), node));
        }
        return head;
    }

    private Map<NodeId, SavedPeer> peers() throws DamageException {
        Map<NodeId, SavedPeer> peers = new HashMap<>();
        Cursor<String, byte[]> cursor = state.cursor(null);
        while (cursor.hasNext()) {
            String name = cursor.next();
            if (!name.equals(Head.NAME)) {
                SavedPeer saved = PeerRecord.read(name, cursor.getValue());
                peers.put(PeerRecord.peer(name), saved);
                tally.replace(null, cursor.getValue());
            }
        }
        return peers;
    }

    /** All entries, in the order of their arrival. Reads at most one more than {@code most}: damage can make rings. */
    private List<Arrived> entries(long most) throws DamageException {
        List<Arrived> arrived = new ArrayList<>();
        Map<String, NodeId> origins = new HashMap<>();
        Cursor<String, byte[]> cursor = entries.cursor(null);
        while (cursor.hasNext() && arrived.size() <= most) {
            String key = cursor.next();
            arrived.add(Arrived.read(key, cursor.getValue(), origins));
            tally.replace(null, cursor.getValue());
        }
        arrived.sort(Comparator.comparingLong(Arrived::arrival));
        return arrived;
    }
}
