package sosad.app.view.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import sosad.app.compare.CompareChart;
import sosad.app.compare.CompareColumn;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.compare.MeanComparison;
import sosad.app.view.Controls;
import sosad.app.viewmodel.compare.CompareViewModel;

/** The chart: a bar for each row, on a logarithmic scale, of a figure that can be chosen. */
final class CompareChartPane extends VBox {
    private static final List<CompareColumn> CHARTED = List.of(
            CompareColumn.TIMES_LEAST,
            CompareColumn.BYTES,
            CompareColumn.MESSAGES,
            CompareColumn.LOST,
            CompareColumn.STALE_PERCENT,
            CompareColumn.LAG_P99,
            CompareColumn.MEMORY);

    /** The most height that a bar's line takes, in pixels. */
    private static final double MAX_LINE = 36;

    private final CompareViewModel model;
    private final ObservableDoubleValue unit;
    private final GridPane bars = new GridPane();

    /** @param unit by how much everything is larger than usual */
    CompareChartPane(CompareViewModel model, ObservableDoubleValue unit) {
        this.model = model;
        this.unit = unit;
        getStyleClass().addAll("pane", "compare-chart");
        HBox head = new HBox(
                Controls.fixedLabel("Chart of", "pane-title"),
                Controls.choice(
                        "Chart of",
                        "The figure of which the chart is drawn",
                        FXCollections.observableArrayList(CHARTED),
                        CompareColumn::title,
                        model.chartedProperty()),
                Controls.label("logarithmic scale", "muted"));
        head.getStyleClass().add("compare-chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        bars.getColumnConstraints().addAll(names, rest);
        bars.getStyleClass().add("compare-bars");
        bars.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(head, bars);
        VBox.setVgrow(bars, Priority.ALWAYS);
        setMinHeight(USE_PREF_SIZE);
        model.chartedProperty().addListener((property, old, now) -> draw());
        unit.addListener((property, old, now) -> draw());
        model.shownProperty().subscribe(shown -> draw());
    }

    private void draw() {
        Optional<MeanComparison> comparison = model.shownProperty().get();
        bars.getChildren().clear();
        bars.getRowConstraints().clear();
        Controls.show(this, comparison.isPresent());
        if (comparison.isEmpty()) {
            return;
        }
        CompareChart chart =
                CompareChart.of(comparison.get().mean(), model.chartedProperty().get());
        StringBuilder words = new StringBuilder(chart.column().title());
        for (CompareChart.Bar bar : chart.bars()) {
            Label name = Controls.fixedLabel(bar.row());
            Controls.state(name, "ghost", bar.kind() == RowKind.GHOST);
            BarLine line = new BarLine(bar);
            GridPane.setValignment(name, VPos.CENTER);
            bars.getRowConstraints().add(row());
            bars.addRow(bars.getRowCount() - 1, name, line);
            words.append(", ").append(bar.row()).append(' ').append(bar.text());
        }
        bars.setAccessibleText(words.toString());
    }

    private RowConstraints row() {
        RowConstraints row = new RowConstraints();
        row.setMaxHeight(MAX_LINE * unit.get());
        row.setVgrow(Priority.ALWAYS);
        return row;
    }

    /** A bar, and its figure behind it. */
    private static final class BarLine extends Region {
        private static final double GAP = 8;
        private static final double INSET = 4;

        /** In lines of text. */
        private static final double MAX_THICKNESS = 1.4;

        private final Region bar = new Region();
        private final Label figure;
        private final double length;

        BarLine(CompareChart.Bar drawn) {
            this.figure = Controls.fixedLabel(drawn.text(), "figure");
            this.length = drawn.length();
            bar.getStyleClass().add("compare-bar-of-chart");
            Controls.state(bar, "ghost", drawn.kind() == RowKind.GHOST);
            getChildren().addAll(bar, figure);
        }

        @Override
        protected void layoutChildren() {
            double figureWidth = figure.prefWidth(-1);
            double room = Math.max(0, getWidth() - figureWidth - GAP);
            double height = figure.prefHeight(-1);
            double thickness = Math.min(getHeight() - INSET, MAX_THICKNESS * height);
            double width = Math.rint(room * length);
            bar.resizeRelocate(0, Math.rint((getHeight() - thickness) / 2), width, thickness);
            figure.resizeRelocate(width + GAP, Math.rint((getHeight() - height) / 2), figureWidth, height);
        }

        @Override
        protected double computePrefHeight(double width) {
            return figure.prefHeight(-1);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
