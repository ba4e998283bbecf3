package sosad.node.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.model.Entry;
import sosad.protocol.Saved;

/** The folder of a store while it is being opened: finds out what is there, and says in words what is wrong with it. */
final class StoreFolder {
    /** The file with the store. */
    static final String FILE = "store.mv";

    /** The file that locks the folder and holds the {@link DurableMark}. */
    static final String MARK_FILE = "store.mark";

    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

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

    private StoreFolder(DiskSettings settings, DurableMark mark) {
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
    static StoreFolder lock(DiskSettings settings) throws StoreException {
        Path folder = settings.folder();
        try {
            Files.createDirectories(folder);
            return new StoreFolder(settings, DurableMark.open(folder.resolve(MARK_FILE)));
        } catch (FileAlreadyExistsException e) {
            throw new StoreException("%s is not a folder: give a folder with --data".formatted(e.getFile()));
        } catch (IOException e) {
            throw unusable(folder, e);
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
            throw unusable(settings.folder(), e);
        } finally {
            if (!isOpen) {
                mark.close();
            }
        }
    }

    private long certain() throws IOException, StoreException {
        try {
            OptionalLong certain = mark.read();
            if (certain.isEmpty() && Files.exists(file)) {
                throw new DamageException("it is empty, and %s is there".formatted(FILE));
            }
            return certain.orElse(DurableMark.NOTHING);
        } catch (DamageException e) {
            throw damaged(markFile, e.getMessage());
        }
    }

    private Opened begin(long storeId) throws IOException, StoreException {
        mark.reset();
        mark.sync(settings.folder());
        boolean isWiped = Files.deleteIfExists(file);
        StoreFile store = create(Head.first(settings.node(), storeId));
        mark.sync(settings.folder());
        LOG.info("{}: {} begins with an empty store{}", file, settings.node(), isWiped ? ", the old one is wiped" : "");
        return new Opened(store, new Saved(storeId, 0, List.of(), Map.of()), 0);
    }

    private StoreFile create(Head head) throws StoreException {
        try {
            return StoreFile.create(file, mark, settings.fsync(), head);
        } catch (MVStoreException e) {
            throw unusable(file, e);
        }
    }

    private Opened reopen(long certain) throws StoreException {
        if (!Files.exists(file)) {
            throw damaged(file, "it is missing, and %s is there".formatted(MARK_FILE));
        }
        if (!Files.isWritable(file)) {
            throw unusable(file, new IOException("it cannot be written to"));
        }
        long begin = System.nanoTime();
        try {
            StoreFile store = StoreFile.open(file, mark, settings.fsync());
            boolean isWhole = false;
            try {
                StoreReader.Loaded loaded = store.load(settings.node());
                if (loaded.head().batch() < certain) {
                    throw new DamageException(String.format(
                            Locale.ROOT,
                            "%,d batches were certain to be in it, and its newest readable is %,d",
                            certain,
                            loaded.head().batch()));
                }
                isWhole = true;
                report(store, loaded, (System.nanoTime() - begin) / 1_000_000);
                return new Opened(store, loaded.saved(), loaded.arrivals());
            } finally {
                if (!isWhole) {
                    store.abandon();
                }
            }
        } catch (DamageException e) {
            throw damaged(file, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // Over damaged bytes MVStore stumbles in many ways; one is a length that no memory is enough for.
            throw damaged(file, Reasons.innermost(e));
        }
    }

    private void report(StoreFile store, StoreReader.Loaded loaded, long millis) {
        Saved saved = loaded.saved();
        LOG.info(
                "{}: loaded and checked {} entries ({} of them tombstones), {} peers, sequence {}, store id {}; "
                        + "{} KiB in {} ms",
                file,
                saved.entries().size(),
                saved.entries().stream().filter(Entry::isTombstone).count(),
                saved.peers().size(),
                saved.sequence(),
                saved.storeId(),
                store.size() >> 10,
                millis);
    }

    private static StoreException unusable(Path path, Exception e) {
        return new StoreException(
                "%s cannot be used: %s. Make it readable and writable for this user, or give another folder with --data"
                        .formatted(path, Reasons.innermost(e)));
    }

    private static StoreException damaged(Path path, String how) {
        return new StoreException(
                ("%s is damaged: %s. Put the folder's files back from a copy, however old, or begin with an empty "
                                + "store by --wipe: the peers send what they hold, and what this node alone held is lost")
                        .formatted(path, how));
    }
}
