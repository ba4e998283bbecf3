package sosad.app.view.checks;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.check.report.SuiteReportFormat;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.checks.ChecksStatus;
import sosad.app.viewmodel.checks.ChecksViewModel;

/** The bar of the view Checks: what is checked, by which seed, Run and Stop, and reports. */
final class ChecksBar extends HBox {
    private static final double NARROW = 1100;

    /** The forms of a report: what they are called, and how their files end. */
    private static final Map<SuiteReportFormat, String[]> FORMATS = Map.of(
            SuiteReportFormat.HTML, new String[] {"HTML, to hand out", "html"},
            SuiteReportFormat.JSON, new String[] {"JSON, to compare with a later run", "json"},
            SuiteReportFormat.JUNIT, new String[] {"JUnit XML, for a build server", "xml"},
            SuiteReportFormat.MARKDOWN, new String[] {"Markdown, to paste", "md"});

    private final ChecksViewModel checks;
    private final ChecksActions window;
    private final Label about = Controls.label("the document’s ten kinds of tests", "muted");
    private final Button target = new Button();
    private final Button run = Controls.button("", Feather.PLAY, "", this::runOrStop);
    private final MenuButton report = new MenuButton("Report");

    /**
     * @param openTarget opens the form for what is checked
     * @param unit by how much everything is larger than usual
     */
    ChecksBar(ChecksViewModel checks, ChecksActions window, Runnable openTarget, ObservableDoubleValue unit) {
        this.checks = checks;
        this.window = window;
        getStyleClass().addAll("top-bar", "checks-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        target.getStyleClass().add("checks-target");
        Label words = Controls.label("");
        words.textProperty().bind(checks.target().wordsProperty());
        HBox face = new HBox(words, Controls.spring(), Controls.icon(Feather.CHEVRON_DOWN));
        face.getStyleClass().add("checks-target-face");
        face.setAlignment(Pos.CENTER_LEFT);
        target.setGraphic(face);
        target.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        target.widthProperty()
                .addListener((property, old, width) -> face.setPrefWidth(
                        width.doubleValue() - target.snappedLeftInset() - target.snappedRightInset()));
        target.setOnAction(event -> openTarget.run());
        Controls.name(target, "Against", "Choose what is checked (" + Keys.OPEN.display() + ")");
        TextField seed = new TextField();
        seed.getStyleClass().addAll("mono-field", "checks-seed");
        seed.textProperty().bindBidirectional(checks.target().seedProperty());
        seed.setOnAction(enter -> checks.runAll());
        Controls.name(seed, "Seed", "Every chance follows from it: the same seed, the same checks (Enter runs all)");
        run.getStyleClass().add("checks-run");
        run.setMinWidth(USE_PREF_SIZE);
        makeReport();
        HBox chosen =
                new HBox(Controls.fixedLabel("against", "muted"), target, Controls.fixedLabel("seed", "muted"), seed);
        chosen.getStyleClass().add("checks-chosen");
        chosen.setAlignment(Pos.CENTER_LEFT);
        about.setMinWidth(0);
        HBox actions = new HBox(run, report);
        actions.getStyleClass().add("bar-group");
        actions.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Controls.fixedLabel("Checks", "pane-title"), about, Controls.spring(), chosen, actions);
        about.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> getWidth() >= NARROW * unit.get(), widthProperty(), unit));
        about.managedProperty().bind(about.visibleProperty());
        checks.statusProperty().subscribe(this::show);
    }

    private void makeReport() {
        for (SuiteReportFormat format : SuiteReportFormat.values()) {
            String[] words = FORMATS.get(format);
            report.getItems().add(Controls.item(words[0] + "…", () -> window.chooseReport(words[0], words[1])
                    .ifPresent(file -> checks.save(format, file))));
        }
        report.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> checks.totalsProperty().get().done() == 0, checks.totalsProperty()));
        Controls.name(report, "Report", "Write what the list shows into a file (" + Keys.SAVE.display() + ")");
    }

    /** Opens the menu of reports, if there is anything to report. */
    void openReports() {
        if (!report.isDisabled()) {
            report.requestFocus();
            report.show();
        }
    }

    private void runOrStop() {
        if (checks.statusProperty().get().isBusy()) {
            checks.stop();
        } else {
            checks.runAll();
        }
    }

    private void show(ChecksStatus status) {
        run.setGraphic(Controls.icon(status.isBusy() ? Feather.SQUARE : Feather.PLAY));
        Controls.style(run, "accent", !status.isBusy());
        // A disabled button would lose the keyboard's place.
        run.setOpacity(status == ChecksStatus.STOPPING ? 0.55 : 1);
        Controls.rename(
                run,
                status == ChecksStatus.STOPPING ? "Stopping" : status.isBusy() ? "Stop" : "Run all",
                status.isBusy()
                        ? "Stop; what has a verdict keeps it (" + Keys.CLIENTS.display() + ")"
                        : "Run all checks (" + Keys.RESTART.display() + ")");
    }
}
