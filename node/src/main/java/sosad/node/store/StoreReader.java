package sosad.node.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.node.store.RecordChecksum.DamageException;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/** Reads the whole batches of a store, as far as they follow each other without a gap. */
final class StoreReader {
    /** About what an entry takes in the file beside its key and value, in bytes. */
    private static final int ENTRY_BYTES = 40;

    private final LogReader frames;
    private final Map<String, Arrived> entries = new HashMap<>();
    private final Map<String, byte[]> state = new HashMap<>();
    private final Map<String, NodeId> origins = new HashMap<>();
    private final List<LogRecord> unfinished = new ArrayList<>();
    private long number = -1;
    private long end;

    /**
     * The result of reading.
     *
     * @param head the store's head
     * @param number the number of the last whole batch
     * @param end where that ends, in bytes from the file's beginning
     * @param liveBytes about how long the file would be with nothing outdated in it
     * @param saved what the node comes back with
     * @param arrivals greater than the arrival of every entry
     */
    record Loaded(Head head, long number, long end, long liveBytes, Saved saved, long arrivals) {}

    StoreReader(LogReader frames) {
        this.frames = frames;
    }

    /** @throws DamageException if there is not one whole batch, or what is in one is not what was written */
    Loaded load() throws IOException, DamageException {
        for (Optional<LogFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
            LogFrame frame = next.get();
            if (number >= 0 && frame.number() != number + 1) {
                break;
            }
            take(frame);
        }
        if (number < 0) {
            throw new DamageException("none of its batches is complete");
        }
        return loaded(Head.read(state.remove(Head.NAME)));
    }

    private void take(LogFrame frame) throws DamageException {
        if (frame.isLast() && unfinished.isEmpty()) {
            keep(frame.records());
        } else if (frame.isLast()) {
            unfinished.addAll(frame.records());
            keep(unfinished);
            unfinished.clear();
        } else if (number < 0) {
            // The first batch may be as large as the store. Without its end there is no store at all.
            keep(frame.records());
        } else {
            unfinished.addAll(frame.records());
        }
        if (frame.isLast()) {
            number = frame.number();
            end = frames.position();
        }
    }

    private void keep(List<LogRecord> records) throws DamageException {
        for (LogRecord record : records) {
            if (record.isEntry()) {
                entries.put(record.name(), Arrived.read(record.name(), record.sealed(), origins));
            } else {
                state.put(record.name(), record.sealed());
            }
        }
    }

    private Loaded loaded(Head head) throws DamageException {
        List<Stage> starts = StoreIdentity.starts(state.remove(StoreIdentity.NAME));
        Map<NodeId, SavedPeer> peers = new HashMap<>();
        for (Map.Entry<String, byte[]> one : state.entrySet()) {
            peers.put(PeerRecord.peer(one.getKey()), PeerRecord.read(one.getKey(), one.getValue()));
        }
        List<Arrived> arrived = new ArrayList<>(entries.values());
        entries.clear();
        arrived.sort(Comparator.comparingLong(Arrived::arrival));
        long arrivals = arrived.isEmpty() ? 0 : arrived.get(arrived.size() - 1).arrival() + 1;
        List<Entry> inOrder = new ArrayList<>(arrived.size());
        long liveBytes = LogFile.MAGIC.length;
        for (Arrived one : arrived) {
            Entry entry = one.entry();
            inOrder.add(entry);
            liveBytes += ENTRY_BYTES
                    + entry.key().text().length()
                    + entry.value().map(value -> value.length()).orElse(0);
        }
        Saved saved = new Saved(head.storeId(), head.sequence(), inOrder, peers, starts);
        return new Loaded(head, number, end, liveBytes, saved, arrivals);
    }
}
