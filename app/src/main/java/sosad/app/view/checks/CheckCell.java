package sosad.app.view.checks;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.checks.CheckRow;
import sosad.app.viewmodel.checks.CheckState;
import sosad.app.viewmodel.checks.ChecksStatus;
import sosad.app.viewmodel.checks.ChecksViewModel;

/** A check in the list: its number, its name, what came of it, and a button that runs it. */
final class CheckCell extends ListCell<CheckRow> {
    private final ChecksViewModel checks;
    private final ObservableBooleanValue brief;
    private final Label number = Controls.label("", "check-number");
    private final Label title = Controls.label("", "check-title");
    private final Label headline = Controls.label("", "check-headline");
    private final StateBadge badge = new StateBadge();
    private final Button run = new IconButton(Feather.PLAY, "Run this check", this::run);
    private final HBox face;

    /** Kept, for cells come and go and rows stay. */
    private final ChangeListener<CheckState> stateChanged = (property, old, now) -> show();

    private final WeakChangeListener<CheckState> weak = new WeakChangeListener<>(stateChanged);
    private final ChangeListener<ChecksStatus> statusChanged = (property, old, now) -> showButton();
    private final ChangeListener<Boolean> briefChanged = (property, old, now) -> {
        if (getItem() != null) {
            show();
        }
    };
    private CheckRow shown;

    /** @param brief whether there is room for few words */
    CheckCell(ChecksViewModel checks, ObservableBooleanValue brief) {
        this.checks = checks;
        this.brief = brief;
        getStyleClass().add("check-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        VBox texts = new VBox(title, headline);
        texts.getStyleClass().add("check-texts");
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        number.setMinWidth(USE_PREF_SIZE);
        run.setFocusTraversable(false);
        face = new HBox(number, texts, run, badge);
        face.getStyleClass().add("check-face");
        face.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        checks.statusProperty().addListener(new WeakChangeListener<>(statusChanged));
        brief.addListener(new WeakChangeListener<>(briefChanged));
        hoverProperty().addListener(changed -> showButton());
        selectedProperty().addListener(changed -> showButton());
    }

    private void run() {
        if (shown != null) {
            checks.selectedProperty().set(shown);
            checks.run(shown);
        }
    }

    @Override
    protected void updateItem(CheckRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        if (shown != null) {
            shown.stateProperty().removeListener(weak);
        }
        shown = isEmpty ? null : row;
        setGraphic(shown == null ? null : face);
        if (shown != null) {
            shown.stateProperty().addListener(weak);
            show();
        }
    }

    private void show() {
        CheckState state = shown.stateProperty().get();
        number.setText(shown.check().number().toString());
        title.setText(shown.check().title());
        headline.setText(shown.headline());
        Controls.show(headline, !headline.getText().isEmpty());
        badge.show(state, brief.get());
        LazyTooltip.of(face).setText((title.getText() + "\n" + headline.getText()).strip());
        Controls.state(
                this, "idle", state.stage() != CheckState.Stage.DONE && state.stage() != CheckState.Stage.RUNNING);
        setAccessibleText("%s %s, %s. %s"
                .formatted(
                        number.getText(),
                        title.getText(),
                        badge.getText().isEmpty() ? "not run" : StateBadge.words(state),
                        headline.getText())
                .strip());
        showButton();
    }

    private void showButton() {
        Controls.show(
                run,
                shown != null
                        && (isHover() || isSelected())
                        && !checks.statusProperty().get().isBusy());
    }
}
