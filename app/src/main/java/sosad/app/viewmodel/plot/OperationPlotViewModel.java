package sosad.app.viewmodel.plot;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sosad.app.check.FaultBand;
import sosad.app.diagram.plot.DotFinder;
import sosad.app.diagram.plot.OperationDots;
import sosad.app.diagram.plot.PlotGeometry;
import sosad.app.diagram.plot.TimeWindow;
import sosad.app.load.OperationLog;
import sosad.model.NodeId;

/** What the operation plot shows of a log, and which operation is chosen in it. */
public final class OperationPlotViewModel {
    /** Nothing is chosen. */
    public static final int NONE = -1;

    /** What is taken in between two frames. */
    private static final int AT_ONCE = 150_000;

    private static final double STEP = 0.25;

    private final ReadOnlyObjectWrapper<TimeWindow> window = new ReadOnlyObjectWrapper<>(TimeWindow.until(0));
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private OperationDots dots = new OperationDots(new OperationLog());
    private List<FaultBand> bands = List.of();
    private List<NodeId> servers = List.of();
    private TimeWindow whole = TimeWindow.until(0);
    private long endNanos;
    private boolean isLoading;

    /** Shows a log from its beginning to its end; one that is shown already is looked at again. */
    public void show(OperationLog log, List<FaultBand> newBands, long newEndNanos) {
        bands = List.copyOf(newBands);
        endNanos = newEndNanos;
        if (log != dots.log()) {
            dots = new OperationDots(log);
            servers = List.of();
            chosen.set(NONE);
            zoomed.set(false);
        }
        take();
    }

    /** Shows nothing. */
    public void clear() {
        show(new OperationLog(), List.of(), 0);
    }

    /** Takes in some of what has been added to the log. */
    public void take() {
        isLoading = dots.take(AT_ONCE);
        if (servers.size() != dots.log().servers().size()) {
            servers = dots.log().servers().stream().sorted().toList();
        }
        whole = TimeWindow.until(Math.max(endNanos, dots.endNanos()));
        window.set(zoomed.get() ? window.get().within(whole) : whole);
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Returns whether there is more to {@link #take} in. */
    public boolean isLoading() {
        return isLoading;
    }

    /** Returns what share of the log is taken in. */
    public double loadedShare() {
        int size = dots.log().size();
        return size == 0 ? 1 : (double) dots.size() / size;
    }

    /** Looks closer at a moment, or less close. */
    public void zoom(double factor, double share) {
        look(window.get().zoomed(factor, share, whole));
    }

    /** Looks closer at what is chosen, or at the middle; or less close. */
    public void zoom(boolean closer) {
        int dot = chosenDot();
        long sent = dot == NONE ? window.get().at(0.5) : dots.sentNanos(dot);
        double share = (double) (sent - window.get().fromNanos()) / window.get().nanos();
        zoom(closer ? 0.5 : 2, share < 0 || share > 1 ? 0.5 : share);
    }

    /** Looks at what is between two moments. */
    public void look(long oneNanos, long otherNanos) {
        look(TimeWindow.between(oneNanos, otherNanos, whole));
    }

    /** Moves to what is later by a share of what is seen, or earlier. */
    public void pan(double share) {
        look(window.get().moved(share, whole));
    }

    /** Moves by a quarter of what is seen. */
    public void pan(boolean later) {
        pan(later ? STEP : -STEP);
    }

    /** Shows everything, and what is still to come. */
    public void fit() {
        look(whole);
    }

    private void look(TimeWindow at) {
        zoomed.set(!at.equals(whole));
        window.set(at);
        changed();
    }

    /** Chooses a dot, and moves to where it is seen. */
    public void choose(int dot) {
        chosen.set(dot == NONE ? NONE : dots.operation(dot));
        if (dot != NONE) {
            look(window.get().showing(dots.sentNanos(dot), whole));
        } else {
            changed();
        }
    }

    /** Chooses an operation by its number in the log; one that is not there yet is not chosen. */
    public void chooseOperation(int operation) {
        while (operation >= dots.size() && dots.take(AT_ONCE)) {
            isLoading = true;
        }
        int dot = dots.dotOf(operation);
        if (dot != NONE) {
            take();
            choose(dot);
        }
    }

    /** Chooses the dot beside: of the same server, or the next notable one of any. */
    public void chooseBeside(PlotGeometry geometry, boolean later, boolean notable) {
        DotFinder finder = new DotFinder(dots);
        int dot = chosenDot();
        if (dot == NONE) {
            int first = finder.first(geometry);
            boolean isMeant = first == NONE || !notable || dots.kind(first).isNotable();
            choose(isMeant ? first : finder.notableBeside(first, later));
        } else {
            choose(notable ? finder.notableBeside(dot, later) : finder.beside(dot, later));
        }
    }

    /** Chooses a dot of the server in the lane below, or above. */
    public void chooseInLaneBeside(PlotGeometry geometry, boolean below) {
        DotFinder finder = new DotFinder(dots);
        int dot = chosenDot();
        choose(dot == NONE ? finder.first(geometry) : finder.inLaneBeside(geometry, dot, below));
    }

    /** Returns the dot that is chosen; {@value #NONE}: none. */
    public int chosenDot() {
        return dots.dotOf(chosen.get());
    }

    /** Returns the story of the operation that is chosen. */
    public Optional<OperationStory> story() {
        return chosen.get() == NONE ? Optional.empty() : Optional.of(OperationStory.of(dots.log(), chosen.get()));
    }

    /** Returns the places of everything in so much room. */
    public PlotGeometry geometry(int width, int height, double unit) {
        return PlotGeometry.of(
                width, height, window.get(), dots.scale(), servers, dots.log().servers(), unit);
    }

    public OperationDots dots() {
        return dots;
    }

    /** Returns the servers, from top to bottom. */
    public List<NodeId> servers() {
        return servers;
    }

    public List<FaultBand> bands() {
        return bands;
    }

    /** Returns the time from the beginning of the log to its end. */
    public TimeWindow whole() {
        return whole;
    }

    /** Returns the stretch of time that is looked at. */
    public ReadOnlyObjectProperty<TimeWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Returns the number of the operation that is chosen; {@value #NONE}: none. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Returns whether a part of the time is looked at; otherwise what is added comes into sight by itself. */
    public ReadOnlyBooleanProperty zoomedProperty() {
        return zoomed.getReadOnlyProperty();
    }

    /** Returns a number that changes with everything that is to be drawn. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
