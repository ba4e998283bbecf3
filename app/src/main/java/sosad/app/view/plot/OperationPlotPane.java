package sosad.app.view.plot;

import static sosad.model.PlainFormat.format;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.check.FaultBand;
import sosad.app.load.OperationLog;
import sosad.app.view.Controls;
import sosad.app.view.Theme;
import sosad.app.viewmodel.plot.OperationPlotViewModel;
import sosad.app.viewmodel.plot.OperationStory;

/**
 * The operation plot with its head, its legend, and the story of the operation that is chosen. A log that grows is
 * shown again by {@link #show} every now and then, while the plot is in sight.
 */
public final class OperationPlotPane extends VBox {
    private final OperationPlotViewModel plot = new OperationPlotViewModel();
    private final OperationPlot view = new OperationPlot(plot);
    private final DotLegend legend = new DotLegend();
    private final Label hint = Controls.label("drag to look closer · click a dot for its story", "muted");
    private final StoryLines story = new StoryLines();
    private final AnimationTimer intake = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            plot.take();
            goOn();
        }
    };

    public OperationPlotPane() {
        getStyleClass().add("operation-plot-pane");
        getStylesheets().add(Theme.sheet("plot/plot.css"));
        hint.setMinWidth(0);
        Button closer = button(Feather.ZOOM_IN, "Look closer", "+", () -> plot.zoom(true));
        Button farther = button(Feather.ZOOM_OUT, "Look less close", "-", () -> plot.zoom(false));
        Button whole = button(Feather.MAXIMIZE, "Show everything", "0", plot::fit);
        farther.disableProperty().bind(plot.zoomedProperty().not());
        whole.disableProperty().bind(plot.zoomedProperty().not());
        HBox head = new HBox(
                Controls.fixedLabel("Every operation, by node", "section-title"),
                hint,
                Controls.spring(),
                closer,
                farther,
                whole);
        head.getStyleClass().add("plot-head");
        head.setAlignment(Pos.CENTER_LEFT);
        setVgrow(view, Priority.ALWAYS);
        getChildren().setAll(head, view, legend, story);
        plot.changesProperty().addListener((property, old, now) -> showWords());
        plot.chosenProperty().addListener((property, old, now) -> showStory());
        setEmptyText("No operation yet");
    }

    private static Button button(Feather icon, String name, String key, Runnable action) {
        return Controls.iconButton(icon, name, key + " in the plot", action);
    }

    /**
     * Shows a log from its beginning to its end; one that is shown already with what has been added to it, and of which
     * what was looked at stays in sight.
     *
     * @param bands the faults, in the time of the log
     * @param endNanos until when it is known, or when the last reply came if that is later
     */
    public void show(OperationLog log, List<FaultBand> bands, long endNanos) {
        plot.show(log, bands, endNanos);
        goOn();
    }

    /** Shows nothing. */
    public void clear() {
        plot.clear();
    }

    /** Chooses an operation by its number in the log, and brings it into sight. */
    public void choose(int operation) {
        plot.chooseOperation(operation);
        goOn();
    }

    /** Sets what is said while there is no operation. */
    public void setEmptyText(String text) {
        view.setEmptyText(text);
        view.requestLayout();
    }

    /** Returns by how much everything is larger than usual. */
    public DoubleProperty unitProperty() {
        return view.unitProperty();
    }

    /** Returns the plot itself, for the keyboard. */
    public Node home() {
        return view;
    }

    /** Returns what is shown of the log. */
    public OperationPlotViewModel model() {
        return plot;
    }

    /** A log that was long already comes in over several frames. */
    private void goOn() {
        if (plot.isLoading()) {
            intake.start();
        }
    }

    private void showWords() {
        legend.show(plot.dots());
        hint.setText(
                plot.isLoading()
                        ? format("reading the log: %.0f %%", 100 * plot.loadedShare())
                        : "drag to look closer · click a dot for its story");
    }

    private void showStory() {
        story.show(plot.story().map(OperationStory::lines).orElse(List.of()));
    }
}
