package sosad.app.view.timeline;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTimeLayout;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.history.text.Sentences;
import sosad.app.scenario.Scenario.Step;
import sosad.app.view.CanvasColours;

/** The diagram behind its scroll bars: drawn on a canvas of the size of the view, however long the run is. */
final class TimelineView extends Region {
    private static final double BAR = 10;

    private final TimelinePane pane;
    private final Canvas canvas = new Canvas();
    private final CanvasColours colours = new CanvasColours(this::requestLayout);
    private final ScrollBar along = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Tooltip tooltip = new Tooltip();
    private final SpaceTimeLayout alone = new SpaceTimeLayout();
    private final SpaceTimeLayout besideBars = new SpaceTimeLayout();
    private SpaceTime diagram;
    private History laidOut;
    private double laidOutWidth;
    private double laidOutHeight;
    private boolean stale = true;
    private String hovered = "";

    TimelineView(TimelinePane pane) {
        this.pane = pane;
        getStyleClass().add("timeline-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        along.setOrientation(Orientation.HORIZONTAL);
        down.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(colours, canvas, along, down);
        for (ScrollBar bar : List.of(along, down)) {
            bar.valueProperty().addListener(scrolled -> requestLayout());
        }
        pane.historyProperty().addListener(changed -> refresh());
        pane.scenarioProperty().addListener(changed -> refresh());
        pane.unitProperty().addListener(changed -> refresh());
        pane.sizeView(this);
        pane.selectedProperty().addListener(changed -> {
            reveal();
            requestLayout();
        });
        focusedProperty().addListener(changed -> requestLayout());
        tooltip.setShowDelay(Duration.millis(250));
        canvas.setOnMousePressed(this::pick);
        canvas.setOnMouseDragged(this::pick);
        canvas.setOnMouseMoved(this::hover);
        setOnKeyPressed(this::key);
        setOnScroll(this::scroll);
    }

    private double unit() {
        return pane.unitProperty().get();
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
            clear();
            return;
        }
        if (stale || width != laidOutWidth || height != laidOutHeight) {
            layOut(history, width, height);
        }
        boolean wide = along.isVisible();
        boolean high = down.isVisible();
        canvas.setWidth(width - (high ? BAR : 0));
        canvas.setHeight(height - (wide ? BAR : 0));
        along.resizeRelocate(0, height - BAR, canvas.getWidth(), BAR);
        down.resizeRelocate(width - BAR, 0, BAR, canvas.getHeight());
        setAccessibleText("Time line, showing " + shownSentence());
        draw();
    }

    private void layOut(History history, double width, double height) {
        double unit = unit();
        long now = history.present().time();
        List<Long> coming = pane.scenarioProperty().get() == null
                ? List.of()
                : pane.scenarioProperty().get().steps().stream()
                        .map(Step::time)
                        .filter(time -> time > now)
                        .toList();
        diagram = alone.next(history, coming, width / unit, height / unit);
        boolean high = diagram.height() * unit > height + 0.5;
        boolean wide = diagram.width() * unit > width + 0.5;
        if (high || wide) {
            diagram = besideBars.next(
                    history, coming, (width - (high ? BAR : 0)) / unit, (height - (wide ? BAR : 0)) / unit);
            high = diagram.height() * unit > height - (wide ? BAR : 0) + 0.5;
        } else {
            besideBars.forget();
        }
        range(along, wide, diagram.width() * unit, width - (high ? BAR : 0));
        range(down, high, diagram.height() * unit, height - (wide ? BAR : 0));
        laidOut = history;
        laidOutWidth = width;
        laidOutHeight = height;
        stale = false;
        reveal();
    }

    private static void range(ScrollBar bar, boolean needed, double whole, double shown) {
        bar.setVisible(needed);
        bar.setMax(needed ? whole - shown : 0);
        bar.setVisibleAmount(needed ? shown / whole * bar.getMax() : 1);
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(shown * 0.8);
        bar.setValue(needed ? Math.min(bar.getValue(), bar.getMax()) : 0);
    }

    /** Scrolls so that the moment shown is in sight, with a little of what comes. */
    private void reveal() {
        if (diagram == null
                || !along.isVisible()
                || shownIndex() >= diagram.events().size()) {
            return;
        }
        double unit = unit();
        double x = diagram.events().get(shownIndex()).x() * unit;
        double shown = getWidth() - (down.isVisible() ? BAR : 0);
        double badges = SpaceTimeLayout.BADGES * unit;
        if (x > along.getValue() + shown - 90 * unit) {
            along.setValue(Math.min(along.getMax(), x - shown + 140 * unit));
        } else if (x < along.getValue() + badges + 20) {
            along.setValue(Math.max(0, x - badges - 60 * unit));
        }
    }

    /** Where a pixel of ours is no whole number of the screen's, the last ones would be cleared in part. */
    private void clear() {
        canvas.getGraphicsContext2D().clearRect(-1, -1, canvas.getWidth() + 2, canvas.getHeight() + 2);
    }

    private void draw() {
        double unit = unit();
        GraphicsContext gc = canvas.getGraphicsContext2D();
        clear();
        gc.save();
        gc.scale(unit, unit);
        gc.translate(-along.getValue() / unit, -down.getValue() / unit);
        Box view = new Box(
                along.getValue() / unit, down.getValue() / unit, canvas.getWidth() / unit, canvas.getHeight() / unit);
        TimelinePainter painter = new TimelinePainter(gc, colours, diagram, view);
        painter.notYet();
        painter.draw(shownIndex());
        new BadgePainter(gc, colours).draw(diagram, view);
        painter.names(shownIndex());
        gc.restore();
    }

    private int shownIndex() {
        Snapshot selected = pane.selectedProperty().get();
        int last = laidOut == null ? 0 : laidOut.size() - 1;
        return selected == null ? last : Math.min(last, selected.index());
    }

    private String shownSentence() {
        Snapshot shown = laidOut.at(shownIndex());
        boolean past = pane.selectedProperty().get() != null;
        return (past ? "the past, " : "the present, ") + "T = " + shown.time() + ": " + Sentences.of(shown.what());
    }

    private Point place(MouseEvent mouse) {
        return new Point((mouse.getX() + along.getValue()) / unit(), (mouse.getY() + down.getValue()) / unit());
    }

    private void pick(MouseEvent mouse) {
        if (diagram != null) {
            requestFocus();
            new Scrubber(diagram).momentAt(place(mouse)).ifPresent(this::select);
        }
    }

    private void select(int snapshot) {
        int last = laidOut.size() - 1;
        pane.selectedProperty().set(snapshot >= last ? null : laidOut.at(Math.max(0, snapshot)));
    }

    private void hover(MouseEvent mouse) {
        if (diagram == null) {
            return;
        }
        List<Event> events = new Scrubber(diagram).eventsAt(place(mouse));
        String text = events.stream()
                .map(event -> Sentences.of(laidOut.at(event.snapshot()).what()))
                .collect(Collectors.joining("\n"));
        canvas.setCursor(events.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
        if (!text.equals(hovered)) {
            hovered = text;
            Tooltip.uninstall(canvas, tooltip);
            if (!text.isEmpty()) {
                tooltip.setText(text);
                Tooltip.install(canvas, tooltip);
            }
        }
    }

    private void key(KeyEvent key) {
        if (laidOut == null || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> select(shownIndex() - 1);
            case RIGHT -> select(shownIndex() + 1);
            case HOME -> select(0);
            case END, ESCAPE -> pane.selectedProperty().set(null);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void scroll(ScrollEvent scroll) {
        boolean sideways = scroll.getDeltaX() != 0 || scroll.isShiftDown() || !down.isVisible();
        ScrollBar bar = sideways ? along : down;
        double delta = scroll.getDeltaX() != 0 ? scroll.getDeltaX() : scroll.getDeltaY();
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() - delta)));
        scroll.consume();
    }
}
