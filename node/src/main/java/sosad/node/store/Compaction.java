package sosad.node.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is live in a log into a new file, as one batch, on a thread of its own: the log grows on meanwhile. Then
 * the log's owner adds what came since and lets the new file take the old one's place.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** The part of the log that is processed at a time, since its names are in memory meanwhile. */
    private static final long MAX_PASS_BYTES = 64L << 20;

    private final DiskFiles disk;
    private final LogFile log;
    private final Path file;
    private final long prefix;
    private final long number;
    private final CompletableFuture<Optional<LogFile>> done = new CompletableFuture<>();
    private volatile boolean isCancelled;

    private Compaction(DiskFiles disk, LogFile log, Path file) {
        this.disk = disk;
        this.log = log;
        this.file = file;
        this.prefix = log.end();
        this.number = log.number();
    }

    /**
     * Begins with what is in the log now.
     *
     * @param file the new file
     */
    static Compaction begin(DiskFiles disk, LogFile log, Path file) {
        Compaction compaction = new Compaction(disk, log, file);
        Thread thread = new Thread(() -> compaction.done.complete(compaction.write()), "compaction");
        thread.setDaemon(true);
        thread.start();
        return compaction;
    }

    boolean isDone() {
        return done.isDone();
    }

    /** The new file, synced; empty if it could not be written. Waits until it is there. */
    Optional<LogFile> result() {
        return done.join();
    }

    /** Returns how much of the log is in the new file. */
    long prefix() {
        return prefix;
    }

    /** Gives up: whatever there is of the new file is deleted. Waits until it is. */
    void cancel() {
        isCancelled = true;
        result().ifPresent(this::drop);
    }

    private Optional<LogFile> write() {
        Optional<LogFile> made = Optional.empty();
        try {
            LogFile compact = LogFile.create(disk.open(file));
            made = Optional.of(compact);
            writeTo(compact);
            compact.sync();
            return made;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            made.ifPresent(this::drop);
            if (!isCancelled) {
                LOG.warn("{} cannot be written, and the store keeps growing: {}", file, Causes.innermost(e));
            }
            return Optional.empty();
        }
    }

    private void drop(LogFile made) {
        try (made) {
            disk.delete(file);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", file, Causes.innermost(e));
        }
    }

    private void writeTo(LogFile compact) throws IOException {
        int passes = (int) (1 + prefix / MAX_PASS_BYTES);
        compact.begin(number);
        for (int pass = 0; pass < passes; pass++) {
            Map<String, Long> newest = new HashMap<>();
            forEachOf(pass, passes, (place, record) -> newest.put(name(record), place));
            forEachOf(pass, passes, (place, record) -> {
                if (newest.get(name(record)) == place) {
                    compact.put(record);
                }
            });
        }
        compact.endBatch();
    }

    /** Takes a record and its place among all. */
    private interface Taker {
        void take(long place, LogRecord record) throws IOException;
    }

    private void forEachOf(int pass, int passes, Taker taker) throws IOException {
        LogReader reader = new LogReader(log.channel(), prefix);
        long place = 0;
        for (Optional<LogFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
            if (isCancelled) {
                throw new IOException("it is no longer wanted");
            }
            for (LogRecord record : frame.get().records()) {
                place++;
                if (Math.floorMod(record.name().hashCode(), passes) == pass) {
                    taker.take(place, record);
                }
            }
        }
        if (reader.position() != prefix) {
            throw new IOException("what was written before cannot be read at byte " + reader.position());
        }
    }

    private static String name(LogRecord record) {
        return (record.isEntry() ? "entry " : "state ") + record.name();
    }
}
