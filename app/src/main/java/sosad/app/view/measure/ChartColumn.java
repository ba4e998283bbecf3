package sosad.app.view.measure;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.view.plot.SeriesChart;
import sosad.app.viewmodel.plot.ChartView;

/** Charts below each other, which share the height there is, or scroll where it is too little. */
final class ChartColumn extends ScrollPane {
    private static final double LEAST = 104;

    private final VBox column = new VBox();
    private final List<SeriesChart> charts = new ArrayList<>();
    private final ObservableDoubleValue unit;

    ChartColumn(ObservableDoubleValue unit) {
        this.unit = unit;
        getStyleClass().addAll("pane", "chart-column");
        column.getStyleClass().add("charts");
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinSize(0, 0);
    }

    void show(List<ChartView> views) {
        while (charts.size() < views.size()) {
            SeriesChart chart = new SeriesChart();
            chart.unitProperty().bind(unit);
            chart.setMinHeight(LEAST * unit.get());
            VBox.setVgrow(chart, Priority.ALWAYS);
            charts.add(chart);
        }
        if (column.getChildren().size() != views.size()) {
            column.getChildren().setAll(charts.subList(0, views.size()));
        }
        for (int i = 0; i < views.size(); i++) {
            charts.get(i).show(views.get(i));
        }
    }
}
