package sosad.app.view.measure;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.measure.MeasureViewModel;

/** The bar of the view Measure: which run is shown, over which time, and its file. */
final class MeasureBar extends HBox {
    private final MeasureViewModel measure;
    private final MeasureActions window;
    private final Label about = Controls.label("", "muted");
    private final ToggleButton minute = new ToggleButton("Last minute");
    private final ToggleButton whole = new ToggleButton("Whole run");
    private final Button save;
    private final MenuItem live = Controls.item("Live run", this::showLive);
    private final MenuItem clear = Controls.item("Nothing beneath any more", this::clear);
    private final MenuButton runs = new MenuButton("Runs");

    MeasureBar(MeasureViewModel measure, MeasureActions window) {
        this.measure = measure;
        this.window = window;
        getStyleClass().addAll("top-bar", "measure-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        about.setMinWidth(0);
        save = Controls.button(
                "Save run…", Feather.SAVE, "Write this run into a file (" + Keys.SAVE.display() + ")", this::save);
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> measure.runProperty().get().isEmpty(), measure.runProperty()));
        runs.setMinWidth(USE_PREF_SIZE);
        fillRuns();
        runs.setOnShowing(event -> fillRuns());
        Controls.name(runs, "Runs", "Open a saved run (" + Keys.OPEN.display() + "), or lay one beneath this one");
        getChildren()
                .setAll(Controls.fixedLabel("Measure", "pane-title"), about, Controls.spring(), period(), save, runs);
        measure.runProperty().addListener((property, old, now) -> show());
        measure.beneathProperty().addListener((property, old, now) -> show());
        show();
    }

    /** The checks that have run stand between the live run and the files. */
    private void fillRuns() {
        live.setDisable(!measure.isOpened());
        clear.setDisable(measure.beneathProperty().get().isEmpty());
        runs.getItems().setAll(live);
        window.checkRuns().forEach(check -> runs.getItems()
                .add(Controls.item("Check " + check.name(), () -> measure.show(check))));
        runs.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        Controls.item("Open a saved run…", this::open),
                        Controls.item("Lay a saved run beneath…", this::layBeneath),
                        clear);
    }

    private HBox period() {
        ToggleGroup group = new ToggleGroup();
        minute.setToggleGroup(group);
        whole.setToggleGroup(group);
        Controls.name(minute, "Last minute", "The charts show the last minute of a live run");
        Controls.name(whole, "Whole run", "The charts show the whole run");
        minute.getStyleClass().add("left-pill");
        whole.getStyleClass().add("right-pill");
        minute.setMinWidth(USE_PREF_SIZE);
        whole.setMinWidth(USE_PREF_SIZE);
        measure.lastMinuteProperty().subscribe(on -> (on ? minute : whole).setSelected(true));
        minute.setOnAction(event -> choose(true));
        whole.setOnAction(event -> choose(false));
        HBox both = new HBox(minute, whole);
        both.getStyleClass().add("measure-period");
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    /** One of the two is always chosen, also when it is pressed again. */
    private void choose(boolean lastMinute) {
        measure.lastMinuteProperty().set(lastMinute);
        (lastMinute ? minute : whole).setSelected(true);
    }

    private void show() {
        String words = measure.words();
        about.setText(words);
        Controls.name(about, words, words);
        minute.setDisable(measure.isOpened());
    }

    /** Lets a file be chosen in which the run is kept. */
    void save() {
        if (measure.runProperty().get().isPresent()) {
            window.chooseWhereToSave().ifPresent(measure::save);
        }
    }

    /** Lets a run be chosen that is shown then. */
    void open() {
        window.chooseRun("Open a saved run").ifPresent(measure::open);
    }

    private void layBeneath() {
        window.chooseRun("Lay a saved run beneath").ifPresent(measure::layBeneath);
    }

    private void showLive() {
        measure.showLive();
    }

    private void clear() {
        measure.takeAwayBeneath();
    }
}
