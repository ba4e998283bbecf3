package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.message.Launch.Fsync;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.Row;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/** What a folder keeps to tell a whole store from an older copy: its id, its starts, and the number of its changes. */
class StoreIdentityTest {
    private static final List<Stage> STARTS = List.of(new Stage(3, 0), new Stage(1L << 52, 17));

    @TempDir
    private Path folder;

    private final Turns loop = new Turns();

    @ParameterizedTest
    @EnumSource(Fsync.class)
    void aNewIdAndTheStartsComeBack(Fsync fsync) throws StoreException {
        DiskStore store = Stores.open(folder, fsync, loop);
        assertThat(store.saved().starts()).isEmpty();
        store.journal().entry(Stores.entry("k", "1", 1));
        store.journal().store(Stores.STORE_ID + 5, STARTS);
        store.journal().close();

        DiskStore again = Stores.open(folder, fsync, loop);
        again.journal().close();
        assertThat(again.saved().storeId()).isEqualTo(Stores.STORE_ID + 5);
        assertThat(again.saved().starts()).isEqualTo(STARTS);
        assertThat(again.saved().entries()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Fsync.class)
    void theNumberOfTheLastChangeIsThereAgainAfterAWholeRestart(Fsync fsync) throws StoreException {
        DiskStore store = Stores.open(folder, fsync, loop);
        for (int i = 1; i <= 5; i++) {
            store.journal().entry(Stores.entry("k" + i, "v", i));
            long told = store.journal().number();
            store.journal().sequence(i);
            assertThat(store.journal().number())
                    .as("what changes in one turn is one change")
                    .isEqualTo(told);
            boolean[] durable = {false};
            store.journal().whenDurable(() -> durable[0] = true);
            loop.runUntil(() -> durable[0]);
            loop.runQueued();
        }
        store.journal().peer(Stores.B, Stores.peer(1));
        long told = store.journal().number();
        store.journal().close();

        DiskStore again = Stores.open(folder, fsync, loop);
        assertThat(again.journal().number()).isEqualTo(told);
        again.journal().close();
    }

    @Test
    void aCopyMadeEarlierHasASmallerNumber() throws IOException, StoreException {
        DiskStore store = Stores.open(folder, loop);
        store.journal().entry(Stores.entry("k", "1", 1));
        store.journal().close();
        byte[] copy = Files.readAllBytes(folder.resolve(StoreFolder.FILE));
        byte[] mark = Files.readAllBytes(folder.resolve(StoreFolder.MARK_FILE));
        DiskStore again = Stores.open(folder, loop);
        again.journal().entry(Stores.entry("k", "2", 2));
        long told = again.journal().number();
        again.journal().close();

        Files.write(folder.resolve(StoreFolder.FILE), copy);
        Files.write(folder.resolve(StoreFolder.MARK_FILE), mark);
        DiskStore back = Stores.open(folder, loop);
        assertThat(back.journal().number()).isLessThan(told);
        back.journal().close();
    }

    @Test
    void aFolderOfVersion010Opens() throws IOException, StoreException {
        for (String file : List.of(StoreFolder.FILE, StoreFolder.MARK_FILE)) {
            try (InputStream in = getClass().getResourceAsStream("/sosad/store-0.1.0/" + file)) {
                Files.copy(Objects.requireNonNull(in), folder.resolve(file));
            }
        }
        DiskStore store = Stores.open(folder, loop);
        Saved saved = store.saved();
        assertThat(saved.entries()).extracting(Entry::key).map(Key::text).containsExactly("waffle", "gone", "tom");
        assertThat(saved.sequence()).isEqualTo(3);
        assertThat(saved.starts()).isEmpty();
        SavedPeer peer = saved.peers().get(Stores.B);
        assertThat(peer.heard()).isEmpty();
        assertThat(peer.row().now()).isGreaterThan(Row.start(1).now());
        store.journal().store(saved.storeId(), STARTS);
        store.journal().close();

        DiskStore again = Stores.open(folder, loop);
        again.journal().close();
        assertThat(again.saved())
                .isEqualTo(
                        new Saved(saved.storeId(), saved.sequence(), saved.entries(), Map.of(Stores.B, peer), STARTS));
    }
}
