package sosad.app.view.compare;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.compare.CompareViewModel;
import sosad.app.viewmodel.compare.CompareViewModel.CompareStatus;

/** The bar of the view Compare: Run or Stop, how far it has come, and reports. */
final class CompareBar extends HBox {
    private final CompareViewModel model;
    private final Button run = Controls.button("", Feather.PLAY, "", this::runOrStop);
    private final MenuButton report = new MenuButton("Report");

    /** @param chooseFile lets a file be chosen, by what it is to hold and how its name ends */
    CompareBar(CompareViewModel model, BiFunction<String, String, Optional<Path>> chooseFile) {
        this.model = model;
        getStyleClass().addAll("top-bar", "compare-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.progressProperty());
        progress.setAccessibleText("Progress");
        model.statusProperty().subscribe(status -> progress.setVisible(status != CompareStatus.IDLE));
        Label underWay = Controls.label("", "muted");
        model.underWayProperty().subscribe(underWay::setText);
        run.setMinWidth(USE_PREF_SIZE);
        item("HTML, to hand out", "html", SweepFormat.HTML, chooseFile);
        item("Markdown, to paste", "md", SweepFormat.MARKDOWN, chooseFile);
        item("JSON, for programs", "json", SweepFormat.JSON, chooseFile);
        report.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.isComplete(), model.shownProperty(), model.statusProperty()));
        report.setMinWidth(USE_PREF_SIZE);
        Controls.name(report, "Report", "Write the table and the chart into a file (" + Keys.SAVE.display() + ")");
        getChildren()
                .addAll(
                        Controls.fixedLabel("Compare", "pane-title"),
                        Controls.label("the same requests and faults under every rule, on simulated time", "muted"),
                        Controls.spring(),
                        underWay,
                        progress,
                        run,
                        report);
        model.statusProperty().subscribe(this::show);
        model.form()
                .problemProperty()
                .subscribe(problem -> show(model.statusProperty().get()));
    }

    private void item(
            String words, String ending, SweepFormat format, BiFunction<String, String, Optional<Path>> chooseFile) {
        report.getItems().add(Controls.item(words + "…", () -> chooseFile
                .apply(words, ending)
                .ifPresent(file -> model.save(format, file))));
    }

    /** Opens the menu of reports, if there is anything to report. */
    void openReports() {
        if (!report.isDisabled()) {
            report.requestFocus();
            report.show();
        }
    }

    private void runOrStop() {
        if (model.statusProperty().get() == CompareStatus.IDLE) {
            model.run();
        } else {
            model.stop();
        }
    }

    private void show(CompareStatus status) {
        boolean isIdle = status == CompareStatus.IDLE;
        boolean cannotRun = isIdle && !model.form().problemProperty().get().isEmpty();
        run.setGraphic(Controls.icon(isIdle ? Feather.PLAY : Feather.SQUARE));
        Controls.style(run, "accent", isIdle);
        // A disabled button would lose the keyboard's place.
        run.setOpacity(cannotRun || status == CompareStatus.STOPPING ? 0.55 : 1);
        Controls.rename(
                run,
                status == CompareStatus.STOPPING ? "Stopping" : isIdle ? "Run" : "Stop",
                isIdle
                        ? "Run the comparison (" + Keys.RESTART.display() + ")"
                        : "Stop; the rows that are complete stay (" + Keys.NOW.display() + ")");
    }
}
