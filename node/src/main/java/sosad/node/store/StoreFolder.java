package sosad.node.store;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.model.Entry;
import sosad.node.store.DiskStore.StoreException;
import sosad.node.store.RecordChecksum.DamageException;
import sosad.protocol.Saved;

/** The folder of a store while it is being opened: finds out what is there, and says in words what is wrong with it. */
final class StoreFolder {
    /** The file with the store; its name is that of version 0.1.0, whose store it takes the place of. */
    static final String FILE = "store.mv";

    /** The file that is to take the store's place, until it does. */
    private static final String NEXT_FILE = "store.next";

    /** The file that locks the folder and holds the {@link DurableMark}. */
    static final String MARK_FILE = "store.mark";

    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

    private final DiskFiles disk;
    private final DiskSettings settings;
    private final DurableMark mark;
    private final Path file;
    private final Path markFile;

    /**
     * A store that was opened.
     *
     * @param saved what it holds
     * @param arrivals greater than the arrival of every entry
     */
    record Opened(StoreFile file, Saved saved, long arrivals) {}

    private StoreFolder(DiskFiles disk, DiskSettings settings, DurableMark mark) {
        this.disk = disk;
        this.settings = settings;
        this.mark = mark;
        this.file = settings.folder().resolve(FILE);
        this.markFile = settings.folder().resolve(MARK_FILE);
    }

    /**
     * Makes the folder if it is missing, and locks it.
     *
     * @throws StoreException if it cannot be used or another node has it
     */
    static StoreFolder lock(DiskFiles disk, DiskSettings settings) throws StoreException {
        Path folder = settings.folder();
        try {
            disk.createFolder(folder);
            return new StoreFolder(disk, settings, DurableMark.open(disk, folder.resolve(MARK_FILE)));
        } catch (FileAlreadyExistsException e) {
            throw settings.complaints().noFolder(e.getFile());
        } catch (OverlappingFileLockException e) {
            throw settings.complaints().inUse(folder);
        } catch (IOException e) {
            throw settings.complaints().unusable(folder, e);
        }
    }

    /**
     * Opens the store that is there, or begins one. Afterwards the lock is the store's; after an exception it is open.
     *
     * @throws StoreException if what is there cannot be used, is another node's or damaged
     */
    Opened open(LongSupplier newStoreId) throws StoreException {
        boolean isOpen = false;
        try {
            long certain = settings.wipe() ? DurableMark.NOTHING : certain();
            Opened opened = certain == DurableMark.NOTHING ? begin(newStoreId.getAsLong()) : reopen(certain);
            isOpen = true;
            return opened;
        } catch (IOException e) {
            throw settings.complaints().unusable(settings.folder(), e);
        } finally {
            if (!isOpen) {
                mark.close();
            }
        }
    }

    /** Returns where the file is written that is to take the place of {@code file}. */
    static Path beside(Path file) {
        return file.resolveSibling(NEXT_FILE);
    }

    private long certain() throws IOException, StoreException {
        try {
            OptionalLong certain = mark.read();
            if (certain.isEmpty() && disk.exists(file)) {
                throw new DamageException("it is empty, and %s is there".formatted(FILE));
            }
            return certain.orElse(DurableMark.NOTHING);
        } catch (DamageException e) {
            throw settings.complaints().damaged(markFile, e.getMessage());
        }
    }

    private Opened begin(long storeId) throws IOException {
        mark.reset();
        mark.sync();
        disk.syncFolder(settings.folder());
        boolean isWiped = disk.delete(file);
        disk.delete(beside(file));
        StoreFile store = StoreFile.create(disk, file, mark, settings.fsync(), Head.first(settings.node(), storeId));
        // The mark comes last: it says that the file is there.
        disk.syncFolder(settings.folder());
        mark.write(0);
        mark.sync();
        LOG.info("{}: {} begins with an empty store{}", file, settings.node(), isWiped ? ", the old one is wiped" : "");
        return new Opened(store, new Saved(storeId, 0, List.of(), Map.of()), 0);
    }

    private Opened reopen(long certain) throws IOException, StoreException {
        if (!disk.exists(file)) {
            throw settings.complaints().damaged(file, "it is missing, and %s is there".formatted(MARK_FILE));
        }
        disk.delete(beside(file));
        long begin = System.nanoTime();
        FileChannel channel = disk.open(file);
        boolean isOpen = false;
        try {
            Opened opened;
            if (OldStore.is(channel)) {
                opened = renewed(certain);
                channel.close();
            } else {
                checkFormat(channel);
                opened = opened(channel, certain);
            }
            report(opened, (System.nanoTime() - begin) / 1_000_000);
            isOpen = true;
            return opened;
        } catch (DamageException e) {
            throw settings.complaints().damaged(file, e.getMessage());
        } catch (RuntimeException e) {
            throw settings.complaints().damaged(file, "it cannot be read as it was written: " + Causes.innermost(e));
        } finally {
            if (!isOpen) {
                channel.close();
            }
        }
    }

    private void checkFormat(FileChannel channel) throws IOException, DamageException, StoreException {
        OptionalInt format = LogFile.format(LogReader.beginning(channel, LogFile.MAX_MAGIC));
        if (format.isEmpty()) {
            throw new DamageException("it does not begin as a store does");
        }
        if (format.getAsInt() != LogFile.FORMAT) {
            throw settings.complaints().ofFormat(file, format.getAsInt());
        }
    }

    private Opened opened(FileChannel channel, long certain) throws IOException, DamageException, StoreException {
        long size = channel.size();
        StoreReader.Loaded loaded = loaded(channel, certain);
        if (loaded.end() < size) {
            LOG.info(
                    "{}: what follows batch {}, {} bytes, is incomplete, as after a crash; it is ignored",
                    file,
                    loaded.number(),
                    size - loaded.end());
        }
        LogFile log = LogFile.behind(channel, loaded.number(), loaded.end());
        return opened(StoreFile.behind(disk, file, mark, settings.fsync(), log, loaded), loaded);
    }

    /** Reads a store of version 0.1.0, and puts it in its place in the present format. */
    private Opened renewed(long certain) throws IOException, DamageException, StoreException {
        FileChannel channel = disk.open(beside(file));
        boolean isOpen = false;
        try {
            LogFile log = LogFile.create(channel);
            OldStore.copy(file, log);
            StoreReader.Loaded loaded = loaded(channel, certain);
            log.sync();
            disk.rename(beside(file), file);
            disk.syncFolder(settings.folder());
            LOG.info("{}: converted from version 0.1.0", file);
            Opened opened = opened(StoreFile.behind(disk, file, mark, settings.fsync(), log, loaded), loaded);
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                channel.close();
                disk.delete(beside(file));
            }
        }
    }

    private static Opened opened(StoreFile store, StoreReader.Loaded loaded) {
        return new Opened(store, loaded.saved(), loaded.arrivals());
    }

    private StoreReader.Loaded loaded(FileChannel channel, long certain)
            throws IOException, DamageException, StoreException {
        StoreReader.Loaded loaded = new StoreReader(new LogReader(channel, channel.size())).load();
        if (!loaded.head().node().equals(settings.node())) {
            throw settings.complaints().ofAnother(file, loaded.head().node(), settings.node());
        }
        if (loaded.number() < certain) {
            throw new DamageException(
                    format("it must hold %,d batches, but the newest readable one is %,d", certain, loaded.number()));
        }
        return loaded;
    }

    private void report(Opened opened, long millis) {
        Saved saved = opened.saved();
        LOG.info(
                "{}: loaded and checked {} entries ({} of them tombstones), {} peers, sequence {}, store id {}; "
                        + "{} KiB in {} ms",
                file,
                saved.entries().size(),
                saved.entries().stream().filter(Entry::isTombstone).count(),
                saved.peers().size(),
                saved.sequence(),
                saved.storeId(),
                opened.file().size() >> 10,
                millis);
    }
}
