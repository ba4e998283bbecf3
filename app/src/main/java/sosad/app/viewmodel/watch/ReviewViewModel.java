package sosad.app.viewmodel.watch;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.watch.ConvergenceCurve;
import sosad.app.watch.Lamp;
import sosad.app.watch.ReviewedRun;
import sosad.app.watch.RunReview;

/** The lamps and the convergence of the run that the window shows. They are computed beside the window's thread. */
public final class ReviewViewModel {
    private final LabViewModel state;
    private final Executor background;
    private final Executor fx;
    private final RunReview review = new RunReview();
    private final ReadOnlyObjectWrapper<List<Lamp>> lamps = new ReadOnlyObjectWrapper<>(ReviewedRun.NONE.lamps(0));
    private final ReadOnlyObjectWrapper<ConvergenceCurve> curve = new ReadOnlyObjectWrapper<>(ConvergenceCurve.NONE);
    private ReviewedRun reviewed = ReviewedRun.NONE;
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);
    private Supplier<ReviewedRun> next;

    /**
     * @param background runs what takes longer
     * @param fx runs what it is given on the window's thread, in order
     */
    public ReviewViewModel(LabViewModel state, Executor background, Executor fx) {
        this.state = state;
        this.background = background;
        this.fx = fx;
        state.historyProperty().addListener((property, old, history) -> follow(() -> review.of(history)));
        state.liveProperty().addListener((property, old, live) -> {
            if (live != null) {
                follow(live);
            }
        });
        state.shownProperty().addListener((property, old, snapshot) -> show());
    }

    private void follow(LiveState live) {
        History history = state.historyProperty().get();
        fx.execute(
                () -> { // when the look's moment is there as well
                    Snapshot present = state.present();
                    if (present.isLive() && state.historyProperty().get() == history) {
                        follow(() -> review.of(history, present, live));
                    }
                });
    }

    /** One after the other; what comes meanwhile takes the place of what waits. */
    private void follow(Supplier<ReviewedRun> newest) {
        if (!replace(newest)) {
            work = work.thenRunAsync(this::compute, background);
        }
    }

    /** Returns whether one was waiting. */
    private synchronized boolean replace(Supplier<ReviewedRun> newest) {
        boolean waits = next != null;
        next = newest;
        return waits;
    }

    private void compute() {
        ReviewedRun result = taken().get();
        fx.execute(() -> {
            reviewed = result;
            curve.set(result.curve());
            show();
        });
    }

    private synchronized Supplier<ReviewedRun> taken() {
        Supplier<ReviewedRun> taken = next;
        next = null;
        return taken;
    }

    private void show() {
        Snapshot shown = state.shownProperty().get();
        if (shown != null) {
            lamps.set(reviewed.lamps(shown.index()));
        }
    }

    /** Shows the event that broke an invariant first, in every pane. */
    public void show(Lamp lamp) {
        lamp.firstBroken().ifPresent(state::showMoment);
    }

    /** Shows a moment of the curve, in every pane. */
    public void show(ConvergenceCurve.Point point) {
        state.showMoment(point.event());
    }

    /** Returns what a lamp says, in words. */
    public String words(Lamp lamp) {
        String first = time(lamp.firstBroken());
        return lamp.invariant().meaning() + " "
                + switch (lamp.state()) {
                    case UNTESTED -> "Not tested yet.";
                    case HOLDS -> first.isEmpty() ? "So far." : format("Broken first at T = %s; now it holds.", first);
                    case BROKEN ->
                        lamp.invariant().isAlways()
                                ? format(
                                        "Broken at T = %s, which the protocol never does: a mistake in the program.",
                                        first)
                                : format("Not so now; broken first at T = %s.", first);
                };
    }

    private String time(OptionalInt event) {
        History history = state.historyProperty().get();
        return event.isPresent() && history != null && event.getAsInt() < history.size()
                ? format("%d", history.at(event.getAsInt()).time())
                : "";
    }

    /** Returns the lamps at the moment that is shown. */
    public ReadOnlyObjectProperty<List<Lamp>> lampsProperty() {
        return lamps.getReadOnlyProperty();
    }

    /** Returns the convergence of the run so far. */
    public ReadOnlyObjectProperty<ConvergenceCurve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** The moment that every pane shows. */
    public ReadOnlyObjectProperty<Snapshot> shownProperty() {
        return state.shownProperty();
    }

    /** Returns whether the nodes run by their own clocks. */
    public ObservableBooleanValue clocksRun() {
        return state.clocksRun();
    }
}
