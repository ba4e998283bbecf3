package sosad.app.view.compare;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.Theme;
import sosad.app.view.WindowView;
import sosad.app.viewmodel.compare.CompareViewModel;

/** The view Compare: the form above, the table, what is to be said of it, and the chart below. */
public final class CompareView implements WindowView {
    private static final String HINT = "Click a row to have it explained.";

    private final CompareViewModel model;
    private final BiFunction<String, String, Optional<Path>> chooseFile;
    private final ObservableDoubleValue unit;
    private BorderPane root;
    private CompareBar bar;
    private CompareFormPane form;

    /**
     * @param chooseFile lets a file be chosen, by what it is to hold and how its name ends
     * @param unit by how much everything is larger than usual
     */
    public CompareView(
            CompareViewModel model, BiFunction<String, String, Optional<Path>> chooseFile, ObservableDoubleValue unit) {
        this.model = model;
        this.unit = unit;
        this.chooseFile = chooseFile;
    }

    private void make() {
        bar = new CompareBar(model, chooseFile);
        form = new CompareFormPane(model);
        CompareTableView table = new CompareTableView(model, unit);
        VBox tablePane = new VBox(table, words());
        tablePane.getStyleClass().addAll("pane", "compare-table-pane");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(tablePane, Priority.ALWAYS);
        tablePane.setMinHeight(0);
        CompareChartPane chart = new CompareChartPane(model, unit);
        VBox.setVgrow(chart, Priority.ALWAYS);
        // The chart takes the height that the table does not need.
        model.shownProperty()
                .subscribe(
                        shown -> tablePane.setMaxHeight(shown.isPresent() ? Region.USE_PREF_SIZE : Double.MAX_VALUE));
        form.setMinHeight(Region.USE_PREF_SIZE);
        VBox panes = new VBox(form, tablePane, chart);
        panes.getStyleClass().add("compare-panes");
        panes.setMinSize(0, 0);
        root = new BorderPane(panes);
        root.setTop(bar);
        root.setMinSize(0, 0);
        root.getStyleClass().add("compare");
        root.getStylesheets().add(Theme.sheet("compare/compare.css"));
    }

    /** The row that is selected in words; if none is, what is to be said of the run. */
    private Label words() {
        Label words = Controls.label("", "compare-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        Runnable show = () -> Controls.show(
                words,
                model.shownProperty().get().isPresent()
                        || !model.noticeProperty().get().isEmpty());
        show.run();
        model.shownProperty().subscribe(show);
        model.noticeProperty().subscribe(show);
        words.textProperty()
                .bind(model.sentenceProperty()
                        .flatMap(sentence -> sentence.isEmpty()
                                ? model.noticeProperty().map(CompareView::orHint)
                                : model.sentenceProperty()));
        return words;
    }

    private static String orHint(String notice) {
        return notice.isEmpty() ? HINT : notice;
    }

    @Override
    public String title() {
        return "Compare";
    }

    @Override
    public Feather icon() {
        return Feather.BAR_CHART_2;
    }

    @Override
    public Keys key() {
        return Keys.COMPARE_VIEW;
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
        return form.first();
    }

    @Override
    public Map<Keys, Runnable> keys() {
        return Map.of(
                Keys.RESTART, model::run,
                Keys.SAVE, () -> bar.openReports(),
                Keys.NOW, this::leave);
    }

    private void leave() {
        model.stop();
        model.selectedProperty().set(Optional.empty());
    }
}
