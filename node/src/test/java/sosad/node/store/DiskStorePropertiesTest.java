package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import sosad.message.Launch.Fsync;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.Saved;

/** What holds for every sequence of changes and every damage. A failure prints its seed. */
class DiskStorePropertiesTest {
    private final Turns loop = new Turns();
    private Path folder;
    private Path copy;

    @BeforeTry
    void makeFolders() throws IOException {
        folder = Files.createTempDirectory("store");
        copy = Files.createTempDirectory("store-copy");
    }

    @AfterTry
    void deleteFolders() throws IOException {
        for (Path one : List.of(folder, copy)) {
            try (Stream<Path> files = Files.walk(one)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Property(tries = 10, seed = "1501")
    void aStoreComesBackWithWhatItWasTold(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int keys)
            throws StoreException {
        RandomChanges changes = new RandomChanges(seed, keys);
        for (Fsync fsync : Fsync.values()) {
            DiskStore store = Stores.open(folder, fsync, loop);
            assertThat(store.saved()).isEqualTo(changes.model());
            for (int i = 0; i < 40; i++) {
                changes.changeTogether(store.journal());
                loop.runQueued();
            }
            store.journal().close();
        }
        DiskStore last = Stores.open(folder, loop);
        last.journal().close();
        assertThat(last.saved()).isEqualTo(changes.model());
    }

    @Property(tries = 20, seed = "1502")
    void aCopyAsAKilledNodeLeavesItIsWhole(@ForAll long seed, @ForAll @IntRange(min = 0, max = 150) int batches)
            throws StoreException, IOException {
        RandomChanges changes = new RandomChanges(seed, 60);
        DiskStore store = Stores.open(folder, loop);
        change(changes, store, batches, new ArrayList<>());
        copyAsIs();
        store.journal().close();
        assertThat(reopened(copy)).contains(changes.model());
    }

    @Property(tries = 40, seed = "1503")
    void aTornCopyShowsAWholePrefixOfTheBatchesOrIsRefused(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int batches) throws StoreException, IOException {
        RandomChanges changes = new RandomChanges(seed, 60);
        List<Saved> prefixes = new ArrayList<>();
        DiskStore store = Stores.open(folder, loop);
        change(changes, store, batches, prefixes);
        copyAsIs();
        store.journal().close();
        asIfNothingWereSynced();
        cut(new Random(seed));
        reopened(copy).ifPresent(saved -> assertThat(prefixes).contains(saved));
    }

    @Property(tries = 40, seed = "1504")
    void whatWasSyncedIsNeverMissingFromATornCopyWithoutARefusal(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int batches) throws StoreException, IOException {
        RandomChanges changes = new RandomChanges(seed, 60);
        DiskStore store = Stores.open(folder, loop);
        change(changes, store, batches, new ArrayList<>());
        copyAsIs();
        store.journal().close();
        cut(new Random(seed));
        reopened(copy).ifPresent(saved -> assertThat(saved).isEqualTo(changes.model()));
    }

    @Property(tries = 80, seed = "1505")
    void damagedBytesAreRefusedOrHitNothingThatCounts(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int batches, @ForAll boolean closedWell)
            throws StoreException, IOException {
        RandomChanges changes = new RandomChanges(seed, 60);
        DiskStore store = Stores.open(folder, loop);
        change(changes, store, batches, new ArrayList<>());
        if (closedWell) {
            store.journal().close();
            copyAsIs();
        } else {
            copyAsIs();
            store.journal().close();
        }
        overwrite(new Random(seed));
        reopened(copy).ifPresent(saved -> assertThat(saved).isEqualTo(changes.model()));
    }

    private void change(RandomChanges changes, DiskStore store, int batches, List<Saved> prefixes) {
        prefixes.add(changes.model());
        for (int i = 0; i < batches; i++) {
            changes.changeTogether(store.journal());
            prefixes.add(changes.model());
            loop.runUntil(store.journal()::isDurable);
        }
    }

    private void copyAsIs() throws IOException {
        for (String name : List.of(StoreFolder.FILE, StoreFolder.MARK_FILE)) {
            Files.copy(folder.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void asIfNothingWereSynced() throws IOException, StoreException {
        try (DurableMark mark = DurableMark.open(DiskFiles.SYSTEM, copy.resolve(StoreFolder.MARK_FILE))) {
            mark.write(0);
        }
    }

    private void cut(Random random) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(copy.resolve(StoreFolder.FILE).toFile(), "rw")) {
            file.setLength(random.nextLong(file.length()));
        }
    }

    private void overwrite(Random random) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(copy.resolve(StoreFolder.FILE).toFile(), "rw")) {
            byte[] noise = new byte[1 + random.nextInt(random.nextBoolean() ? 4 : 4_000)];
            random.nextBytes(noise);
            file.seek(random.nextLong(file.length()));
            file.write(noise);
        }
    }

    /** Returns what the store in the folder comes back with; empty if it is refused as damaged. */
    private Optional<Saved> reopened(Path where) {
        try {
            DiskStore store = Stores.open(where, loop);
            store.journal().close();
            return Optional.of(store.saved());
        } catch (StoreException e) {
            assertThat(e)
                    .hasMessageContaining(where.resolve(StoreFolder.FILE) + " is damaged: ")
                    .hasMessageContaining("--wipe");
            return Optional.empty();
        }
    }
}
