package sosad.app.view.checks;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.view.Controls;
import sosad.app.viewmodel.checks.ChecksViewModel;
import sosad.app.viewmodel.checks.Notice;

/** What is to be said of the run or of a report, until it is dismissed. */
final class NoticeLine extends HBox {
    private final FontIcon icon = Controls.icon(Feather.INFO);
    private final Label words = Controls.label("", "notice-words");

    NoticeLine(ChecksViewModel checks) {
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button dismiss = Controls.iconButton(Feather.X, "Dismiss", "click", checks::dismiss);
        dismiss.getStyleClass().add("quiet");
        Controls.name(dismiss, "Dismiss", "Dismiss");
        getChildren().addAll(icon, words, dismiss);
        checks.noticeProperty().subscribe(this::show);
    }

    private void show(Notice notice) {
        Controls.show(this, !notice.equals(Notice.NONE));
        icon.setIconCode(notice.isFailure() ? Feather.ALERT_TRIANGLE : Feather.INFO);
        words.setText(notice.words());
        Controls.state(this, "failure", notice.isFailure());
    }
}
