package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.node.store.DiskStore.StoreException;

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
        assertRefused(file + " is damaged: it does not begin as a store does");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException, StoreException {
        Files.writeString(file, "not a store\n".repeat(2_000));
        assertRefused(file + " is damaged: it does not begin as a store does");
    }

    @Test
    void aFileThatEndsBehindItsBeginningIsRefused() throws IOException, StoreException {
        Files.write(file, LogFile.MAGIC);
        assertRefused(file + " is damaged: none of its batches is complete");
    }

    @Test
    void aMarkOfZerosBesideAStoreIsRefused() throws IOException, StoreException {
        Files.write(mark, new byte[12]);
        assertRefused(mark + " is damaged: it is empty, and store.mv is there");
    }

    @Test
    void aStoreThatLacksAcknowledgedBatchesIsRefused() throws IOException, StoreException {
        try (DurableMark newer = DurableMark.open(DiskFiles.SYSTEM, mark)) {
            newer.write(4);
        }
        assertRefused(file + " is damaged: it must hold 4 batches, but the newest readable one is 1");
    }

    @Test
    void anotherByteInWhatWasAcknowledgedIsRefused() throws IOException, StoreException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);
        assertRefused(file + " is damaged: it must hold 1 batches, but the newest readable one is 0");
    }

    @Test
    void aRecordWhoseOwnChecksumIsWrongIsRefused() throws IOException, StoreException {
        byte[] record = new Arrived(0, Stores.entry("k", "v", 1)).bytes();
        record[record.length - RecordChecksum.BYTES - 1]++;
        try (FileChannel channel = DiskFiles.SYSTEM.open(file)) {
            LogFile log = LogFile.behind(channel, 1, channel.size());
            log.begin(2);
            log.put(new LogRecord(true, "k", record));
            log.endBatch();
        }
        assertRefused(file + " is damaged: the checksum of the record \"k\" is wrong");
    }

    @Test
    void aNewerFormatIsRefusedByItsNumber() throws IOException, StoreException {
        Files.writeString(file, "sosad store 3\nand so on");
        assertRefused(file + " has format 3, and this program knows formats 1 and 2: ");
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
