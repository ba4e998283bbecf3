package sosad.node.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Fsync;
import sosad.model.NodeId;
import sosad.protocol.Words;

/**
 * The store's file: an MVStore of H2, whose commit is one write and so takes a batch as a whole or not at all. It holds
 * one map of the entries by key, and one of the peers' records and the {@link Head}.
 */
final class StoreFile implements BatchFile {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    /** The replica holds all entries anyway, so little is gained by caching pages. */
    private static final int CACHE_MEGABYTES = 4;

    /** Every how many batches room is reclaimed from what is mostly outdated. */
    private static final int BATCHES_BETWEEN_COMPACTIONS = 64;

    private static final int LEAST_LIVE_PERCENT = 50;
    private static final int COMPACTED_BYTES = 4 << 20;

    private final Path path;
    private final DurableMark mark;
    private final Fsync fsync;
    private final MVStore store;
    private final MVMap<String, byte[]> entries;
    private final MVMap<String, byte[]> state;

    /** Apart from the state, where version 0.1.0 would take what is here for a peer. */
    private final MVMap<String, byte[]> past;

    private MVStore.TxCounter overwritable;
    private Tally tally = new Tally();
    private Head head;

    private StoreFile(Path path, DurableMark mark, Fsync fsync) {
        this.path = path;
        this.mark = mark;
        this.fsync = fsync;
        // Without a buffer size of 0 a large batch would be committed in parts; without a delay of 0 a thread would
        // commit at any time.
        store = new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .open();
        // What is outdated may be overwritten as soon as the last synced version does not need it (see sync). The
        // default, 45 s after it was written, neither guarantees that nor frees anything under load.
        store.setRetentionTime(0);
        overwritable = store.registerVersionUsage();
        boolean isOpen = false;
        try {
            entries = store.openMap("entries", records());
            state = store.openMap("state", records());
            past = store.openMap("past", records());
            isOpen = true;
        } finally {
            if (!isOpen) {
                store.closeImmediately();
            }
        }
    }

    /** How the maps keep records under their names. */
    static MVMap.Builder<String, byte[]> records() {
        return new MVMap.Builder<String, byte[]>()
                .keyType(StringDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
    }

    /** A new file with an empty store. */
    static StoreFile create(Path path, DurableMark mark, Fsync fsync, Head head) throws StoreException {
        StoreFile file = new StoreFile(path, mark, fsync);
        file.head = head;
        try {
            file.state.put(Head.NAME, head.bytes());
            file.store.commit();
        } catch (RuntimeException e) {
            throw file.failed(Reasons.innermost(e));
        }
        file.sync();
        return file;
    }

    /** Opens the file as it is; {@link #load} is to be called before anything else. */
    static StoreFile open(Path path, DurableMark mark, Fsync fsync) {
        return new StoreFile(path, mark, fsync);
    }

    /**
     * Reads and checks everything.
     *
     * @throws DamageException if what is there is not what was written
     * @throws StoreException if it is another node's or of a newer format
     */
    StoreReader.Loaded load(NodeId node) throws DamageException, StoreException {
        StoreReader.Loaded loaded = new StoreReader(path, entries, state, past).load(node);
        head = loaded.head();
        tally = loaded.tally();
        return loaded;
    }

    @Override
    public void write(Batch batch) throws StoreException {
        // MVStore's exceptions are unchecked, and it may fail by others of that kind.
        try {
            // In the order of keys, so that a page that several of them share is in the cache for all.
            batch.entries().stream()
                    .sorted(Comparator.comparing(arrived -> arrived.entry().key()))
                    .forEach(arrived -> put(entries, arrived.entry().key().text(), arrived.bytes()));
            batch.peers().forEach((peer, saved) -> put(state, PeerRecord.name(peer), PeerRecord.bytes(peer, saved)));
            batch.identity().ifPresent(identity -> past.put(Identity.NAME, identity.bytes()));
            long storeId = batch.identity().map(Identity::storeId).orElse(head.storeId());
            head = head.next(storeId, batch.sequence().orElse(head.sequence()), tally);
            state.put(Head.NAME, head.bytes());
            store.commit();
            if (head.batch() % BATCHES_BETWEEN_COMPACTIONS == 0) {
                store.compact(LEAST_LIVE_PERCENT, COMPACTED_BYTES);
            }
            if (fsync == Fsync.NEVER) {
                release();
            }
        } catch (RuntimeException e) {
            throw failed(Reasons.innermost(e));
        }
    }

    private void put(MVMap<String, byte[]> map, String name, byte[] record) {
        tally.replace(map.put(name, record), record);
    }

    @Override
    public void sync() throws StoreException {
        try {
            store.sync();
            mark.write(head.batch());
            release();
        } catch (IOException | RuntimeException e) {
            throw failed(Reasons.innermost(e));
        }
    }

    /** Lets the file overwrite what only versions before the present one need. */
    private void release() {
        store.deregisterVersionUsage(overwritable);
        overwritable = store.registerVersionUsage();
    }

    @Override
    public StoreException failed(String reason) {
        store.closeImmediately();
        String kept = fsync == Fsync.ALWAYS
                ? "it comes back with all that it has acknowledged"
                : "it comes back without what it acknowledged last, as --fsync %s allows".formatted(Words.of(fsync));
        return new StoreException(
                "%s cannot be written: %s. See to it that there is room and the disk works, then start the node again; %s"
                        .formatted(path, reason, kept));
    }

    @Override
    public long batches() {
        return head.batch();
    }

    /** How long the file is, in bytes. */
    long size() {
        return store.getFileStore().size();
    }

    /** Closes the file as it is, without a further write. */
    void abandon() {
        store.closeImmediately();
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (RuntimeException e) {
            // Everything is synced already; what did not succeed is putting the file in order for a quicker start.
            LOG.warn("{} was not closed in good order: {}", path, Reasons.innermost(e));
        } finally {
            mark.close();
        }
    }
}
