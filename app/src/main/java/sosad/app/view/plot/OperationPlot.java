package sosad.app.view.plot;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import sosad.app.diagram.plot.DotFinder;
import sosad.app.diagram.plot.DotKind;
import sosad.app.diagram.plot.OperationDots;
import sosad.app.diagram.plot.PlotGeometry;
import sosad.app.diagram.plot.TimeWindow;
import sosad.app.view.CanvasColours;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.app.viewmodel.plot.OperationPlotViewModel;
import sosad.app.viewmodel.plot.OperationStory;
import sosad.app.viewmodel.plot.PlotText;
import sosad.model.NodeId;

/**
 * The operations of a log as dots: time from left to right, a lane for each server, the latency as the height in it. It
 * is drawn when something has changed, and never otherwise.
 */
final class OperationPlot extends Region {
    private static final double BADGES = 34;
    private static final double LATENCIES = 48;
    private static final double LANE = 78;
    private static final double MIN_LANE = 16;
    private static final double SCROLL = 14;
    private static final double REACH = 7;
    private static final double RING = 6;

    private final OperationPlotViewModel plot;
    private final DoubleProperty unit = new SimpleDoubleProperty(this, "unit", 1);
    private final CanvasColours colours = new CanvasColours(this::requestLayout);
    private final Canvas ground = new Canvas();
    private final DotPicture dots = new DotPicture();
    private final Canvas marks = new Canvas();
    private final ScrollBar scroll = new ScrollBar();
    private final List<NodeBadge> badges = new ArrayList<>();
    private final Label empty = Controls.label("", "muted");
    private final Label pointed = Controls.label("", "plot-hint");
    private PlotGeometry geometry;
    private double dragFrom = Double.NaN;
    private double dragTo = Double.NaN;
    private int hovered = OperationPlotViewModel.NONE;
    private boolean isScrolling;

    OperationPlot(OperationPlotViewModel plot) {
        this.plot = plot;
        getStyleClass().add("operation-plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("operation plot");
        setMinSize(200, 60);
        geometry = plot.geometry(1, 1, 1);
        scroll.setOrientation(Orientation.HORIZONTAL);
        scroll.setFocusTraversable(false);
        scroll.setAccessibleText("Part of the time that is shown");
        scroll.valueProperty().addListener((property, old, value) -> scrolled(value.doubleValue()));
        pointed.setMouseTransparent(true);
        pointed.setVisible(false);
        marks.setMouseTransparent(true);
        getChildren().setAll(colours, ground, dots, marks, empty, pointed, scroll);
        plot.changesProperty().addListener((property, old, now) -> requestLayout());
        unit.addListener((property, old, now) -> requestLayout());
        new PlotMouse(this, plot);
        new PlotKeys(this, plot);
    }

    /** Returns by how much everything is larger than usual. */
    DoubleProperty unitProperty() {
        return unit;
    }

    /** Sets what is said while there is no operation. */
    void setEmptyText(String text) {
        empty.setText(text);
    }

    /** Returns the places of everything, as drawn last. */
    PlotGeometry geometry() {
        return geometry;
    }

    /** Returns how far the lanes are from the left edge. */
    double left() {
        return BADGES * unit.get();
    }

    /** Returns the dot at a place of this control. */
    int dotAt(double x, double y) {
        return new DotFinder(plot.dots()).at(geometry, x - left(), y, REACH * unit.get());
    }

    /** Shows which part of the time is being chosen with the mouse. */
    void showDrag(double from, double to) {
        dragFrom = from - left();
        dragTo = to - left();
        drawMarks();
    }

    /** Shows that no part of the time is being chosen any more. */
    void endDrag() {
        dragFrom = Double.NaN;
        drawMarks();
    }

    /** Shows which operation the mouse is at. */
    void hover(int dot) {
        if (dot != hovered) {
            hovered = dot;
            drawMarks();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        int lanes = Math.max(3, plot.servers().size());
        return (Math.min(lanes, 6) * LANE + Math.max(0, lanes - 6) * MIN_LANE + PlotGround.AXIS + SCROLL) * unit.get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600 * unit.get();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(Math.max(1, getWidth() - (BADGES + LATENCIES) * unit.get()));
        double height = Math.floor(Math.max(1, getHeight() - (PlotGround.AXIS + SCROLL) * unit.get()));
        double scale = outputScale();
        geometry = plot.geometry((int) width, (int) height, unit.get());
        ground.relocate(left(), 0);
        resize(ground, width + LATENCIES * unit.get(), height + PlotGround.AXIS * unit.get());
        marks.relocate(left(), 0);
        resize(marks, width, height);
        dots.relocate(left(), 0);
        drawGround();
        PlotGeometry pixels = plot.geometry((int) (width * scale), (int) (height * scale), unit.get() * scale);
        dots.draw(plot.dots(), pixels, colours, scale);
        placeBadges();
        placeScroll(width, height);
        empty.setVisible(plot.dots().size() == 0);
        double wide = Math.min(width, empty.prefWidth(-1));
        empty.resizeRelocate(left() + (width - wide) / 2, height / 2 - 10, wide, empty.prefHeight(wide));
        hovered = hovered >= plot.dots().size() ? OperationPlotViewModel.NONE : hovered;
        drawMarks();
        setAccessibleText(sentence());
    }

    private static void resize(Canvas canvas, double width, double height) {
        canvas.setWidth(Math.ceil(width));
        canvas.setHeight(Math.ceil(height));
    }

    private double outputScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }

    private void drawGround() {
        GraphicsContext gc = ground.getGraphicsContext2D();
        gc.clearRect(0, 0, ground.getWidth(), ground.getHeight());
        if (!geometry.lanes().isEmpty()) {
            new PlotGround(new PlotPen(gc, unit.get()), colours, geometry).draw(plot.bands());
        }
    }

    private void placeBadges() {
        List<NodeId> servers = plot.servers();
        if (!badges.stream()
                .map(NodeBadge::getText)
                .toList()
                .equals(servers.stream().map(NodeId::name).toList())) {
            getChildren().removeAll(badges);
            badges.clear();
            servers.forEach(server -> badges.add(new NodeBadge(server)));
            getChildren().addAll(badges);
        }
        for (int i = 0; i < badges.size(); i++) {
            NodeBadge badge = badges.get(i);
            PlotGeometry.Lane lane = geometry.lanes().get(i);
            double tall = badge.minHeight(-1);
            double wide = Math.max(tall, Math.min(BADGES * unit.get() - 6, badge.prefWidth(-1)));
            badge.setVisible(lane.height() >= 0.6 * tall || i % 2 == 0);
            badge.resizeRelocate(0, Math.rint(lane.top() + (lane.height() - tall) / 2), wide, tall);
        }
    }

    private void placeScroll(double width, double height) {
        TimeWindow whole = plot.whole();
        TimeWindow window = plot.windowProperty().get();
        scroll.setVisible(plot.zoomedProperty().get());
        double top = height + PlotGround.AXIS * unit.get();
        scroll.resizeRelocate(left(), top, width, SCROLL * unit.get() - 2);
        isScrolling = true;
        scroll.setMin(0);
        scroll.setMax((double) (whole.nanos() - window.nanos()));
        scroll.setVisibleAmount((double) window.nanos() / whole.nanos() * scroll.getMax());
        scroll.setBlockIncrement(window.nanos() * 0.9);
        scroll.setUnitIncrement(window.nanos() * 0.1);
        scroll.setValue((double) window.fromNanos());
        isScrolling = false;
    }

    private void scrolled(double fromNanos) {
        TimeWindow window = plot.windowProperty().get();
        if (!isScrolling && window.fromNanos() != Math.round(fromNanos)) {
            plot.look(Math.round(fromNanos), Math.round(fromNanos) + window.nanos());
        }
    }

    private void drawMarks() {
        GraphicsContext gc = marks.getGraphicsContext2D();
        gc.clearRect(0, 0, marks.getWidth(), marks.getHeight());
        if (!Double.isNaN(dragFrom)) {
            double from = Math.max(0, Math.min(dragFrom, dragTo));
            double to = Math.min(geometry.width(), Math.max(dragFrom, dragTo));
            gc.setGlobalAlpha(0.18);
            gc.setFill(colours.of("accent"));
            gc.fillRect(from, 0, to - from, geometry.height());
            gc.setGlobalAlpha(1);
        }
        if (!geometry.lanes().isEmpty()) {
            new PlotGround(new PlotPen(gc, unit.get()), colours, geometry).name(plot.bands());
        }
        ring(gc, plot.chosenDot(), 2);
        ring(gc, hovered, 1.25);
        showHint();
    }

    private void ring(GraphicsContext gc, int dot, double width) {
        if (dot == OperationPlotViewModel.NONE) {
            return;
        }
        double[] place = geometry.place(plot.dots(), dot);
        double radius = RING * unit.get();
        gc.setStroke(colours.of("text"));
        gc.setLineWidth(width);
        gc.strokeOval(place[0] - radius, place[1] - radius, 2 * radius, 2 * radius);
    }

    /** The operation at the mouse in one line, beside it. */
    private void showHint() {
        pointed.setVisible(hovered != OperationPlotViewModel.NONE && Double.isNaN(dragFrom));
        if (!pointed.isVisible()) {
            return;
        }
        OperationDots all = plot.dots();
        pointed.setText(OperationStory.request(all.log().get(all.operation(hovered))));
        double[] place = geometry.place(all, hovered);
        double wide = Math.min(geometry.width(), pointed.prefWidth(-1));
        double tall = pointed.prefHeight(wide);
        double x = Math.max(0, Math.min(geometry.width() - wide, place[0] - wide / 2));
        double above = place[1] - tall - 12 * unit.get();
        double y = above >= 0 ? above : place[1] + 12 * unit.get();
        pointed.resizeRelocate(Math.rint(left() + x), Math.rint(y), wide, tall);
    }

    /** Returns what it shows, for those who do not see it. */
    private String sentence() {
        OperationDots all = plot.dots();
        if (all.size() == 0) {
            return empty.getText();
        }
        TimeWindow window = plot.windowProperty().get();
        String counts = Stream.of(DotKind.values())
                .filter(kind -> all.count(kind) > 0)
                .map(kind -> format("%,d %s", all.count(kind), DotLegend.word(kind, all.isJudged())))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return format(
                "%,d operations at %d servers: %s; shown from %s to %s",
                all.size(),
                plot.servers().size(),
                counts,
                PlotText.moment(window.fromNanos()),
                PlotText.moment(window.toNanos()));
    }
}
