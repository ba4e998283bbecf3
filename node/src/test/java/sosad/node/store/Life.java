package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import sosad.message.Launch.Fsync;
import sosad.node.host.NodeJournal;
import sosad.node.store.DiskStore.StoreException;
import sosad.node.store.MemoryDisk.Contents;
import sosad.node.store.MemoryDisk.Done;
import sosad.node.store.PowerCut.Loss;
import sosad.protocol.Saved;

/** A store from its start to a sudden end at any moment, and what it must come back with. */
final class Life {
    private static final Path FOLDER = Path.of("/store");
    private static final Path FILE = FOLDER.resolve(StoreFolder.FILE);

    private final Turns loop = new Turns();
    private final Fsync fsync;
    private final Random random;
    private final MemoryDisk disk;
    private final StoreFile file;
    private final BatchJournal journal;
    private final RandomChanges changes;

    /** What the store held, at first and after each change. */
    private final List<Saved> states = new ArrayList<>();

    /** How much had been done at the disk when the change that led to a state was handed over. */
    private final List<Integer> handedOver = new ArrayList<>();

    /** How much had been done when that change was acknowledged. */
    private final List<Integer> acknowledged = new ArrayList<>();

    /** @param files what the life before has left */
    Life(Map<Path, byte[]> files, Fsync fsync, Random random) throws StoreException {
        this.fsync = fsync;
        this.random = random;
        this.disk = new MemoryDisk(files);
        StoreFolder.Opened opened = open(disk, fsync, false);
        this.file = opened.file();
        this.changes = new RandomChanges(random.nextLong(), 60, opened.saved());
        this.journal = new BatchJournal(file, opened.arrivals(), fsync, loop, reason -> {
            throw new AssertionError(reason);
        });
        handedOver.add(0);
        reached(0);
    }

    private static StoreFolder.Opened open(MemoryDisk disk, Fsync fsync, boolean wipe) throws StoreException {
        DiskSettings settings = new DiskSettings(FOLDER, fsync, wipe, Stores.A, false);
        return StoreFolder.lock(disk, settings).open(() -> Stores.STORE_ID);
    }

    private void reached(int done) {
        states.add(changes.model());
        acknowledged.add(done);
    }

    /** Changes the store so often, and waits until that is acknowledged; under everysec it syncs now and then. */
    void change(int times) throws StoreException {
        for (int i = 0; i < times; i++) {
            change(random.nextInt(30) == 0 ? changes::changeVeryMuch : changes::changeTogether);
            if (fsync == Fsync.EVERYSEC && random.nextInt(15) == 0) {
                file.sync();
            }
        }
    }

    /** Writes until what is outdated has gone from the file; gives how much had been done when that began. */
    int changeUntilItIsCompact() {
        Path next = StoreFolder.beside(FILE);
        Contents before;
        Contents compact;
        do {
            before = disk.contents(FILE);
            change(changes::changeMuch);
            compact = disk.contents(next);
        } while (compact == null);
        int begin = disk.size();
        change(changes::changeTogether);
        while (disk.contents(FILE) == before && !disk.isSynced(compact)) {
            Thread.onSpinWait();
        }
        while (disk.contents(FILE) == before) {
            change(changes::changeTogether);
        }
        return begin;
    }

    private void change(Consumer<NodeJournal> change) {
        handedOver.add(disk.size());
        change.accept(journal);
        loop.runUntil(journal::isDurable);
        reached(disk.size());
    }

    /** The store is thrown away by another start; gives how much had been done before. */
    int wipe() throws StoreException {
        int before = disk.size();
        open(disk, fsync, true);
        return before;
    }

    /** Checks that the store opens with that, and has all that it had before it was wiped, or nothing. */
    void checkWiped(int done, Loss loss) throws StoreException {
        StoreFolder.Opened opened = open(new MemoryDisk(cut(done, loss)), fsync, false);
        opened.file().close();
        int least = last(acknowledged, certain(acknowledged.get(acknowledged.size() - 1), loss));
        boolean isBefore = states.subList(least, states.size()).contains(opened.saved());
        assertThat(isBefore || opened.saved().equals(states.get(0)))
                .as("%s, cut at %d of %d, loss %s: one of states %d on, or nothing", fsync, done, size(), loss, least)
                .isTrue();
    }

    /** Returns how much has been done at the disk. */
    int size() {
        return disk.size();
    }

    /** Returns what a sudden end leaves after so much has been done. */
    Map<Path, byte[]> cut(int done, Loss loss) {
        return new PowerCut(disk.begin(), loss, random).files(disk.done().subList(0, done));
    }

    /** Checks that the store opens with that, and has what was certain by then. */
    void check(int done, Loss loss) throws StoreException {
        StoreFolder.Opened opened = open(new MemoryDisk(cut(done, loss)), fsync, false);
        opened.file().close();
        int least = last(acknowledged, certain(done, loss));
        int most = last(handedOver, done);
        assertThat(IntStream.rangeClosed(least, most).mapToObj(states::get).anyMatch(opened.saved()::equals))
                .as("%s, cut at %d of %d, loss %s: one of states %d to %d", fsync, done, size(), loss, least, most)
                .isTrue();
    }

    private int certain(int done, Loss loss) {
        return fsync == Fsync.ALWAYS || loss == Loss.NONE ? done : synced(done);
    }

    /**
     * Returns how much had been done when the store's file was synced last; of the files that it may be, the one worst
     * off.
     */
    private int synced(int done) {
        Map<Contents, Integer> syncs = new HashMap<>();
        Set<Contents> possible = new HashSet<>();
        Contents named = disk.begin().get(FILE);
        possible.add(named);
        List<Done> before = disk.done().subList(0, done);
        for (int i = 0; i < done; i++) {
            Done one = before.get(i);
            if (one instanceof Done.Synced synced) {
                syncs.put(synced.file(), i + 1);
            } else if (one instanceof Done.Named change && change.name().equals(FILE)) {
                named = change.file();
                possible.add(named);
            } else if (one instanceof Done.NamesSynced) {
                possible.clear();
                possible.add(named);
            }
        }
        return possible.stream()
                .mapToInt(file -> syncs.getOrDefault(file, 0))
                .min()
                .orElse(0);
    }

    /** The last of the ascending numbers that is not greater than this one. */
    private static int last(List<Integer> ascending, int most) {
        int last = ascending.size() - 1;
        while (ascending.get(last) > most) {
            last--;
        }
        return last;
    }
}
