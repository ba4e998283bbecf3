package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a store that is not as it was written, and that the way out works. */
@Tag("locale")
class DamagedStoreTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path mark;

    @BeforeEach
    void fill() throws StoreException {
        file = folder.resolve(StoreFolder.FILE);
        mark = folder.resolve(StoreFolder.MARK_FILE);
        DiskStore store = Stores.open(folder, new Turns());
        store.journal().entry(Stores.entry("k", "v", 1));
        store.journal().close();
    }

    @Test
    void aMissingFileIsRefused() throws IOException, StoreException {
        Files.delete(file);
        assertRefused(file + " is damaged: it is missing, and store.mark is there");
    }

    @Test
    void aMissingMarkIsRefused() throws IOException, StoreException {
        Files.delete(mark);
        assertRefused(mark + " is damaged: it is empty, and store.mv is there");
    }

    @Test
    void aMarkWithAnotherLengthIsRefused() throws IOException, StoreException {
        Files.writeString(mark, "x", StandardOpenOption.APPEND);
        assertRefused(mark + " is damaged: it has 13 bytes, not 12");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException, StoreException {
        Files.write(file, new byte[0]);
        assertRefused(file + " is damaged: its head is missing");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException, StoreException {
        Files.writeString(file, "not a store\n".repeat(2_000));
        assertRefused(file + " is damaged: ");
    }

    @Test
    void aStoreThatLacksAcknowledgedBatchesIsRefused() throws IOException, StoreException {
        try (DurableMark newer = DurableMark.open(mark)) {
            newer.write(4);
        }
        assertRefused(file + " is damaged: 4 batches were certain to be in it, and its newest readable is 1");
    }

    @Test
    void aLostRecordIsRefused() throws StoreException {
        change("entries", "k", record -> null);
        assertRefused(file + " is damaged: 1 records were written, and not these 0 are there");
    }

    @Test
    void anOldRecordInThePlaceOfANewerOneIsRefused() throws StoreException {
        change("entries", "k", record -> new Arrived(0, Stores.entry("k", "old", 0)).bytes());
        assertRefused(file + " is damaged: 1 records were written, and not these 1 are there");
    }

    @Test
    void aRecordWithAnotherByteIsRefused() throws StoreException {
        change("entries", "k", record -> {
            byte[] changed = record.clone();
            changed[changed.length - Seal.BYTES - 1]++;
            return changed;
        });
        assertRefused(file + " is damaged: the checksum of the record \"k\" is wrong");
    }

    @Test
    void aNewerFormatIsRefusedByItsNumber() throws StoreException {
        change(
                "state",
                Head.NAME,
                head -> Seal.close(Head.NAME, ByteBuffer.allocate(9).put((byte) 2)));
        assertRefused(file + " has format 2, and this program knows format 1 alone: ");
    }

    private void change(String map, String name, UnaryOperator<byte[]> change) {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            MVMap<String, byte[]> records = store.openMap(map, StoreFile.records());
            byte[] changed = change.apply(records.get(name));
            if (changed == null) {
                records.remove(name);
            } else {
                records.put(name, changed);
            }
        }
    }

    private void assertRefused(String message) throws StoreException {
        assertThatThrownBy(() -> Stores.open(folder, new Turns()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("--wipe");
        Stores.wiped(folder, Stores.A).journal().close();
        Stores.open(folder, new Turns()).journal().close();
    }
}
