package sosad.node.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Launch.Fsync;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.EnumNames;

/**
 * The store's file: a log of the batches, from which what is outdated goes when it is half of the file. All entries are
 * in the replica's memory anyway, so nothing is ever looked up here.
 */
final class StoreFile implements BatchFile {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    /** In a shorter file nothing is worth the work. */
    private static final long MIN_BYTES = 8 << 20;

    private final DiskFiles disk;
    private final Path path;
    private final DurableMark mark;
    private final Fsync fsync;
    private LogFile log;
    private Head head;
    private long enoughBytes = MIN_BYTES;
    private Optional<Compaction> compaction = Optional.empty();

    private StoreFile(DiskFiles disk, Path path, DurableMark mark, Fsync fsync, LogFile log, Head head) {
        this.disk = disk;
        this.path = path;
        this.mark = mark;
        this.fsync = fsync;
        this.log = log;
        this.head = head;
    }

    /** A new file with an empty store, synced. */
    static StoreFile create(DiskFiles disk, Path path, DurableMark mark, Fsync fsync, Head head) throws IOException {
        LogFile log = LogFile.create(disk.open(path));
        log.begin(0);
        log.put(head.record());
        log.endBatch();
        log.sync();
        return new StoreFile(disk, path, mark, fsync, log, head);
    }

    /** Continues behind the part of the file that was read; syncs that part, since it is revealed from now on. */
    static StoreFile behind(
            DiskFiles disk, Path path, DurableMark mark, Fsync fsync, LogFile log, StoreReader.Loaded loaded)
            throws IOException {
        StoreFile file = new StoreFile(disk, path, mark, fsync, log, loaded.head());
        file.isEnough(loaded.liveBytes());
        log.sync();
        mark.write(log.number());
        return file;
    }

    private void isEnough(long liveBytes) {
        enoughBytes = Math.max(MIN_BYTES, 2 * liveBytes);
    }

    @Override
    public void write(Batch batch) throws StoreException {
        try {
            long storeId = batch.identity().map(StoreIdentity::storeId).orElse(head.storeId());
            head = head.next(storeId, batch.sequence().orElse(head.sequence()));
            log.begin(log.number() + 1);
            log.put(head.record());
            if (batch.identity().isPresent()) {
                log.put(batch.identity().get().record());
            }
            for (Arrived arrived : batch.entries()) {
                log.put(LogRecord.entry(arrived));
            }
            for (var peer : batch.peers().entrySet()) {
                log.put(PeerRecord.of(peer.getKey(), peer.getValue()));
            }
            log.endBatch();
            compact();
        } catch (IOException e) {
            throw failed(Causes.innermost(e));
        }
    }

    private void compact() throws IOException {
        if (compaction.isEmpty() && log.end() > enoughBytes) {
            compaction = Optional.of(Compaction.begin(disk, log, StoreFolder.beside(path)));
        } else if (compaction.isPresent() && compaction.get().isDone()) {
            Compaction done = compaction.get();
            compaction = Optional.empty();
            Optional<LogFile> compact = done.result();
            if (compact.isPresent()) {
                replaceBy(compact.get(), done.prefix());
            }
            isEnough(log.end());
        }
    }

    private void replaceBy(LogFile compact, long prefix) throws IOException {
        compact.copy(log, prefix);
        compact.sync();
        disk.rename(StoreFolder.beside(path), path);
        disk.syncFolder(path.getParent());
        log.close();
        log = compact;
    }

    @Override
    public void sync() throws StoreException {
        try {
            log.sync();
            mark.write(log.number());
        } catch (IOException e) {
            throw failed(Causes.innermost(e));
        }
    }

    @Override
    public StoreException failed(String reason) {
        letGo();
        String kept = fsync == Fsync.ALWAYS
                ? "it comes back with every acknowledged write"
                : "it comes back without the last acknowledged writes, as --fsync %s allows"
                        .formatted(EnumNames.of(fsync));
        return new StoreException(
                "%s cannot be written: %s. Make sure that there is room and the disk works, then start the node again; %s"
                        .formatted(path, reason, kept));
    }

    @Override
    public long batches() {
        return log.number();
    }

    /** Returns how long the file is, in bytes. */
    long size() {
        return log.end();
    }

    @Override
    public void close() {
        letGo();
        mark.close();
    }

    private void letGo() {
        compaction.ifPresent(Compaction::cancel);
        compaction = Optional.empty();
        try {
            log.close();
        } catch (IOException e) {
            LOG.warn("{} was not closed cleanly: {}", path, Causes.innermost(e));
        }
    }
}
