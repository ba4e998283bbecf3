package sosad.app.view.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.view.Controls;
import sosad.app.viewmodel.checks.CheckRow;
import sosad.app.viewmodel.checks.CheckState;
import sosad.app.viewmodel.checks.CheckState.Stage;
import sosad.app.viewmodel.checks.ChecksViewModel;

/**
 * What a check asks, did and found: its figures, its operations and lines as pictures, the verdict with its reason, and
 * what explains it. Of a check that failed the verdict and what explains it come first.
 */
final class CheckDetail extends StackPane {
    private final ChecksViewModel checks;
    private final ChecksActions window;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final CheckPictures pictures;
    private final Label doing = Controls.label("", "muted");
    private final ProgressBar progress = new ProgressBar();
    private Subscription watching = () -> {};
    private Stage shownStage = Stage.NOT_RUN;

    CheckDetail(ChecksViewModel checks, ChecksActions window, CheckPictures pictures) {
        this.checks = checks;
        this.window = window;
        this.pictures = pictures;
        getStyleClass().addAll("pane", "check-detail");
        content.getStyleClass().add("check-detail-content");
        scroll.getStyleClass().add("check-detail-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinViewportHeight(0);
        scroll.setAccessibleText("The check that is selected; ↑ and ↓ scroll");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("How far the check is");
        getChildren().add(scroll);
        checks.selectedProperty().subscribe(this::look);
    }

    private void look(CheckRow row) {
        watching.unsubscribe();
        content.getChildren().clear();
        if (row == null) {
            watching = () -> {};
            return;
        }
        fill(row);
        scroll.setVvalue(0);
        watching = row.stateProperty()
                .subscribe(state -> follow(row, state))
                .and(row.operationsProperty().subscribe((old, log) -> {
                    if (shownStage == Stage.RUNNING) {
                        fill(row); // now there is a log to look at
                    }
                }));
    }

    private void follow(CheckRow row, CheckState state) {
        if (state.stage() != shownStage) {
            fill(row);
        } else if (state.stage() == Stage.RUNNING) {
            showProgress(state);
        }
    }

    private void showProgress(CheckState state) {
        progress.setProgress(state.share());
        doing.setText(state.words().isEmpty() ? "Starting" : state.words());
    }

    private void fill(CheckRow row) {
        CheckState state = row.stateProperty().get();
        shownStage = state.stage();
        List<Node> parts = new ArrayList<>();
        VBox about = new VBox(head(row), text(row.check().question(), "check-question"));
        about.getStyleClass().add("check-about");
        parts.add(about);
        Optional<CheckResult> result = row.result();
        result.map(CheckResult::did).filter(did -> !did.isEmpty()).ifPresent(did -> about.getChildren()
                .add(text(did, "check-did")));
        if (result.isPresent()) {
            parts.addAll(parts(row, result.get()));
        } else if (state.stage() == Stage.RUNNING) {
            showProgress(state);
            parts.add(progress);
            parts.add(doing);
            parts.addAll(pictures.growing(row));
        } else {
            parts.add(invitation(row, state));
        }
        content.getChildren().setAll(parts);
    }

    private List<Node> parts(CheckRow row, CheckResult result) {
        List<Node> parts = new ArrayList<>();
        List<Node> why = new ArrayList<>(List.of(new VerdictBox(checks, window, row, result)));
        if (!result.evidence().isEmpty()) {
            why.add(Controls.label("What was seen", "section-title"));
            result.evidence().forEach(one -> why.add(new EvidenceBlock(one, pictures::choose)));
        }
        boolean isFailed = result.verdict() == CheckVerdict.FAILED;
        if (isFailed) {
            parts.addAll(why);
        }
        if (!result.figures().isEmpty()) {
            parts.add(new FiguresPane(result.figures()));
        }
        parts.addAll(pictures.operations(row, result));
        if (!isFailed) {
            parts.addAll(why);
        }
        result.tables().forEach(table -> parts.add(new CasesGrid(table)));
        parts.addAll(pictures.charts(result));
        checks.repeat(row).ifPresent(command -> parts.add(new RepeatLine(command)));
        return parts;
    }

    private static HBox head(CheckRow row) {
        Label number = Controls.fixedLabel(row.check().number().toString(), "detail-number");
        Label title = text(row.check().title(), "detail-title");
        HBox head = new HBox(number, title);
        head.getStyleClass().add("detail-head");
        return head;
    }

    private VBox invitation(CheckRow row, CheckState state) {
        String words =
                switch (state.stage()) {
                    case WAITING -> "It begins when the cluster is up and the checks before it are done.";
                    case NOT_REACHED -> "The run was over before it had a verdict.";
                    default -> "It has not run yet.";
                };
        Button run = Controls.button(
                "Run this check", Feather.PLAY, "Run this check alone (Enter in the list)", () -> checks.run(row));
        run.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> checks.statusProperty().get().isBusy(), checks.statusProperty()));
        Controls.show(run, state.stage() != Stage.WAITING);
        VBox box = new VBox(
                text(words, "invitation-words"),
                text("It counts %s.".formatted(row.check().situation()), "muted"),
                run);
        box.getStyleClass().add("invitation");
        return box;
    }

    private static Label text(String words, String style) {
        Label label = Controls.label(words, style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
