package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.message.Launch.Fsync;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.Saved;

/** A store whose process is killed, and what other processes do to it. */
@Timeout(120)
class KilledStoreIT {
    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"ALWAYS", "EVERYSEC"})
    void everyAcknowledgedWriteOutlivesAKill(Fsync fsync) throws IOException, StoreException {
        Random random = new Random(15);
        long kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (StoreProcess child = StoreProcess.start(folder, fsync)) {
                assertThat(child.read("open ")).isGreaterThanOrEqualTo(kept);
                int writes = random.nextInt(round == 0 ? 1 : 1_000);
                for (int i = 0; i < writes; i++) {
                    kept = child.read("kept ");
                }
                kept = Math.max(kept, child.kill());
            }
            checkThatItIsAWholePrefix(kept);
        }
        assertThat(kept).isPositive();
    }

    private void checkThatItIsAWholePrefix(long kept) throws StoreException {
        DiskStore store = Stores.open(folder, new Turns());
        store.journal().close();
        Saved saved = store.saved();
        long sequence = saved.sequence();
        assertThat(sequence).isGreaterThanOrEqualTo(kept);
        assertThat(saved.entries()).hasSize((int) Math.min(sequence, KillTarget.KEYS) * 2);
        if (sequence > 0) {
            assertThat(saved.peers().get(Stores.B)).isEqualTo(Stores.peer(sequence));
        }
        long oldest = Math.max(0, sequence - KillTarget.KEYS) + 1;
        for (int i = 0; i < saved.entries().size(); i++) {
            long write = oldest + i / 2;
            assertThat(saved.entries().get(i))
                    .isEqualTo(Stores.entry(
                            (i % 2 == 0 ? "a" : "b") + write % KillTarget.KEYS, Long.toString(write), write));
        }
    }

    @Test
    void aSecondProcessOnTheFolderIsRefused() throws IOException {
        try (StoreProcess first = StoreProcess.start(folder, Fsync.ALWAYS)) {
            first.read("open ");
            StoreProcess second = StoreProcess.start(folder, Fsync.ALWAYS);
            assertThat(second.readLine())
                    .isEqualTo("failed " + folder + " is in use by another node: stop that one, or"
                            + " give another folder with --data");
            first.read("kept ");
        }
    }

    @Test
    void aFullDiskStopsTheNodeWithAClearWordAndLosesNothing() throws IOException, StoreException {
        long kept = 0;
        String line;
        try (StoreProcess child = StoreProcess.startWithLittleRoom(folder, 8_192, 10_000)) {
            child.read("open ");
            line = child.readLine();
            while (line.startsWith("kept ")) {
                kept = StoreProcess.number(line);
                line = child.readLine();
            }
        }
        assertThat(line).startsWith("failed " + folder.resolve(StoreFolder.FILE) + " cannot be written: ");
        assertThat(line).contains("Make sure that there is room");
        assertThat(kept).isPositive();
        DiskStore store = Stores.open(folder, new Turns());
        store.journal().close();
        assertThat(store.saved().sequence()).isGreaterThanOrEqualTo(kept);
    }

    @Test
    void aDiskThatIsFullFromTheBeginningIsAClearWordToo() throws IOException {
        Path none = folder.resolve("none");
        try (StoreProcess child = StoreProcess.startWithLittleRoom(none, 0, 0)) {
            assertThat(child.readLine())
                    .startsWith("failed " + none + " cannot be used: ")
                    .contains("Make sure that there is room");
        }
        Path forTheHeadAlone = folder.resolve("head");
        try (StoreProcess child = StoreProcess.startWithLittleRoom(forTheHeadAlone, 1, 10_000)) {
            child.read("open ");
            assertThat(child.readLine())
                    .startsWith("failed " + forTheHeadAlone.resolve(StoreFolder.FILE) + " cannot be written: ");
        }
    }
}
