package sosad.app.view.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.ScrollEvent;
import sosad.app.check.CheckResult;
import sosad.app.check.Series;
import sosad.app.load.OperationLog;
import sosad.app.view.plot.OperationPlotPane;
import sosad.app.view.plot.SeriesChart;
import sosad.app.viewmodel.checks.CheckRow;

/** The pictures of a check: its operations as dots, and its lines. */
final class CheckPictures {
    private static final double LANE = 84;
    private static final double BESIDE_LANES = 120;
    private static final double CHART = 150;
    private static final int MAX_LANES = 5;

    private final OperationPlotPane plot = new OperationPlotPane();
    private final DoubleProperty unit = new SimpleDoubleProperty(1);

    CheckPictures() {
        plot.unitProperty().bind(unit);
        plot.addEventFilter(ScrollEvent.SCROLL, this::scroll);
    }

    /** The wheel scrolls the page, unless somebody works in the plot, or holds Ctrl. */
    private void scroll(ScrollEvent wheel) {
        Parent page = plot.getParent();
        if (!plot.home().isFocused() && !wheel.isControlDown() && page != null) {
            wheel.consume();
            Event.fireEvent(page, wheel.copyFor(page, page));
        }
    }

    /** Returns the operations of a check that has its result, if it kept a log. */
    List<Node> operations(CheckRow row, CheckResult result) {
        return result.operations().filter(log -> log.size() > 0).map(log -> plot(row, log)).stream()
                .toList();
    }

    /** Returns the lines of a check that has its result. */
    List<Node> charts(CheckResult result) {
        List<Node> pictures = new ArrayList<>();
        Map<String, List<Series>> charts = new LinkedHashMap<>();
        result.series().forEach(line -> charts.computeIfAbsent(line.chart(), first -> new ArrayList<>())
                .add(line));
        charts.values().forEach(lines -> pictures.add(chart(lines, result)));
        return pictures;
    }

    /** Returns the picture of a check that runs, if it keeps a log. */
    List<Node> growing(CheckRow row) {
        OperationLog log = row.operationsProperty().get();
        return log == null ? List.of() : List.of(plot(row, log));
    }

    /** Shows what has been added to the log of a check that runs. */
    void refresh(CheckRow row) {
        OperationLog log = row.operationsProperty().get();
        if (log != null && plot.getScene() != null) {
            plot.show(log, row.bands(), 0);
            makeRoom(log);
        }
    }

    private Node plot(CheckRow row, OperationLog log) {
        plot.clear();
        plot.show(log, row.bands(), 0);
        makeRoom(log);
        return plot;
    }

    /** A log that grows learns of its servers by and by. */
    private void makeRoom(OperationLog log) {
        int lanes = Math.max(1, Math.min(MAX_LANES, log.servers().size()));
        double height = (BESIDE_LANES + lanes * LANE) * unit.get();
        plot.setMinHeight(height);
        plot.setPrefHeight(height);
    }

    private SeriesChart chart(List<Series> lines, CheckResult result) {
        SeriesChart chart = new SeriesChart();
        chart.unitProperty().bind(unit);
        chart.show(lines, result.bands());
        chart.setMinHeight(CHART * unit.get());
        chart.setPrefHeight(CHART * unit.get());
        return chart;
    }

    /** Shows an operation in the plot, by its number. */
    void choose(int operation) {
        plot.choose(operation);
        plot.home().requestFocus();
    }

    /** Returns by how much everything is larger than usual. */
    DoubleProperty unitProperty() {
        return unit;
    }
}
