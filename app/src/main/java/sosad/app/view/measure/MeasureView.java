package sosad.app.view.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.measure.MeasuredRun;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.Theme;
import sosad.app.view.WindowView;
import sosad.app.view.plot.OperationPlotPane;
import sosad.app.viewmodel.measure.MeasureStatus;
import sosad.app.viewmodel.measure.MeasureViewModel;

/** The view Measure: every operation at the left, charts at the right. */
public final class MeasureView implements WindowView {
    private static final double PLOT_SHARE = 58;

    private final MeasureViewModel measure;
    private final MeasureActions window;
    private final ObservableDoubleValue unit;
    private BorderPane root;
    private MeasureBar bar;
    private OperationPlotPane plot;
    private ChartColumn charts;
    private NothingMeasured nothing;
    private GridPane panes;

    /**
     * @param window does what the view cannot do itself
     * @param unit by how much everything is larger than usual
     */
    public MeasureView(MeasureViewModel measure, MeasureActions window, ObservableDoubleValue unit) {
        this.measure = measure;
        this.window = window;
        this.unit = unit;
    }

    private void make() {
        bar = new MeasureBar(measure, window);
        plot = new OperationPlotPane();
        plot.getStyleClass().add("pane");
        plot.unitProperty().bind(unit);
        charts = new ChartColumn(unit);
        nothing = new NothingMeasured(window, bar::open);
        panes = new GridPane();
        panes.getStyleClass().add("measure-panes");
        panes.getColumnConstraints().addAll(column(PLOT_SHARE), column(100 - PLOT_SHARE));
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setPercentHeight(100);
        panes.getRowConstraints().add(row);
        panes.addRow(0, plot, charts);
        StackPane empty = new StackPane(nothing);
        empty.getStyleClass().add("measure-empty");
        StackPane middle = new StackPane(panes, empty);
        middle.setMinSize(0, 0);
        root = new BorderPane(middle);
        root.setTop(new VBox(bar, notice()));
        root.setMinSize(0, 0);
        root.getStyleClass().add("measure");
        root.getStylesheets().add(Theme.sheet("measure/measure.css"));
        measure.statusProperty().subscribe(status -> {
            nothing.show(status);
            Controls.show(empty, status != MeasureStatus.RUN);
            Controls.show(panes, status == MeasureStatus.RUN);
        });
        measure.runProperty().subscribe(this::show);
        measure.chartsProperty().subscribe(charts::show);
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        return column;
    }

    /** What was done or failed last, until it is dismissed or something else happens. */
    private HBox notice() {
        Label words = Controls.label("");
        words.textProperty().bind(measure.noticeProperty());
        words.setWrapText(true);
        words.setMinWidth(0);
        Button dismiss = Controls.iconButton(Feather.X, "Dismiss", Keys.NOW, measure::dismiss);
        dismiss.getStyleClass().add("quiet");
        HBox line = new HBox(words, Controls.spring(), dismiss);
        line.getStyleClass().add("measure-notice");
        measure.noticeProperty().subscribe(text -> {
            Controls.show(line, !text.isEmpty());
            Controls.state(line, "failure", measure.failedProperty().get());
        });
        return line;
    }

    private void show(Optional<MeasuredRun> run) {
        run.ifPresentOrElse(
                shown -> plot.show(shown.operations(), shown.bands(), shown.millis() * 1_000_000), plot::clear);
    }

    /** Returns the operation plot. */
    OperationPlotPane plot() {
        return plot;
    }

    /** Returns the charts that are shown. */
    List<Node> charts() {
        return List.copyOf(((VBox) charts.getContent()).getChildren());
    }

    @Override
    public String title() {
        return "Measure";
    }

    @Override
    public Feather icon() {
        return Feather.ACTIVITY;
    }

    @Override
    public Keys key() {
        return Keys.MEASURE_VIEW;
    }

    @Override
    public Region node() {
        if (root == null) {
            make();
        }
        return root;
    }

    @Override
    public Node home() {
        node();
        return measure.statusProperty().get() == MeasureStatus.RUN ? plot.home() : nothing.home();
    }

    @Override
    public Map<Keys, Runnable> keys() {
        return Map.of(
                Keys.CLOCKS, window::goLive,
                Keys.CLIENTS, window::startClients,
                Keys.SAVE, bar::save,
                Keys.OPEN, bar::open,
                Keys.NOW, this::leave);
    }

    private void leave() {
        if (measure.noticeProperty().get().isEmpty()) {
            plot.model().choose(-1);
        } else {
            measure.dismiss();
        }
    }

    @Override
    public void shown() {
        measure.setShown(true);
    }

    @Override
    public void hidden() {
        measure.setShown(false);
    }
}
