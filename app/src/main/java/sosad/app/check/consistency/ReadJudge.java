package sosad.app.check.consistency;

import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.load.Operation;

/** Judges one read by the history before it, and notes what is wrong with it. */
final class ReadJudge {
    private final int stores;
    private final ClientViews views;
    private final ShownWrites shown;
    private final Findings findings;
    private final StalenessCurves curves;

    /**
     * A judge for so many stores.
     *
     * @param views what clients have seen
     * @param shown what stores have shown
     * @param findings takes what is found
     * @param curves takes how old each answer was
     */
    ReadJudge(int stores, ClientViews views, ShownWrites shown, Findings findings, StalenessCurves curves) {
        this.stores = stores;
        this.views = views;
        this.shown = shown;
        this.findings = findings;
        this.curves = curves;
    }

    /**
     * Judges a read; returns by how many versions it is stale.
     *
     * @param seen which write it has seen
     * @param slot where it is kept what its client knows of the key
     * @param store which store was asked; negative: a gateway
     */
    int judge(KeyHistory history, Operation read, int seen, int slot, int store) {
        int behind = staleness(history, read, seen);
        session(history, read, seen, slot);
        server(history, read, seen, store);
        return behind;
    }

    private int staleness(KeyHistory history, Operation read, int seen) {
        KeyWrites of = history.writes;
        int before = of.acknowledgedBefore(read.invokedNanos());
        int latest = of.latestOf(before);
        if (latest == KeyWrites.INITIAL) {
            curves.readOfNothing();
            return 0;
        }
        long since = read.invokedNanos() - of.answeredNanos(latest);
        if (!of.isOlder(seen, latest)) {
            curves.read(since, 0, 0);
            return 0;
        }
        int behind = of.newer(seen, before);
        int newer = of.firstNewer(seen);
        long age = read.invokedNanos() - of.answeredNanos(newer);
        curves.read(since, behind, age);
        found(Anomaly.STALE, read, history, newer, age);
        return behind;
    }

    private void session(KeyHistory history, Operation read, int seen, int slot) {
        int own = views.ownBefore(slot, read.invokedNanos());
        if (history.writes.isOlder(seen, own)) {
            found(Anomaly.READ_YOUR_WRITES, read, history, own);
        }
        int earlier = views.readBefore(slot, read.invokedNanos());
        if (history.writes.isOlder(seen, earlier)) {
            found(Anomaly.MONOTONIC_READS, read, history, earlier);
        }
    }

    private void server(KeyHistory history, Operation read, int seen, int store) {
        if (store < 0) {
            behindAllStores(history, read, seen);
            return;
        }
        if (history.isOrdered()) {
            Timeline held = history.held(store);
            int at = held.before(read.invokedNanos());
            if (at >= 0 && history.writes.isOlder(seen, (int) held.value(at))) {
                wentBack(history, read, held, at);
            }
        }
        shownBefore(history, read, seen, store);
    }

    /** Whichever of them a gateway has asked, it held something newer. */
    private void behindAllStores(KeyHistory history, Operation read, int seen) {
        if (stores == 0 || !history.isOrdered()) {
            return;
        }
        for (int store = 0; store < stores; store++) {
            Timeline held = history.held(store);
            int at = held.before(read.invokedNanos());
            if (at < 0 || !history.writes.isOlder(seen, (int) held.value(at))) {
                return;
            }
        }
        Timeline held = history.held(0);
        wentBack(history, read, held, held.before(read.invokedNanos()));
    }

    private void wentBack(KeyHistory history, Operation read, Timeline held, int at) {
        if (findings.count(Anomaly.WENT_BACK, 0)) {
            findings.keep(new Finding(
                    Anomaly.WENT_BACK,
                    read,
                    history.writes.version((int) held.value(at)),
                    Optional.ofNullable(history.home()),
                    OptionalLong.empty(),
                    Optional.of(Knowledge.of(held.note(at))),
                    held.nanos(at)));
        }
    }

    private void shownBefore(KeyHistory history, Operation read, int seen, int store) {
        KeyWrites of = history.writes;
        int any = of.latestOf(of.acknowledgedCount());
        if (any >= 0) {
            long later = shown.lastShown(store, of.client(any), read.invokedNanos());
            int earlier = of.latestOf(of.acknowledgedBefore(later));
            if (of.isOlder(seen, earlier) && of.client(earlier) == of.client(any)) {
                found(Anomaly.MONOTONIC_WRITES, read, history, earlier);
            }
        }
        Timeline followed = history.followed(store);
        int at = followed.before(read.invokedNanos());
        if (at >= 0 && of.isOlder(seen, (int) followed.value(at))) {
            found(Anomaly.WRITES_FOLLOW_READS, read, history, (int) followed.value(at));
        }
    }

    /**
     * Notes that something is wrong with a read.
     *
     * @param expected what was expected instead, or something newer
     */
    void found(Anomaly anomaly, Operation read, KeyHistory history, int expected) {
        found(anomaly, read, history, expected, 0);
    }

    /** @param staleNanos since when the answer was too old, where examples are chosen by that */
    private void found(Anomaly anomaly, Operation read, KeyHistory history, int expected, long staleNanos) {
        if (findings.count(anomaly, staleNanos)) {
            boolean isAcknowledged = expected >= 0 && history.writes.answeredNanos(expected) < read.invokedNanos();
            findings.keep(new Finding(
                    anomaly,
                    read,
                    history.writes.version(expected),
                    Optional.ofNullable(history.home()),
                    isAcknowledged ? OptionalLong.of(history.writes.answeredNanos(expected)) : OptionalLong.empty(),
                    Optional.empty(),
                    0));
        }
    }
}
