package sosad.node.store;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sosad.message.Launch.Fsync;
import sosad.node.host.NodeJournal;
import sosad.node.store.DiskStore.StoreException;

/**
 * A process to be killed: writes without end, says on its standard output how far it may be told of. Write number i
 * sets two keys, the row of B and the sequence to i, all in one turn of the loop.
 */
final class KillTarget {
    /** How many keys of each kind there are. */
    static final int KEYS = 500;

    /** How many writes are under way at once. */
    private static final int WINDOW = 20;

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final String padding;
    private final Fsync fsync;
    private NodeJournal journal;
    private long next;

    private KillTarget(String padding, Fsync fsync) {
        this.padding = padding;
        this.fsync = fsync;
    }

    public static void main(String[] args) {
        new KillTarget("x".repeat(Integer.parseInt(args[1])), Fsync.valueOf(args[2])).run(Path.of(args[0]));
    }

    private void run(Path folder) {
        loop.execute(() -> {
            try {
                DiskSettings settings = new DiskSettings(folder, fsync, false, Stores.A, false);
                DiskStore store = DiskStore.open(settings, () -> Stores.STORE_ID, loop, KillTarget::fail);
                journal = store.journal();
                next = store.saved().sequence() + 1;
                System.out.println("open " + store.saved().sequence());
                for (int i = 0; i < WINDOW; i++) {
                    loop.execute(this::write);
                }
            } catch (StoreException e) {
                fail(e.getMessage());
            }
        });
    }

    private void write() {
        long i = next++;
        journal.entry(Stores.entry("a" + i % KEYS, i + padding, i));
        journal.entry(Stores.entry("b" + i % KEYS, i + padding, i));
        journal.peer(Stores.B, Stores.peer(i));
        journal.sequence(i);
        journal.whenDurable(() -> {
            System.out.println("kept " + i);
            loop.execute(this::write);
        });
    }

    private static void fail(String reason) {
        System.out.println("failed " + reason);
        System.exit(1);
    }
}
