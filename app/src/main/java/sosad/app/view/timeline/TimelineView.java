package sosad.app.view.timeline;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import sosad.app.diagram.HealingPieces;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.history.text.Sentences;
import sosad.app.view.CanvasColours;
import sosad.app.view.timeline.CausalLight.Target;

/**
 * The diagram between its scroll bars, of which only what is in view is drawn, however long the run is: what stands
 * still on one canvas, and on another over it what changes as one looks.
 */
final class TimelineView extends Region {
    private static final double BAR = 10;

    /** A run that is longer by more than this is laid out piece by piece, a frame each: the window stays quick. */
    private static final int PIECE = 2_000;

    /** By how much time may be compressed for all of it to be in view at first. */
    private static final double LEGIBLE = 0.55;

    /** How long a long run's view must have kept its size before it is laid out for it. */
    private static final Duration REST = Duration.millis(200);

    private final TimelinePane pane;
    private final Canvas still = new Canvas();
    private final Canvas over = new Canvas();
    private final ScrollBar wide = bar(Orientation.HORIZONTAL);
    private final ScrollBar high = bar(Orientation.VERTICAL);
    private final FittedLayout layout = new FittedLayout();
    private final TimelineDrawing drawing;
    private final CausalLight causes = new CausalLight(this::lightsChanged);
    private final TimelineSearch search = new TimelineSearch(this);
    private SpaceTime diagram;
    private Viewport view;
    private History laidOut;
    private HealingPieces band;
    private double laidOutWidth;
    private double laidOutHeight;
    private boolean stale = true;
    private boolean keepsFit;
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition nextPiece = new PauseTransition(Duration.millis(1));
    private boolean isMovingBars;
    private int focused = -1;
    private int overview = -1;

    TimelineView(TimelinePane pane) {
        this.pane = pane;
        getStyleClass().add("timeline-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        CanvasColours colours = new CanvasColours(this::requestLayout);
        drawing = new TimelineDrawing(still, over, colours);
        over.setMouseTransparent(true);
        getChildren().addAll(colours, still, over, wide, high);
        for (Observable shown : List.of(
                pane.historyProperty(),
                pane.scenarioProperty(),
                pane.unitProperty(),
                pane.bandProperty(),
                pane.directionProperty())) {
            shown.addListener(changed -> refresh());
        }
        pane.directionProperty().addListener(changed -> {
            view = null;
            keepsFit = false;
        });
        pane.sizeView(this);
        pane.selectedProperty().addListener(changed -> {
            overview = -1;
            reveal();
            drawOver();
        });
        pane.forksProperty().addListener((property, old, events) -> {
            drawing.setForks(events);
            drawOver();
        });
        pane.litProperty().addListener(changed -> {
            drawing.forgetLit();
            drawOver();
        });
        focusedProperty().addListener(changed -> endLights());
        rest.setOnFinished(rested -> refresh());
        nextPiece.setOnFinished(due -> refresh());
        wide.valueProperty().addListener(scrolled -> barMoved());
        high.valueProperty().addListener(scrolled -> barMoved());
        new TimelineMouse(this, still);
        new TimelineKeys(this);
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setVisible(false);
        return bar;
    }

    double unit() {
        return pane.unitProperty().get();
    }

    private boolean isRight() {
        return pane.directionProperty().get() == TimeDirection.RIGHT;
    }

    private void refresh() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        History history = pane.historyProperty().get();
        double width = getWidth();
        double height = getHeight();
        if (history == null || width < 1 || height < 1) {
            drawing.clear();
            return;
        }
        boolean isResized = width != laidOutWidth || height != laidOutHeight;
        if (isResized && !stale && isShowing() && laidOut.size() > 2 * PIECE) {
            fit(width, height);
            rest.playFromStart();
        } else if (stale || isResized) {
            layOut(history, width, height);
        }
        still.setWidth(width - (high.isVisible() ? BAR : 0));
        still.setHeight(height - (wide.isVisible() ? BAR : 0));
        over.setWidth(still.getWidth());
        over.setHeight(still.getHeight());
        wide.resizeRelocate(0, height - BAR, still.getWidth(), BAR);
        high.resizeRelocate(width - BAR, 0, BAR, still.getHeight());
        draw();
    }

    /** Shows what is laid out in other room, for now. */
    private void fit(double width, double height) {
        double band = pane.bandProperty().get() == null ? 0 : BandPainter.ROOM;
        double bar = BAR / unit();
        double length = (isRight() ? width : height) / unit() - (view.extent() > view.breadth() ? bar : 0);
        double breadth = (isRight() ? height : width) / unit() - band - (view.isFitting() ? 0 : bar);
        view = view.over(diagram, length, breadth);
        moveBars();
    }

    /** Returns the whole history, or as much more than is laid out as can be laid out in a frame. */
    private History piece(History whole) {
        int known = diagram == null || layout.isAnother(whole) ? 0 : laidOut.size();
        return whole.size() <= Math.max(known, PIECE) + PIECE ? whole : whole.first(known + PIECE);
    }

    private void layOut(History whole, double width, double height) {
        double unit = unit();
        History history = piece(whole);
        if (history != whole) {
            nextPiece.playFromStart();
        }
        boolean isSameRun = diagram != null && !layout.isAnother(history);
        boolean wasInSight = !isShowing() || isInSight(shownIndex());
        double room = pane.bandProperty().get() == null ? 0 : BandPainter.ROOM;
        double length = (isRight() ? width : height) / unit;
        double breadth = (isRight() ? height : width) / unit - room;
        boolean isStretched = view != null && view.zoom() > 1;
        diagram = layout.of(
                pane.directionProperty().get(),
                history,
                pane.scenarioProperty().get(),
                length,
                breadth,
                BAR / unit,
                isStretched);
        view = view == null || !isSameRun
                ? Viewport.of(diagram, layout.length(), layout.breadth())
                : view.over(diagram, layout.length(), layout.breadth());
        if (keepsFit) {
            view = view.fitted();
        }
        boolean hasGrown = history != laidOut || width != laidOutWidth || height != laidOutHeight;
        laidOut = history;
        laidOutWidth = width;
        laidOutHeight = height;
        stale = false;
        band = pane.bandProperty().get() == null
                ? new HealingPieces(List.of())
                : HealingPieces.of(diagram, pane.bandProperty().get());
        drawing.forgetLit();
        if (!isSameRun) {
            focused = -1;
            causes.end();
        }
        moveBars();
        if (hasGrown) {
            search.follow(history);
        }
        if (overview >= 0) {
            lookOver();
        } else if (hasGrown || wasInSight) {
            reveal();
        }
    }

    private void lookOver() {
        keepsFit = view.fitted().zoom() >= LEGIBLE;
        if (keepsFit) {
            show(view.fitted());
        } else if (overview < diagram.events().size()) {
            show(view.zoomed(1 / view.zoom(), 0));
            reveal(overview);
        }
    }

    /** Looks at all of time, or at an event if that is too much, until a moment is chosen. */
    void overview(int event) {
        overview = event;
        refresh();
    }

    private boolean isInSight(int event) {
        double place = view.alongOf(diagram.events().get(event).x());
        return place >= view.direction().head() && place <= view.length();
    }

    /** Shows with the bars which part is in view. */
    private void moveBars() {
        isMovingBars = true;
        double unit = unit();
        boolean isLong = !view.isFitting();
        boolean isBroad = view.extent() > view.breadth() + 0.5;
        range(isRight() ? wide : high, isLong, view.wholeLength() * unit, view.length() * unit, view.along() * unit);
        range(isRight() ? high : wide, isBroad, view.extent() * unit, view.breadth() * unit, view.across() * unit);
        isMovingBars = false;
    }

    private static void range(ScrollBar bar, boolean needed, double whole, double shown, double value) {
        bar.setVisible(needed);
        bar.setMax(needed ? whole - shown : 0);
        bar.setVisibleAmount(needed ? shown / whole * bar.getMax() : 1);
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(shown * 0.8);
        bar.setValue(needed ? Math.min(value, bar.getMax()) : 0);
    }

    private void barMoved() {
        if (!isMovingBars && view != null) {
            double x = wide.getValue() / unit();
            double y = high.getValue() / unit();
            show(isRight() ? view.at(x, y) : view.at(y, x));
        }
    }

    /** Looks at another part, or closer. */
    void look(Viewport newView) {
        boolean wasStretched = view.zoom() > 1;
        keepsFit = keepsFit && newView.isFitting();
        show(newView);
        stale |= wasStretched != view.zoom() > 1; // there is a bar or not
    }

    private void show(Viewport newView) {
        view = newView;
        moveBars();
        requestLayout();
    }

    /** Looks closer or less close, at the moment shown if it is in view. */
    void zoom(boolean isCloser) {
        double place = view.alongOf(diagram.events().get(shownIndex()).x());
        look(view.zoomed(isCloser, isInSight(shownIndex()) ? place : view.length() / 2));
    }

    /** Looks at all of time, now and as it goes on. */
    void fit() {
        look(view.fitted());
        keepsFit = true;
    }

    /** Moves so that the moment shown is in sight, with a little of what comes. */
    private void reveal() {
        if (diagram != null && shownIndex() < diagram.events().size()) {
            reveal(shownIndex());
        }
    }

    private void reveal(int event) {
        Viewport showing = view.showing(diagram.events().get(event).x());
        if (!showing.equals(view)) {
            show(showing);
        }
    }

    private void draw() {
        drawing.drawStill(diagram, view, unit(), pane.bandProperty().get(), band);
        drawOver();
    }

    /** Draws again what lies over the diagram. */
    void drawOver() {
        if (!isShowing()) {
            return;
        }
        setAccessibleText(
                focused >= 0 && focused < laidOut.size() && causes.lights().isPresent()
                        ? "Event in the time line: " + sentence(focused) + " " + causes.summary()
                        : "Time line, showing " + shownSentence());
        drawing.setHits(search.hits(), search.current());
        drawing.drawOver(
                laidOut, shownIndex(), causes.lights(), pane.litProperty().get(), focused);
    }

    private void lightsChanged() {
        pane.setCausalSummary(causes.summary());
        drawOver();
    }

    /** Returns whether there is a diagram to be looked at. */
    boolean isShowing() {
        return diagram != null && view != null && pane.historyProperty().get() != null;
    }

    /** Returns whether the wheel alone moves down. */
    boolean scrollsDown() {
        return high.isVisible();
    }

    Viewport viewport() {
        return view;
    }

    SpaceTime diagram() {
        return diagram;
    }

    History history() {
        return laidOut;
    }

    CausalLight causes() {
        return causes;
    }

    TimelineSearch search() {
        return search;
    }

    Scrubber scrubber() {
        return new Scrubber(diagram, view);
    }

    /** Opens the search. */
    void find() {
        pane.find();
    }

    /** Lets time go the other way. */
    void turn() {
        pane.turn();
    }

    /** Returns whether a place is in the band that says what heals. */
    boolean isInBand(Point place) {
        return pane.bandProperty().get() != null && (isRight() ? place.y() : place.x()) > view.breadth();
    }

    /** Returns the piece of the band at a place in it. */
    Optional<HealingPieces.Piece> pieceAt(Point place) {
        return band.at(view.xAt(isRight() ? place.x() : place.y()));
    }

    /** Returns what a piece of the band means, in sentences. */
    String explained(HealingPieces.Piece piece) {
        return BandText.explained(pane.bandProperty().get(), piece.stretch());
    }

    /** Returns the moment that is shown. */
    int shownIndex() {
        Snapshot selected = pane.selectedProperty().get();
        int last = laidOut == null ? 0 : laidOut.size() - 1;
        return selected == null ? last : Math.min(last, selected.index());
    }

    private String shownSentence() {
        boolean past = pane.selectedProperty().get() != null;
        return (past ? "the past, " : "the present, ") + sentence(shownIndex());
    }

    private String sentence(int event) {
        Snapshot snapshot = laidOut.at(event);
        return "T = " + snapshot.time() + ": " + Sentences.of(snapshot.what());
    }

    /** Shows a moment; the last one: the present. */
    void select(int snapshot) {
        int last = laidOut.size() - 1;
        pane.selectedProperty().set(snapshot >= last ? null : laidOut.at(Math.max(0, snapshot)));
    }

    /** Shows the present. */
    void showPresent() {
        pane.selectedProperty().set(null);
    }

    /** Goes with the keyboard to the event before or after, and lights what led to it and followed. */
    void focusBeside(int step) {
        int from = focused >= 0 && causes.lights().isPresent() ? focused : shownIndex() + (step > 0 ? 0 : 1);
        for (int i = from + step; i >= 0 && i < diagram.events().size(); i += step) {
            if (diagram.events().get(i).mark() != Mark.TICK) {
                focused = i;
                reveal(i);
                causes.light(laidOut, new Target(i, i));
                return;
            }
        }
    }

    /** Brings an event into view, as the one that Enter would show. */
    void focusOn(int event) {
        if (isShowing() && event < diagram.events().size()) {
            focused = event;
            reveal(event);
            drawOver();
        }
    }

    /** Shows the moment of the event that has the keyboard, if one has. */
    void selectFocused() {
        if (focused >= 0) {
            select(focused);
        }
    }

    /** Lights nothing in particular any more; returns whether there was anything. */
    boolean endLights() {
        boolean wasLit = causes.lights().isPresent();
        focused = -1;
        causes.end();
        drawOver();
        return wasLit;
    }
}
