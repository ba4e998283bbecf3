package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.DiskFault;
import sosad.message.Launch.Fsync;
import sosad.node.store.DiskStore.StoreException;

/** How changes become batches, and when they may be told of. */
@Timeout(20)
class BatchJournalTest {
    private static final DiskFault SLOW = new DiskFault(DiskFault.MAX_DELAY_MILLIS, DiskFault.State.WORKS);

    private final Turns loop = new Turns();
    private final SlowFile file = new SlowFile();
    private final List<String> failures = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private BatchJournal journal;

    @AfterEach
    void close() {
        file.permits.release(1_000);
        journal.close();
        assertThat(file.isClosed).isTrue();
    }

    private void open(Fsync fsync) {
        journal = new BatchJournal(file, 0, fsync, loop, failures::add);
    }

    @Test
    void whatComesDuringACommitBecomesOneBatch() {
        open(Fsync.ALWAYS);
        put("first");
        loop.runQueued();
        file.awaitBegun(1);
        for (int i = 0; i < 1_000; i++) {
            put("k" + i);
            loop.runQueued();
        }
        file.permits.release(2);
        loop.runUntil(journal::isDurable);
        assertThat(file.sizes).containsExactly(1, 1_000);
        assertThat(file.syncs.get()).isEqualTo(2);
    }

    @Test
    void whatComesInOneTurnOfTheLoopBecomesOneBatch() {
        open(Fsync.ALWAYS);
        file.permits.release(1);
        put("a");
        put("b");
        journal.sequence(2);
        loop.runUntil(journal::isDurable);
        assertThat(file.sizes).containsExactly(2);
    }

    @Test
    void underAlwaysNothingIsToldBeforeItsBatchIsSynced() {
        open(Fsync.ALWAYS);
        put("a");
        journal.whenDurable(() -> told.add("a after " + file.syncs + " syncs"));
        loop.runQueued();
        file.awaitBegun(1);
        put("b");
        journal.whenDurable(() -> told.add("b after " + file.syncs + " syncs"));
        assertThat(journal.isDurable()).isFalse();
        assertThat(told).isEmpty();
        file.permits.release(1);
        loop.runUntil(() -> !told.isEmpty());
        assertThat(told).containsExactly("a after 1 syncs");
        file.permits.release(1);
        loop.runUntil(journal::isDurable);
        assertThat(told).containsExactly("a after 1 syncs", "b after 2 syncs");
    }

    @Test
    void aWaitWithNothingNewWaitsForTheBatchThatIsBeingWritten() {
        open(Fsync.ALWAYS);
        put("a");
        loop.runQueued();
        file.awaitBegun(1);
        journal.whenDurable(() -> told.add("a"));
        assertThat(told).isEmpty();
        file.permits.release(1);
        loop.runUntil(() -> !told.isEmpty());
    }

    @Test
    void withoutFsyncEverythingMayBeToldAtOnceUntilTooMuchWaitsForTheDisk() {
        open(Fsync.NEVER);
        String big = "x".repeat(1 << 20);
        for (int i = 0; i < BatchJournal.MAX_BACKLOG_BYTES >> 20; i++) {
            assertThat(journal.isDurable()).isTrue();
            journal.entry(Stores.entry("k" + i, big, i));
            loop.runQueued();
        }
        assertThat(journal.isDurable()).isFalse();
        journal.whenDurable(() -> told.add("late"));
        assertThat(told).isEmpty();
        file.permits.release(2);
        loop.runUntil(() -> !told.isEmpty());
        assertThat(journal.isDurable()).isTrue();
        assertThat(file.syncs.get()).isZero();
    }

    @Test
    void underEverysecNothingIsToldBeforeItIsWrittenAndItIsSyncedSoon() {
        open(Fsync.EVERYSEC);
        put("a");
        journal.whenDurable(() -> told.add("a"));
        loop.runQueued();
        file.awaitBegun(1);
        assertThat(told).isEmpty();
        assertThat(journal.isDurable()).isFalse();
        file.permits.release(1);
        loop.runUntil(journal::isDurable);
        assertThat(told).containsExactly("a");
        assertThat(file.sizes).containsExactly(1);
        file.awaitSynced();
    }

    @Test
    void aFailedWriteIsToldOnceAndNothingIsToldOfAnyMore() {
        open(Fsync.ALWAYS);
        file.fails = true;
        file.permits.release(1);
        put("a");
        journal.whenDurable(() -> told.add("a"));
        loop.runUntil(() -> !failures.isEmpty());
        put("b");
        journal.whenDurable(() -> told.add("b"));
        loop.runQueued();
        journal.close();
        assertThat(failures).containsExactly("no space");
        assertThat(told).isEmpty();
        assertThat(journal.isDurable()).isFalse();
        assertThat(file.sizes).isEmpty();
    }

    @Test
    void closingKeepsWhatWasHandedOverAndThenTellsOfIt() {
        open(Fsync.EVERYSEC);
        put("a");
        loop.runQueued();
        file.awaitBegun(1);
        put("b");
        file.permits.release(2);
        journal.close();
        assertThat(file.sizes).containsExactly(1, 1);
        assertThat(file.syncs.get()).isEqualTo(1);
    }

    @Test
    void aWriteThatFailsOnClosingIsTold() {
        open(Fsync.ALWAYS);
        put("a");
        file.fails = true;
        file.permits.release(1);
        journal.close();
        assertThat(failures).containsExactly("no space");
    }

    @Test
    void aDiskThatIsToldToFailOrToBeFullIsToldOfAndNothingIsAcknowledged() {
        for (DiskFault.State state : List.of(DiskFault.State.FAILS, DiskFault.State.FULL)) {
            open(Fsync.ALWAYS);
            journal.become(new DiskFault(0, state));
            put("a");
            journal.whenDurable(() -> told.add("a"));
            loop.runUntil(() -> !failures.isEmpty());
            journal.close();
        }
        assertThat(failures)
                .containsExactly(
                        "Input/output error (as set-disk has told it)",
                        "No space left on device (as set-disk has told it)");
        assertThat(told).isEmpty();
        assertThat(file.sizes).isEmpty();
    }

    @Test
    void aDiskThatIsToldToFailCannotSyncWhatItHasTakenBefore() {
        open(Fsync.EVERYSEC);
        file.permits.release(1);
        put("a");
        loop.runQueued();
        file.awaitBegun(1);
        journal.become(new DiskFault(0, DiskFault.State.FAILS));
        journal.close();
        assertThat(failures).containsExactly("Input/output error (as set-disk has told it)");
        assertThat(file.syncs.get()).isZero();
    }

    @Test
    void aSlowDiskTakesItsTime() {
        open(Fsync.ALWAYS);
        file.permits.release(1);
        journal.become(new DiskFault(50, DiskFault.State.WORKS));
        long begin = System.nanoTime();
        put("a");
        loop.runUntil(journal::isDurable);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(50_000_000);
    }

    @Test
    void closingDoesNotWaitForASlowDiskAndKeepsEverything() {
        open(Fsync.ALWAYS);
        file.permits.release(2);
        journal.become(SLOW);
        put("a");
        loop.runQueued();
        put("b");
        journal.close();
        assertThat(file.sizes).containsExactly(1, 1);
    }

    @Test
    void whoIsToldOfTheLastBatchMayWriteAgainAndWaitsForEver() {
        open(Fsync.ALWAYS);
        put("a");
        journal.whenDurable(this::writeAgainWhenTold);
        loop.runQueued();
        file.awaitBegun(1);
        put("b");
        journal.whenDurable(this::writeAgainWhenTold);
        file.permits.release(2);
        journal.close();
        loop.runQueued();
        assertThat(told).containsExactly("again", "again");
        assertThat(file.sizes).containsExactly(1, 1);
        assertThat(journal.isDurable()).isFalse();
    }

    private void writeAgainWhenTold() {
        told.add("again");
        put("c");
        journal.whenDurable(() -> told.add("c"));
    }

    @Test
    void closingEndsAlthoughTheDiskNeverAnswers() {
        journal = new BatchJournal(file, 0, Fsync.ALWAYS, loop, failures::add, Duration.ofMillis(10));
        put("a");
        journal.whenDurable(() -> told.add("a"));
        loop.runQueued();
        file.awaitBegun(1);
        journal.close();
        assertThat(failures).containsExactly("the disk did not take the last batch within 10 ms");
        assertThat(told).isEmpty();
        file.permits.release(1);
        file.closed.acquireUninterruptibly();
    }

    @Test
    void anUnexpectedFailureOfTheWriterIsToldToo() {
        open(Fsync.ALWAYS);
        file.breaks = true;
        put("a");
        loop.runUntil(() -> !failures.isEmpty());
        assertThat(failures).containsExactly("it broke");
    }

    private void put(String key) {
        journal.entry(Stores.entry(key, "v", 1));
    }

    /** A disk that writes a batch for each permit. */
    private static final class SlowFile implements BatchFile {
        private final Semaphore permits = new Semaphore(0);
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore synced = new Semaphore(0);
        private final List<Integer> sizes = new ArrayList<>();
        private final Semaphore closed = new Semaphore(0);
        private volatile boolean fails;
        private volatile boolean breaks;
        private volatile boolean isClosed;
        private final AtomicInteger syncs = new AtomicInteger();

        void awaitBegun(int batches) {
            begun.acquireUninterruptibly(batches);
        }

        void awaitSynced() {
            synced.acquireUninterruptibly();
        }

        @Override
        public void write(Batch batch) throws StoreException {
            begun.release();
            if (breaks) {
                throw new IllegalStateException("it broke");
            }
            permits.acquireUninterruptibly();
            if (fails) {
                throw new StoreException("no space");
            }
            sizes.add(batch.entries().size());
        }

        @Override
        public long batches() {
            return 0;
        }

        @Override
        public void sync() {
            syncs.incrementAndGet();
            synced.release();
        }

        @Override
        public StoreException failed(String reason) {
            return new StoreException(reason);
        }

        @Override
        public void close() {
            isClosed = true;
            closed.release();
        }
    }
}
