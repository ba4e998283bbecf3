package sosad.app.watch;

import java.util.ArrayList;
import java.util.List;
import sosad.app.fabric.PassedMessages;
import sosad.app.history.History;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveMeasurements;
import sosad.app.lab.live.LiveState;
import sosad.app.watch.ConvergenceCurve.Point;

/** Follows a run with its lamps and its convergence: what has been reviewed of it is not looked at again. */
public final class RunReview {
    /** The most points of the curve; then every second one goes. */
    static final int MAX_POINTS = 512;

    private InvariantWatch invariants;
    private ConvergenceMeter meter;
    private final List<LampChange> changes = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private HistoryEvent last;
    private int stride = 1;
    private int skipped;

    /** Returns the review of a run, which may be the one reviewed before, gone on since, or another one. */
    @SuppressWarnings("ReferenceEquality") // a repetition has events of its own
    public ReviewedRun of(History history) {
        int size = last == null ? 0 : last.id() + 1;
        boolean isSame =
                last != null && history.size() >= size && history.at(last.id()).event() == last;
        if (!isSame) {
            begin();
            size = 0;
        }
        List<Snapshot> all = history.snapshots();
        if (size == 0) {
            all.forEach(this::next);
        } else {
            all.subList(size, all.size()).forEach(this::next);
        }
        return reviewed();
    }

    /** Returns the review of the run as a look at its live cluster shows it. */
    public ReviewedRun of(History history, Snapshot present, LiveState state) {
        of(history);
        judge(present);
        PassedMessages passed =
                state.measurements().map(LiveMeasurements::passed).orElse(PassedMessages.NONE);
        ConvergenceFigures figures = meter.figures();
        add(new Point(
                present.index(),
                present.time(),
                new ConvergenceFigures(
                        figures.entries(),
                        figures.everywhere(),
                        figures.lag(),
                        figures.messages() + passed.count(),
                        figures.bytes() + passed.bytes())));
        return reviewed();
    }

    private void begin() {
        invariants = new InvariantWatch();
        meter = new ConvergenceMeter();
        changes.clear();
        points.clear();
        stride = 1;
        skipped = 0;
    }

    private void next(Snapshot snapshot) {
        judge(snapshot);
        add(new Point(snapshot.index(), snapshot.time(), meter.figures()));
        last = snapshot.event();
    }

    private void judge(Snapshot snapshot) {
        if (invariants.next(snapshot)) {
            changes.removeIf(change -> change.event() == snapshot.index());
            changes.add(new LampChange(snapshot.index(), invariants.lamps()));
        }
        meter.next(snapshot);
    }

    /** The last point is always there; of those before it every so many-th. */
    private void add(Point point) {
        if (!points.isEmpty() && skipped > 0) {
            points.remove(points.size() - 1);
        }
        points.add(point);
        skipped = (skipped + 1) % stride;
        if (points.size() > MAX_POINTS) {
            for (int i = 0; i < points.size() / 2; i++) {
                points.set(i, points.get(2 * i));
            }
            points.subList(points.size() / 2, points.size()).clear();
            points.add(point);
            stride *= 2;
            skipped = 1;
        }
    }

    private ReviewedRun reviewed() {
        return new ReviewedRun(changes, new ConvergenceCurve(points));
    }
}
