package sosad.app.view.plot;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import sosad.app.check.FaultBand;
import sosad.app.check.Series;
import sosad.app.view.CanvasColours;
import sosad.app.viewmodel.plot.ChartView;

/** A chart of some lines in the same axes, drawn when what it shows has changed; at the mouse it says the values. */
public final class SeriesChart extends Region {
    private final Canvas canvas = new Canvas();
    private final CanvasColours colours = new CanvasColours(this::requestLayout);
    private final DoubleProperty unit = new SimpleDoubleProperty(this, "unit", 1);
    private final Tooltip tooltip = new Tooltip();
    private ChartView chart = ChartView.EMPTY;
    private double pointedX = Double.NaN;

    public SeriesChart() {
        getStyleClass().add("series-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("chart");
        setMinSize(120, 60);
        getChildren().setAll(colours, canvas);
        unit.addListener((property, old, now) -> requestLayout());
        tooltip.setShowDelay(Duration.millis(150));
        tooltip.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(canvas, tooltip);
        canvas.setOnMouseMoved(this::point);
        canvas.setOnMouseExited(left -> {
            pointedX = Double.NaN;
            requestLayout();
        });
    }

    /** Shows other lines. Equal ones are not drawn again. */
    public void show(ChartView newChart) {
        if (!newChart.equals(chart)) {
            chart = newChart;
            requestLayout();
        }
    }

    /** Shows lines with the same chart and axes, and faults as bands behind them, on seconds. */
    public void show(List<Series> series, List<FaultBand> bands) {
        show(ChartView.of(series, bands));
    }

    /** Returns by how much everything is larger than usual. */
    public DoubleProperty unitProperty() {
        return unit;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 420 * unit.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 150 * unit.get();
    }

    private ChartPainter painter() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        return new ChartPainter(new PlotPen(gc, unit.get()), colours, chart, getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        painter().draw(pointedX);
        setAccessibleText(sentence());
    }

    private void point(MouseEvent mouse) {
        pointedX = mouse.getX();
        double x = painter().valueAt(mouse.getX());
        List<String> lines = new ArrayList<>();
        lines.add(chart.position(x));
        chart.bands().stream()
                .filter(band -> band.fromNanos() / 1e9 <= x && x <= band.untilNanos() / 1e9)
                .forEach(band -> lines.add(ChartView.words(band)));
        chart.series().forEach(series -> ChartView.at(series, x)
                .ifPresent(point -> lines.add(series.name() + ": " + chart.value(point.y()))));
        tooltip.setText(String.join("\n", lines));
        requestLayout();
    }

    /** Returns its last values in words. */
    private String sentence() {
        String lines = chart.series().stream()
                .flatMap(series -> last(series).stream().map(y -> series.name() + " " + chart.value(y)))
                .collect(Collectors.joining(", "));
        Stream<String> faults = chart.bands().stream().map(ChartView::words);
        return Stream.concat(
                        Stream.of(format("%s: %s", chart.title(), lines.isEmpty() ? "nothing yet" : lines)), faults)
                .collect(Collectors.joining("; "));
    }

    private static Optional<Double> last(Series series) {
        return series.points().isEmpty()
                ? Optional.empty()
                : Optional.of(series.points().get(series.points().size() - 1).y());
    }
}
