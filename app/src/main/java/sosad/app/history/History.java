package sosad.app.history;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Predicate;

/**
 * A run so far, immutable. Going on from it makes a longer history that shares it; several may branch off one and do
 * not disturb each other. Each knows the one before it, and one far before it, by which any earlier one is found in
 * O(log n) steps (Myers, <i>An applicative random-access stack</i>, 1983).
 */
public final class History {
    private final History earlier;
    private final History far;
    private final Snapshot present;
    private final int size;
    private final boolean lived;

    private History(Snapshot first) {
        this.earlier = null;
        this.far = this;
        this.present = first;
        this.size = 1;
        this.lived = first.isLive() || first.isLived();
    }

    private History(History earlier, Snapshot present) {
        History far = earlier.far;
        this.earlier = earlier;
        this.far = earlier.size - far.size == far.size - far.far.size ? far.far : earlier;
        this.present = present;
        this.size = earlier.size + 1;
        this.lived = earlier.lived || present.isLive() || present.isLived();
    }

    /** Returns the history of a run that has just begun. */
    public static History startingWith(Snapshot first) {
        return new History(Objects.requireNonNull(first));
    }

    /** Returns the history of these snapshots, of which there is at least one. */
    public static History of(List<Snapshot> snapshots) {
        History history = startingWith(snapshots.get(0));
        for (Snapshot next : snapshots.subList(1, snapshots.size())) {
            history = history.plus(next);
        }
        return history;
    }

    /** Returns the history that goes on with this. */
    public History plus(Snapshot next) {
        return new History(this, Objects.requireNonNull(next));
    }

    /** Returns the history that has this in place of its present. */
    public History withPresent(Snapshot other) {
        return earlier == null ? startingWith(other) : earlier.plus(other);
    }

    /** Returns the last snapshot. */
    public Snapshot present() {
        return present;
    }

    /** Returns how many snapshots it has. */
    public int size() {
        return size;
    }

    /** Returns the snapshot with this index. */
    public Snapshot at(int index) {
        Objects.checkIndex(index, size);
        return first(index + 1).present;
    }

    /** Returns what the run was after its first snapshots, of which it has at least {@code count}. */
    public History first(int count) {
        return latest(history -> history.size <= count).orElseThrow();
    }

    /** Returns whether the nodes have run by their own clocks, so that the run cannot be repeated. */
    public boolean hasLived() {
        return lived;
    }

    /** Returns the last snapshot of the step before that of {@code snapshot}: against it "changed" is measured. */
    public Optional<Snapshot> before(Snapshot snapshot) {
        return latest(history -> history.present.step() < snapshot.step()).map(History::present);
    }

    /** Returns the longest history, this one or an earlier one, of which this is so, as it is of all before it. */
    private Optional<History> latest(Predicate<History> wanted) {
        History found = this;
        while (!wanted.test(found)) {
            if (found.earlier == null) {
                return Optional.empty();
            }
            found = wanted.test(found.far) ? found.earlier : found.far;
        }
        return Optional.of(found);
    }

    /** Returns the snapshots in order; the first is the cluster's start. */
    public List<Snapshot> snapshots() {
        return new Snapshots();
    }

    private final class Snapshots extends AbstractList<Snapshot> implements RandomAccess {
        @Override
        public Snapshot get(int index) {
            return at(index);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Snapshot> iterator() {
            Snapshot[] all = new Snapshot[size];
            for (History history = History.this; history != null; history = history.earlier) {
                all[history.size - 1] = history.present;
            }
            return Arrays.asList(all).iterator();
        }
    }
}
