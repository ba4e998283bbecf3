package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.message.Launch.Fsync;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.Saved;

/** What a node with a disk store comes back with, and which folders it refuses. */
@Tag("locale")
class DiskStoreTest {
    @TempDir
    private Path folder;

    private final Turns loop = new Turns();

    @Test
    void aFreshFolderGivesAnEmptyStoreWithANewId() throws StoreException {
        DiskStore store = Stores.open(folder.resolve("deep/down"), loop);
        store.journal().close();
        assertThat(store.saved()).isEqualTo(new Saved(Stores.STORE_ID, 0, List.of(), Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Fsync.class)
    void everythingComesBack(Fsync fsync) throws StoreException {
        DiskStore store = Stores.open(folder, fsync, loop);
        Entry far = new Entry(
                new Key("z!~"),
                Optional.of(Value.of("grüße \u0000 🦆")),
                new Version(Long.MIN_VALUE, Stores.B, Long.MAX_VALUE, 3));
        List<Entry> entries = List.of(Stores.entry("k", "", 1), far, Stores.tombstone("b", 2));
        entries.forEach(store.journal()::entry);
        store.journal().sequence(9);
        store.journal().peer(Stores.B, Stores.peer(-4));
        store.journal().close();

        DiskStore again = Stores.open(folder, fsync, loop);
        again.journal().close();
        assertThat(again.saved()).isEqualTo(new Saved(Stores.STORE_ID, 9, entries, Map.of(Stores.B, Stores.peer(-4))));
    }

    @Test
    void entriesComeBackInTheOrderInWhichTheyArrivedEvenOverSeveralLives() throws StoreException {
        DiskStore first = Stores.open(folder, loop);
        first.journal().entry(Stores.entry("m", "1", 1));
        first.journal().entry(Stores.entry("a", "2", 2));
        first.journal().close();
        DiskStore second = Stores.open(folder, loop);
        second.journal().entry(Stores.entry("k", "3", 3));
        second.journal().entry(Stores.entry("m", "4", 4));
        second.journal().close();

        DiskStore third = Stores.open(folder, loop);
        third.journal().close();
        assertThat(third.saved().entries())
                .extracting(Entry::key)
                .map(Key::text)
                .containsExactly("a", "k", "m");
    }

    @Test
    void aWipedStoreIsEmptyAndHasANewId() throws StoreException {
        DiskStore store = Stores.open(folder, loop);
        store.journal().entry(Stores.entry("k", "1", 1));
        store.journal().close();

        DiskStore wiped = Stores.wiped(folder, Stores.A);
        wiped.journal().close();
        assertThat(wiped.saved()).isEqualTo(new Saved(Stores.STORE_ID + 1, 0, List.of(), Map.of()));
        DiskStore again = Stores.open(folder, loop);
        again.journal().close();
        assertThat(again.saved().storeId()).isEqualTo(Stores.STORE_ID + 1);
    }

    @Test
    void aWipeTakesTheStoresFilesAlone() throws IOException, StoreException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
        Stores.wiped(folder, Stores.A).journal().close();
        assertThat(other).hasContent("mine");
    }

    @Test
    void aFolderInUseIsRefusedEvenForAWipe() throws StoreException {
        DiskStore store = Stores.open(folder, loop);
        assertThatThrownBy(() -> Stores.open(folder, loop))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        folder + " is in use by another node: stop that one, or give another folder with" + " --data");
        assertThatThrownBy(() -> Stores.wiped(folder, Stores.A)).hasMessageContaining("is in use");
        store.journal().entry(Stores.entry("k", "1", 1));
        store.journal().close();
        DiskStore again = Stores.open(folder, loop);
        again.journal().close();
        assertThat(again.saved().entries()).hasSize(1);
    }

    @Test
    void theFolderOfAnotherNodeIsRefusedByName() throws StoreException {
        Stores.wiped(folder, Stores.B).journal().close();
        assertThatThrownBy(() -> Stores.open(folder, loop))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(folder.resolve(StoreFolder.FILE) + " is the store of node B, not of A");
        Stores.wiped(folder, Stores.A).journal().close();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Stores.open(file, loop))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " is not a folder: give another folder with --data");
    }

    @Test
    void aFolderThatCannotBeUsedIsRefusedByName() throws IOException {
        Files.createDirectory(folder.resolve(StoreFolder.MARK_FILE));
        assertThatThrownBy(() -> Stores.open(folder, loop))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(folder + " cannot be used: ")
                .hasMessageContaining("--data");
    }

    @Test
    void aStartThatWasCutShortBeforeAnythingWasToldBeginsAnew() throws IOException, StoreException {
        Stores.open(folder, loop).journal().close();
        try (DurableMark mark = DurableMark.open(DiskFiles.SYSTEM, folder.resolve(StoreFolder.MARK_FILE))) {
            mark.write(DurableMark.NOTHING);
        }
        Files.writeString(folder.resolve(StoreFolder.FILE), "half a file");
        DiskStore store = Stores.open(folder, loop);
        store.journal().close();
        assertThat(store.saved().entries()).isEmpty();
    }

    @Test
    void aMarkOfZerosAloneIsWhatAFailureLeavesOfAFirstStart() throws IOException, StoreException {
        Files.write(folder.resolve(StoreFolder.MARK_FILE), new byte[12]);
        DiskStore store = Stores.open(folder, loop);
        store.journal().close();
        assertThat(store.saved().entries()).isEmpty();
    }

    @Test
    void aBatchOfManyMegabytesIsKeptAsAWholeOrNotAtAll() throws IOException, StoreException {
        DiskStore store = Stores.open(folder, loop);
        store.journal().entry(Stores.entry("before", "1", 1));
        loop.runUntil(store.journal()::isDurable);
        String value = "x".repeat(64 << 10);
        for (int i = 0; i < 100; i++) {
            store.journal().entry(Stores.entry("k" + i, value, i));
        }
        store.journal().close();
        Path file = folder.resolve(StoreFolder.FILE);
        try (DurableMark mark = DurableMark.open(DiskFiles.SYSTEM, folder.resolve(StoreFolder.MARK_FILE));
                FileChannel channel = DiskFiles.SYSTEM.open(file)) {
            mark.write(1);
            assertThat(channel.size()).isGreaterThan(100 * value.length());
            channel.truncate(channel.size() - 1);
        }
        DiskStore again = Stores.open(folder, loop);
        again.journal().close();
        assertThat(again.saved().entries()).containsExactly(Stores.entry("before", "1", 1));
    }

    @Test
    void whatIsOutdatedDoesNotStayInTheFile() throws IOException, StoreException {
        Path file = folder.resolve(StoreFolder.FILE);
        DiskStore store = Stores.open(folder, loop);
        String value = "x".repeat(60 << 10);
        long longest = 0;
        for (int i = 0; i < 400; i++) {
            store.journal().entry(Stores.entry("k" + i % 50, value + i, i));
            store.journal().sequence(i);
            loop.runUntil(store.journal()::isDurable);
            longest = Math.max(longest, Files.size(file));
        }
        store.journal().close();
        assertThat(longest).isLessThan(20 << 20);
        DiskStore again = Stores.open(folder, loop);
        again.journal().close();
        assertThat(again.saved().sequence()).isEqualTo(399);
        assertThat(again.saved().entries())
                .hasSize(50)
                .allSatisfy(entry -> assertThat(entry.version().sequence()).isGreaterThanOrEqualTo(350));
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }
}
