package sosad.app.view.window;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;

/** Lies over the panes while there is no cluster to look at: it is being started, or could not be. */
final class StatusOverlay extends StackPane {
    private final ProgressIndicator turning = new ProgressIndicator();
    private final FontIcon broken = Controls.icon(Feather.ALERT_TRIANGLE);
    private final Label title = Controls.label("", "status-overlay-title");
    private final Label detail = Controls.label("", "status-overlay-detail");
    private final Button again = new Button("Try again");
    private final Button open = new Button("Open file…");
    private final HBox buttons = new HBox(again, open);

    StatusOverlay(LabViewModel lab, Runnable tryAgain, Runnable openFile) {
        getStyleClass().add("status-overlay");
        VBox card = new VBox(turning, broken, title, detail, buttons);
        card.getStyleClass().add("status-overlay-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        buttons.getStyleClass().add("status-overlay-buttons");
        broken.getStyleClass().add("status-overlay-broken");
        detail.setWrapText(true);
        title.setWrapText(true);
        again.getStyleClass().add("accent");
        again.setOnAction(event -> tryAgain.run());
        open.setOnAction(event -> openFile.run());
        Controls.name(again, "Try again", "Start the same scenario again (" + Keys.RESTART.display() + ")");
        Controls.name(open, "Open file", "Open another scenario (" + Keys.OPEN.display() + ")");
        getChildren().add(card);
        lab.statusProperty().subscribe(status -> show(status, lab));
        lab.progressProperty().subscribe(text -> show(lab.statusProperty().get(), lab));
    }

    private void show(LabStatus status, LabViewModel lab) {
        boolean failed = status == LabStatus.FAILED;
        boolean opening = status == LabStatus.OPENING;
        Controls.show(this, status != LabStatus.READY && status != LabStatus.GOING_BACK);
        // Starting over: what was shown stays in sight.
        Controls.style(this, "thin", opening && lab.historyProperty().get() != null);
        Controls.show(turning, opening);
        Controls.show(broken, failed);
        Controls.show(buttons, !opening);
        Controls.show(again, failed);
        String progress = lab.progressProperty().get();
        title.setText(
                switch (status) {
                    case NONE -> "No scenario is open";
                    case OPENING -> progress;
                    case FAILED -> "The cluster could not be started";
                    case GOING_BACK, READY -> "";
                });
        detail.setText(
                switch (status) {
                    case NONE -> "Choose one above, or open a file.";
                    case FAILED -> progress;
                    default -> "Each node is a process of its own.";
                });
    }
}
