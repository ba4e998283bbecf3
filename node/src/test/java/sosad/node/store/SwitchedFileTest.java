package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.DiskFault;
import sosad.node.store.DiskStore.StoreException;

/** A write that waits on a slow disk. */
@Timeout(20)
class SwitchedFileTest {
    private static final DiskFault SLOW = new DiskFault(DiskFault.MAX_DELAY_MILLIS, DiskFault.State.WORKS);

    private final CompletableFuture<String> written = new CompletableFuture<>();
    private final SwitchedFile file = new SwitchedFile(new QuickFile());

    @BeforeEach
    void aWriteWaits() {
        file.become(SLOW);
        Thread writer = new Thread(this::write);
        writer.start();
        while (writer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private void write() {
        try {
            file.write(new Batch());
        } catch (StoreException e) {
            written.complete(e.getMessage());
        }
    }

    private String after(Consumer<SwitchedFile> change) {
        assertThat(written).isNotDone();
        change.accept(file);
        return written.join();
    }

    @Test
    void itIsWrittenAsSoonAsTheDiskIsWell() {
        assertThat(after(slow -> slow.become(DiskFault.NONE))).isEqualTo("written");
    }

    @Test
    void itFailsAsSoonAsTheDiskDoes() {
        assertThat(after(slow -> slow.become(new DiskFault(0, DiskFault.State.FULL))))
                .startsWith("No space left on device");
    }

    @Test
    void itIsWrittenAtOnceWhenTheStoreIsBeingClosed() {
        assertThat(after(SwitchedFile::hurry)).isEqualTo("written");
    }

    /** A disk that takes no time. */
    private final class QuickFile implements BatchFile {
        @Override
        public void write(Batch batch) {
            written.complete("written");
        }

        @Override
        public long batches() {
            return 0;
        }

        @Override
        public void sync() {}

        @Override
        public StoreException failed(String reason) {
            return new StoreException(reason);
        }

        @Override
        public void close() {}
    }
}
