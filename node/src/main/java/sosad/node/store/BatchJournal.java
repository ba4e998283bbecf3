package sosad.node.store;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import sosad.message.DiskFault;
import sosad.message.Launch.Fsync;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.node.host.NodeJournal;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/**
 * Collects changes into batches and has one thread write them, one batch at a time: what comes while one is written is
 * the next. What the last two fields hold is the writer's; all the others belong to the event loop.
 */
final class BatchJournal implements NodeJournal {
    /**
     * The memory that may wait for the disk before peers wait and nothing more may be revealed, even under
     * {@code never}.
     */
    static final long MAX_BACKLOG_BYTES = 32L << 20;

    /**
     * The time for which batches are collected when nobody waits for them, since each takes some blocks of the file.
     */
    private static final long COLLECT_MILLIS = 20;

    private static final long SYNC_SECONDS = 1;

    private final SwitchedFile file;
    private final Fsync fsync;
    private final Executor loop;
    private final Consumer<String> failed;
    private final Duration timeout;
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(BatchJournal::writerThread);

    private Batch pending = new Batch();
    private Batch writing = new Batch();
    private boolean isWriting;
    private boolean isDue;
    private boolean isOver;
    private boolean isClosed;
    private long arrivals;

    /** The number of batches handed over in the store's life, and so the number of the last one. */
    private long handedOver;

    private volatile Optional<String> failure = Optional.empty();
    private boolean unsynced;

    /**
     * A journal that writes to {@code file} and closes it in the end.
     *
     * @param arrivals how many entries have arrived at this store before, or more
     * @param loop the event loop
     * @param failed gets, once and on the event loop, the reason when something cannot be written
     */
    BatchJournal(BatchFile file, long arrivals, Fsync fsync, Executor loop, Consumer<String> failed) {
        this(file, arrivals, fsync, loop, failed, Duration.ofSeconds(CLOSE_SECONDS));
    }

    /** @param timeout how long closing may take */
    BatchJournal(BatchFile file, long arrivals, Fsync fsync, Executor loop, Consumer<String> failed, Duration timeout) {
        this.file = new SwitchedFile(file);
        this.arrivals = arrivals;
        this.handedOver = file.batches();
        this.fsync = fsync;
        this.loop = loop;
        this.failed = failed;
        this.timeout = timeout;
        if (fsync == Fsync.EVERYSEC) {
            writer.scheduleWithFixedDelay(() -> onDisk(this::sync), SYNC_SECONDS, SYNC_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void entry(Entry entry) {
        pending.put(new Arrived(arrivals++, entry));
        due();
    }

    @Override
    public void sequence(long sequence) {
        pending.sequence(sequence);
        due();
    }

    @Override
    public void peer(NodeId peer, SavedPeer saved) {
        pending.put(peer, saved);
        due();
    }

    @Override
    public void store(long storeId, List<Stage> starts) {
        pending.identity(new StoreIdentity(storeId, starts));
        due();
    }

    @Override
    public long number() {
        return pending.isEmpty() ? handedOver : handedOver + 1;
    }

    @Override
    public boolean isDurable() {
        boolean isKept = pending.isEmpty() && !isWriting;
        boolean mayBeAhead = fsync == Fsync.NEVER && !isBehind();
        return !isOver && (isKept || mayBeAhead);
    }

    @Override
    public void whenDurable(Runnable then) {
        if (isDurable()) {
            then.run();
        } else {
            (pending.isEmpty() ? writing : pending).await(then);
        }
    }

    @Override
    public long waitingBytes() {
        return pending.bytes() + writing.bytes();
    }

    @Override
    public boolean isBehind() {
        return waitingBytes() > MAX_BACKLOG_BYTES;
    }

    @Override
    public void become(DiskFault fault) {
        file.become(fault);
    }

    /** Has what is pending handed over after the loop's present turn, so that the turn becomes one batch. */
    private void due() {
        if (!isWriting && !isDue && !isOver) {
            isDue = true;
            loop.execute(this::handOver);
        }
    }

    private void handOver() {
        isDue = false;
        if (isWriting || isOver || pending.isEmpty()) {
            return;
        }
        Batch batch = pending;
        writing = batch;
        pending = new Batch();
        handedOver++;
        isWriting = true;
        writer.execute(() -> {
            if (onDisk(() -> write(batch))) {
                // Where nobody waits for the disk, the next batch may as well grow for a while.
                long pause = fsync == Fsync.NEVER ? COLLECT_MILLIS : 0;
                writer.schedule(() -> loop.execute(this::written), pause, TimeUnit.MILLISECONDS);
            }
        });
    }

    private void written() {
        if (!isOver) {
            Batch done = writing;
            writing = new Batch();
            isWriting = false;
            handOver();
            done.waiting().forEach(Runnable::run);
        }
    }

    private static Thread writerThread(Runnable work) {
        Thread thread = new Thread(work, "store");
        thread.setDaemon(true); // a disk that does not answer must not keep the process
        return thread;
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        file.hurry();
        Batch last = pending;
        Batch lastButOne = writing;
        Optional<String> wrong = finished(last).or(() -> failure);
        writer.shutdown();
        // What is notified now may write again, and then waits for a batch that is never written.
        pending = new Batch();
        writing = new Batch();
        if (wrong.isPresent()) {
            fail(wrong.get());
        } else if (!isOver) {
            isOver = true;
            lastButOne.waiting().forEach(Runnable::run);
            last.waiting().forEach(Runnable::run);
        }
    }

    /** Has the writer finish; says what is wrong if it does not come to that. */
    private Optional<String> finished(Batch last) {
        try {
            CompletableFuture.runAsync(() -> finish(last), writer).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of(format("the disk did not take the last batch within %,d ms", timeout.toMillis()));
        } catch (ExecutionException e) {
            return Optional.of("the store was not closed cleanly: " + Causes.innermost(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the store was not closed cleanly: it was interrupted");
        }
    }

    private void fail(String reason) {
        if (!isOver) {
            isOver = true;
            failed.accept(reason);
        }
    }

    /** A task of the writer's thread at the disk. */
    private interface Work {
        void run() throws StoreException;
    }

    /** Does the work on the writer's thread, unless some has failed before; says whether it was done. */
    private boolean onDisk(Work work) {
        if (failure.isPresent()) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (StoreException e) {
            return failedFor(e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            return failedFor(file.failed(Causes.innermost(e)).getMessage());
        }
    }

    private boolean failedFor(String reason) {
        failure = Optional.of(reason);
        loop.execute(() -> fail(reason));
        return false;
    }

    private void write(Batch batch) throws StoreException {
        file.write(batch);
        unsynced = true;
        if (fsync == Fsync.ALWAYS) {
            sync();
        }
    }

    private void sync() throws StoreException {
        if (unsynced) {
            file.sync();
            unsynced = false;
        }
    }

    private void finish(Batch last) {
        try {
            if (failure.isEmpty()) {
                if (!last.isEmpty()) {
                    write(last);
                }
                sync();
            }
        } catch (StoreException e) {
            failure = Optional.of(e.getMessage());
        } finally {
            file.close();
        }
    }
}
