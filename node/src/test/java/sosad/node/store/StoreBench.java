package sosad.node.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import sosad.message.Launch.Fsync;

/**
 * Measures the store on this machine: {@code commits FOLDER WINDOW} writes for ten seconds with so many writes under
 * way at once, {@code fill FOLDER ENTRIES} fills a store, {@code load FOLDER} opens it. The folder is not cleared.
 */
final class StoreBench {
    private static final long SECONDS = 10;

    private final Turns loop = new Turns();
    private final Path folder;
    private long done;

    private StoreBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        StoreBench bench = new StoreBench(Path.of(args[1]));
        switch (args[0]) {
            case "commits" -> bench.commits(Integer.parseInt(args[2]));
            case "fill" -> bench.fill(Integer.parseInt(args[2]));
            default -> bench.load();
        }
    }

    private void commits(int window) throws Exception {
        DiskStore store = Stores.open(folder, loop);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int i = 0; i < window; i++) {
            write(store, i, window);
        }
        loop.runUntil(() -> System.nanoTime() > end);
        long entries = done;
        store.journal().close();
        System.out.printf(
                "window %d: %,d entries/s, file %,d KiB%n",
                window, entries / SECONDS, Files.size(folder.resolve(StoreFolder.FILE)) >> 10);
    }

    private void write(DiskStore store, long i, int window) {
        store.journal().entry(Stores.entry("key:" + i % 100_000, String.format(Locale.ROOT, "v%02d", i % 100), i));
        store.journal().sequence(i);
        store.journal().whenDurable(() -> {
            done++;
            loop.execute(() -> write(store, i + window, window));
        });
    }

    private void fill(int entries) throws Exception {
        DiskStore store = Stores.open(folder, Fsync.NEVER, loop);
        long begin = System.nanoTime();
        for (int i = 0; i < entries; i++) {
            store.journal().entry(Stores.entry(String.format(Locale.ROOT, "key:%09d", i * 7_919L % entries), "abc", i));
            if (i % 100 == 0) {
                loop.runQueued();
                loop.runUntil(store.journal()::isDurable);
            }
        }
        store.journal().close();
        System.out.printf(
                "filled in %,d ms, file %,d KiB%n",
                millisSince(begin), Files.size(folder.resolve(StoreFolder.FILE)) >> 10);
    }

    private void load() throws Exception {
        long begin = System.nanoTime();
        DiskStore store = Stores.open(folder, loop);
        long millis = millisSince(begin);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "loaded %,d entries in %,d ms, heap %,d MiB%n",
                store.saved().entries().size(), millis, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        store.journal().close();
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
