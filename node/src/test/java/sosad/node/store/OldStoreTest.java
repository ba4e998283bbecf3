package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Value;
import sosad.node.store.DiskStore.StoreException;
import sosad.protocol.Saved;

/**
 * Folders that version 0.1.0 has left: 60 writes of v1 to v60 to the keys k0 to k39 in turns, then k5 deleted, and
 * fromB written at the peer B.
 */
class OldStoreTest {
    private static final int ENTRIES = 41;

    @TempDir
    private Path folder;

    private Path file;

    private void copy(String kind) throws IOException {
        file = folder.resolve(StoreFolder.FILE);
        for (String name : new String[] {StoreFolder.FILE, StoreFolder.MARK_FILE}) {
            Files.copy(Path.of("src/test/resources/sosad/node/store/version-0.1.0", kind, name), folder.resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "killed"})
    void allOfItComesBackAndStaysInThePresentFormat(String kind) throws IOException, StoreException {
        copy(kind);
        DiskStore store = Stores.open(folder, new Turns());
        Saved saved = store.saved();
        assertThat(saved.storeId()).isEqualTo(77);
        assertThat(saved.sequence()).isEqualTo(61);
        assertThat(saved.peers()).containsOnlyKeys(Stores.B);
        assertThat(saved.entries()).hasSize(ENTRIES);
        assertThat(value(saved, "k4")).hasValue("v44");
        assertThat(value(saved, "k39")).hasValue("v39");
        assertThat(value(saved, "k5")).isEmpty();
        assertThat(value(saved, "fromB")).hasValue("grüße");
        store.journal().entry(Stores.entry("new", "1", 62));
        store.journal().close();

        assertThat(Files.readAllBytes(file)).startsWith(LogFile.MAGIC);
        DiskStore again = Stores.open(folder, new Turns());
        again.journal().close();
        assertThat(again.saved().entries()).hasSize(ENTRIES + 1).containsAll(saved.entries());
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    private static Optional<String> value(Saved saved, String key) {
        Entry held = saved.entries().stream()
                .filter(entry -> entry.key().equals(new Key(key)))
                .findFirst()
                .orElseThrow();
        return held.value().map(Value::text);
    }

    @Test
    void anothersIsRefusedAndLeftAsItIs() throws IOException, StoreException {
        copy("closed");
        byte[] before = Files.readAllBytes(file);
        DiskSettings asB = new DiskSettings(folder, sosad.message.Launch.Fsync.ALWAYS, false, Stores.B, false);
        assertThatThrownBy(() -> DiskStore.open(asB, () -> 1, new Turns(), reason -> {}))
                .hasMessageContaining(file + " is the store of node A, not of B: ");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void damageIsToldInWordsOfThisProgram() throws IOException, StoreException {
        copy("killed");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 2 * 4_096; i < bytes.length; i += 64) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
        assertRefused("it is a store of version 0.1.0 that cannot be read completely. Restore the folder's");
    }

    @Test
    void aMissingRecordIsRefused() throws IOException {
        copy("closed");
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            MVMap<String, byte[]> entries = store.openMap("entries", OldStore.records());
            entries.remove("k7");
        }
        assertRefused("it is a store of version 0.1.0 that cannot be read completely. Restore the folder's");
    }

    @Test
    void oneThatLacksAcknowledgedBatchesIsRefused() throws IOException {
        copy("closed");
        try (DurableMark newer = DurableMark.open(DiskFiles.SYSTEM, folder.resolve(StoreFolder.MARK_FILE))) {
            newer.write(1_000_000);
        }
        assertRefused("it must hold 1,000,000 batches, but the newest readable one is ");
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> Stores.open(folder, new Turns()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file + " is damaged: " + words);
    }
}
