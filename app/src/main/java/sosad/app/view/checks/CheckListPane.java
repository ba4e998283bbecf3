package sosad.app.view.checks;

import java.util.EnumMap;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import sosad.app.check.CheckVerdict;
import sosad.app.view.Controls;
import sosad.app.viewmodel.Counted;
import sosad.app.viewmodel.checks.CheckRow;
import sosad.app.viewmodel.checks.ChecksStatus;
import sosad.app.viewmodel.checks.ChecksTotals;
import sosad.app.viewmodel.checks.ChecksViewModel;

/** The list of checks, under the counted verdicts, the time, and how far the run is. */
final class CheckListPane extends VBox {
    /** Below this width there is room for few words. */
    private static final double BRIEF = 480;

    private static final Duration TICK = Duration.millis(500);

    private final ChecksViewModel checks;
    private final Map<CheckVerdict, VerdictCount> counts = new EnumMap<>(CheckVerdict.class);
    private final Label idle = Controls.label("", "checks-idle");
    private final Label time = Controls.fixedLabel("", "muted");
    private final ProgressBar progress = new ProgressBar(0);
    private final NoticeLine notice;
    private final ListView<CheckRow> list = new ListView<>();
    private final BooleanProperty brief = new SimpleBooleanProperty();
    private final Timeline clock;

    /** @param unit by how much everything is larger than usual */
    CheckListPane(ChecksViewModel checks, ObservableDoubleValue unit) {
        this.checks = checks;
        getStyleClass().addAll("pane", "check-list-pane");
        clock = new Timeline(new KeyFrame(TICK, tick -> checks.tick()));
        clock.setCycleCount(Timeline.INDEFINITE);
        notice = new NoticeLine(checks);
        HBox head = new HBox(idle);
        for (CheckVerdict verdict : CheckVerdict.values()) {
            counts.put(verdict, new VerdictCount(verdict));
            head.getChildren().add(counts.get(verdict));
        }
        head.getChildren().addAll(Controls.spring(), time);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("checks-head");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("How far the run is");
        makeList();
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, progress, notice, list);
        checks.totalsProperty().subscribe(now -> show());
        checks.statusProperty().subscribe(now -> {
            show();
            keepTime();
        });
        sceneProperty().addListener((property, old, now) -> keepTime());
        brief.bind(Bindings.createBooleanBinding(() -> getWidth() < BRIEF * unit.get(), widthProperty(), unit));
        brief.addListener((property, old, now) -> show());
    }

    private void makeList() {
        list.getItems().setAll(checks.rows());
        list.getStyleClass().add("check-list");
        list.setAccessibleText("Checks; Enter runs one");
        list.setMinHeight(0);
        list.setPrefHeight(0);
        list.setCellFactory(unused -> new CheckCell(checks, brief));
        list.setPlaceholder(Controls.label("There are no checks.", "muted"));
        list.getSelectionModel().selectedItemProperty().addListener((property, old, row) -> {
            if (row != null) {
                checks.selectedProperty().set(row);
            }
        });
        checks.selectedProperty().subscribe(row -> list.getSelectionModel().select(row));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            CheckRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                checks.run(row);
                event.consume();
            }
        });
    }

    /** The clock beats while a run is seen. */
    private void keepTime() {
        if (checks.statusProperty().get().isBusy() && getScene() != null) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    private void show() {
        ChecksTotals totals = checks.totalsProperty().get();
        ChecksStatus status = checks.statusProperty().get();
        boolean isCounted = totals.done() > 0 || status.isBusy();
        counts.values().forEach(count -> count.show(totals, isCounted, brief.get()));
        Controls.show(idle, !isCounted);
        idle.setText(Counted.of(checks.rows().size(), "check") + ", not run yet");
        String elapsed = ChecksTotals.words(totals.elapsed());
        time.setText(
                status == ChecksStatus.STOPPING
                        ? "stopping"
                        : status.isBusy()
                                ? (checks.isStarting() ? "starting · " : "")
                                        + elapsed
                                        + (brief.get() ? " of " : " of about ")
                                        + ChecksTotals.words(totals.expected())
                                : isCounted ? "took " + elapsed : "about " + ChecksTotals.words(totals.expected()));
        progress.setProgress(status == ChecksStatus.NOT_RUN ? 0 : totals.share());
        Controls.state(progress, "still", !status.isBusy());
    }

    /** Returns the list, which the keyboard goes to. */
    ListView<CheckRow> list() {
        return list;
    }
}
